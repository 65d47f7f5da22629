import { LANGUAGES, type Language } from '@visavis/kernel';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The built style sheets of the public pages by language and file name. */
export type PageStyles = ReadonlyMap<string, string>;

/** @param distFolder `dist/apps/public` */
export function readPageStyles(distFolder: string): PageStyles {
  const styles = new Map<string, string>();
  for (const language of LANGUAGES) {
    const folder = join(distFolder, 'browser', language);
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.css')))
      styles.set(`${language}/${file}`, readFileSync(join(folder, file), 'utf8'));
  }
  return styles;
}

/** Puts the style sheet into the page: it is three kilobytes, and asking for it costs a round trip before anything can be painted. */
export function withStylesInside(html: string, language: Language, styles: PageStyles): string {
  return html.replace(/<link rel="stylesheet" href="([^":/]+\.css)"[^>]*>/g, (link, file: string) => {
    const sheet = styles.get(`${language}/${file}`);
    return sheet === undefined ? link : `<style>${sheet}</style>`;
  });
}

/** What the policy of pages allows inside of them: exactly these style sheets. */
export function styleHashes(styles: PageStyles): string[] {
  const hashOf = (sheet: string) => `sha256-${createHash('sha256').update(sheet).digest('base64')}`;
  return [...new Set([...styles.values()].map(hashOf))];
}
