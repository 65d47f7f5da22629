import { wordlist } from '@scure/bip39/wordlists/french.js';
import type { Bytes } from '@visavis/sealing-proof';
import { refuse } from '../sealing-refusal';

const BITS_PER_WORD = 11;
/** Accents and case tell no two words of the list apart (a test counts them). */
const BY_PLAIN_FORM = new Map(wordlist.map((word) => [plainForm(word), word]));

/** Words of the French BIP-39 list, as the list spells them, for the first bits of `bytes`, 11 each. */
export function wordsOfBits(bytes: Bytes, count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    let index = 0;
    for (let bit = at * BITS_PER_WORD; bit < (at + 1) * BITS_PER_WORD; bit++)
      index = index * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    return wordlist[index] ?? '';
  });
}

/** The list's words for what somebody typed: case, accents and spaces are forgiven, nothing else is. */
export function matchWords(typed: string): string[] {
  const words = typed.split(/\s+/u).filter((word) => word !== '');
  return words.map((word, index) => {
    const match = BY_PLAIN_FORM.get(plainForm(word));
    if (!match) throw refuse('word-unknown', { position: index + 1 });
    return match;
  });
}

function plainForm(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
