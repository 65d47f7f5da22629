import { type Bytes, utf8 } from '@visavis/sealing-proof';
import { draw, type Random } from '../primitives/random';
import { refuse } from '../sealing-refusal';
import { matchWords, wordsOfBits } from './french-words';

/**
 * Seven words are 77 bits. The salt and the commitment lie with the adversary, so the passphrase is drawn, never
 * chosen.
 */
export const PASSPHRASE_WORDS = 7;

export function newPassphrase(random: Random): string {
  return canonical(wordsOfBits(draw(random, 10), PASSPHRASE_WORDS));
}

/** A passphrase as it was shown, from what was typed. */
export function readPassphrase(typed: string): string {
  const words = matchWords(typed);
  if (words.length !== PASSPHRASE_WORDS) throw refuse('passphrase-length', { words: words.length });
  return canonical(words);
}

/** What Argon2id gets. */
export function passphraseBytes(passphrase: string): Bytes {
  return utf8(passphrase.normalize('NFKC'));
}

function canonical(words: readonly string[]): string {
  return words.join(' ').normalize('NFKC');
}
