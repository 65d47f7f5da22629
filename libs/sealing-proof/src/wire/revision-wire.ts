import * as z from 'zod/mini';
import { SCHEMAS } from '../schema';
import { HASH_LENGTH, NONCE_LENGTH, SIGNATURE_LENGTH } from '../sizes';
import { anyBytes, bytesOf, countedNumber, idText, wordOf } from './wire-shapes';

/** A `Revision` as JSON. */
export const revisionWire = z.strictObject({
  vaultId: idText,
  authorId: idText,
  entryId: idText,
  epoch: countedNumber,
  rev: countedNumber,
  prevHash: bytesOf(HASH_LENGTH),
  commit: bytesOf(HASH_LENGTH),
  schema: wordOf(SCHEMAS),
  nonce: bytesOf(NONCE_LENGTH),
  ciphertext: anyBytes,
  signature: bytesOf(SIGNATURE_LENGTH),
});
export type RevisionJson = z.input<typeof revisionWire>;
