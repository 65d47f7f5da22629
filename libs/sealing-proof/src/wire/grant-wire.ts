import * as z from 'zod/mini';
import { HASH_LENGTH, KEY_LENGTH, SIGNATURE_LENGTH, TAG_LENGTH } from '../sizes';
import { bytesOf, countedNumber, idText } from './wire-shapes';

/** A `Grant` as JSON. */
export const grantWire = z.strictObject({
  vaultId: idText,
  entryId: idText,
  epoch: countedNumber,
  commit: bytesOf(HASH_LENGTH),
  senderId: idText,
  senderEd: bytesOf(KEY_LENGTH),
  recipientId: idText,
  recipientEd: bytesOf(KEY_LENGTH),
  recipientX: bytesOf(KEY_LENGTH),
  enc: bytesOf(KEY_LENGTH),
  ciphertext: bytesOf(KEY_LENGTH + TAG_LENGTH),
  signature: bytesOf(SIGNATURE_LENGTH),
});
export type GrantJson = z.input<typeof grantWire>;
