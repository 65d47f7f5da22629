import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Unit {
  readonly id: string;
  readonly source: string;
  readonly target: string | undefined;
}

/** The build stops when a unit is absent; one without a target would silently ship French. */
function unitsOf(file: string): Unit[] {
  const text = readFileSync(join(__dirname, file), 'utf8');
  return [...text.matchAll(/<trans-unit id="([^"]+)"[^>]*>([\s\S]*?)<\/trans-unit>/g)].map(
    ([, id = '', body = '']) => ({
      id,
      source: /<source>([\s\S]*?)<\/source>/.exec(body)?.[1] ?? '',
      target: /<target[^>]*>([\s\S]*?)<\/target>/.exec(body)?.[1],
    }),
  );
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/<x id="([^"]+)"/g)].map(([, id = '']) => id).sort();
const units = unitsOf('messages.en.xlf');

describe('the English translation', () => {
  it('has units, each once', () => {
    expect(units.length).toBeGreaterThan(100);
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
  });

  it('leaves nothing without English words', () => {
    expect(units.filter(({ target }) => !target?.trim())).toEqual([]);
  });

  it('keeps every inserted value', () => {
    const different = units.filter(
      ({ source, target }) => placeholders(source).join() !== placeholders(target ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it('leaves no French quotation marks or spaces before punctuation in English', () => {
    expect(
      units.filter(({ target }) => /[«»]|[\s\u202f][;:!?]/.test((target ?? '').replace(/<[^>]*>/g, 'x'))),
    ).toEqual([]);
  });
});

describe('the French source', () => {
  it('puts a thin no-break space before ; : ! ? and inside guillemets', () => {
    const words = (text: string) =>
      text.replace(/<[^>]*>/g, 'x').replace(/\{[^{}]*(plural|select)[\s\S]*/, '');
    expect(units.filter(({ source }) => /[^\u202f][;!?]| :|« | »/.test(words(source)))).toEqual([]);
  });

  it('uses the typographic apostrophe', () => {
    expect(units.filter(({ source }) => /\p{L}'\p{L}/u.test(source))).toEqual([]);
  });
});
