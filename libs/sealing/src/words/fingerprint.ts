import { type Bytes, pae, requireId, sha256, SUITE } from '@visavis/sealing-proof';
import { wordsOfBits } from './french-words';

/** 110 bits: to make a key with the same words somebody would have to try 2¹¹⁰ of them. */
export const FINGERPRINT_WORDS = 10;

/**
 * What two people read aloud to each other, by telephone or face to face. Words that came through the server
 * verify nothing: it could show each of them its own.
 */
export function fingerprintWords(userId: string, edPub: Bytes): string {
  return wordsOfBits(fingerprint(userId, edPub), FINGERPRINT_WORDS).join(' ');
}

export function fingerprint(userId: string, edPub: Bytes): Bytes {
  return sha256(pae(SUITE, 'fp', requireId(userId), edPub));
}
