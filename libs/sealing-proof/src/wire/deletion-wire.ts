import * as z from 'zod/mini';
import { HASH_LENGTH, SIGNATURE_LENGTH } from '../sizes';
import { bytesOf, countedNumber, idText } from './wire-shapes';

/** A `Deletion` as JSON. */
export const deletionWire = z.strictObject({
  vaultId: idText,
  entryId: idText,
  rev: countedNumber,
  headHash: bytesOf(HASH_LENGTH),
  signature: bytesOf(SIGNATURE_LENGTH),
});
export type DeletionJson = z.input<typeof deletionWire>;
