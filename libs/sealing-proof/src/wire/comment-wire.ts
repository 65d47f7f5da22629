import * as z from 'zod/mini';
import { NONCE_LENGTH, SIGNATURE_LENGTH } from '../sizes';
import { anyBytes, bytesOf, countedNumber, idText } from './wire-shapes';

/** A `Comment` as JSON. */
export const commentWire = z.strictObject({
  vaultId: idText,
  entryId: idText,
  epoch: countedNumber,
  commentId: idText,
  authorId: idText,
  nonce: bytesOf(NONCE_LENGTH),
  ciphertext: anyBytes,
  signature: bytesOf(SIGNATURE_LENGTH),
});
export type CommentJson = z.input<typeof commentWire>;
