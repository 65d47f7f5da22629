import { stemmer } from '@orama/stemmers/french';

/** Words a French text is full of; the others decide what is found. */
const SMALL = new Set(
  'au aux avec ce ces cet cette d dans de des du elle en et il ils j je l la le les leur lui m ma mais me mes mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses son sur t ta te tes toi ton tu un une vos votre vous y'.split(
    ' ',
  ),
);

/** The words of a text as they are looked for: without elisions, stemmed, then without accents. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Of every word met so far: a journal has few of them, over and over. They go with the worker, when it is locked. */
const stems = new Map<string, string | null>();

/** Null for a word that says nothing. French stemming comes before accents go: its rules need them. */
export function stemOf(word: string): string | null {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = SMALL.has(word) ? null : withoutAccents(stemmer(word));
    stems.set(word, stem);
  }
  return stem;
}

export function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}
