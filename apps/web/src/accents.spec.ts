import { ACCENTS } from '@visavis/practice';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const styles = join(__dirname, '../../public/src/styles');
const [tokens, accents] = ['tokens.css', 'accents.css'].map((file) =>
  readFileSync(join(styles, file), 'utf8'),
);

type Colours = Record<string, string>;

/** Every colour that is set between the braces after `head`, in the part of the file for that theme. */
function coloursIn(css: string, head: string, dark: boolean): Colours {
  const [light = '', night = ''] = css.split('@media (prefers-color-scheme: dark)');
  const block = (dark ? night : light).split(head)[1]?.split('}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [
      name,
      colour,
    ]),
  );
}

/** As WCAG 2.2 counts it. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe.each(ACCENTS)('the accent %s', (accent) => {
  it.each([
    ['light', false],
    ['dark', true],
  ])('can be read in the %s', (_name, dark) => {
    const all: Colours = {
      ...coloursIn(tokens!, ':root {', false),
      ...(dark ? coloursIn(tokens!, "[data-theme='light']) {", true) : {}),
      ...coloursIn(accents!, `[data-accent='${accent}'] {`, dark),
    };
    if (accent !== 'lagoon')
      expect(
        Object.keys(coloursIn(accents!, `[data-accent='${accent}'] {`, dark)).length,
      ).toBeGreaterThanOrEqual(4);
    const pairs = [
      ['accent', 'paper'],
      ['accent', 'surface'],
      ['accent', 'sunken'],
      ['on-accent', 'accent'],
      ['accent-strong', 'accent-soft'],
      ['accent', 'accent-soft'],
      ['ink', 'accent-soft'],
    ] as const;
    for (const [over, under] of pairs)
      expect({ over, under, enough: contrast(all[over]!, all[under]!) >= 4.5 }).toEqual({
        over,
        under,
        enough: true,
      });
  });
});
