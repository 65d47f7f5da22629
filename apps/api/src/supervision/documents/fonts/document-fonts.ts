import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readWoff, type FontFile } from './read-woff';

export const STYLES = ['text', 'strong', 'emphasis', 'heading'] as const;
export type Style = (typeof STYLES)[number];

const SCRIPTS = [
  'latin',
  'latin-ext',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
  'vietnamese',
] as const;

const FILES: Readonly<Record<Style, (script: string) => string>> = {
  text: (script) => `source-sans-3/files/source-sans-3-${script}-400-normal.woff`,
  strong: (script) => `source-sans-3/files/source-sans-3-${script}-600-normal.woff`,
  emphasis: (script) => `source-sans-3/files/source-sans-3-${script}-400-italic.woff`,
  heading: (script) => `source-serif-4/files/source-serif-4-${script}-600-normal.woff`,
};

export interface DocumentFont extends FontFile {
  /** `text/latin`: what an inline of a document names. */
  readonly name: string;
}

let loaded: ReadonlyMap<Style, readonly DocumentFont[]> | null = null;

/** The fonts of documents, one file per script, the first that covers a character draws it. Read once. */
export function documentFonts(): ReadonlyMap<Style, readonly DocumentFont[]> {
  loaded ??= new Map(STYLES.map((style) => [style, loadStyle(style)]));
  return loaded;
}

function loadStyle(style: Style): DocumentFont[] {
  const { resolve } = createRequire(import.meta.url);
  return SCRIPTS.flatMap((script) => {
    // Not every family has every script.
    let file: Buffer;
    try {
      file = readFileSync(resolve(`@fontsource/${FILES[style](script)}`));
    } catch (error) {
      if (script === 'latin') throw error;
      return [];
    }
    return [{ name: `${style}/${script}`, ...readWoff(file) }];
  });
}
