import * as z from 'zod/mini';
import { HASH_LENGTH, KEY_LENGTH, NONCE_LENGTH, SIGNATURE_LENGTH, TAG_LENGTH } from '../sizes';
import { bytesOf, countedNumber, idText } from './wire-shapes';

/**
 * What wraps the keys of a vault, as JSON. The server stores these and can open none; their types are those of
 * `@visavis/sealing`, which it cannot import.
 */
const publicKeys = {
  userId: idText,
  edPub: bytesOf(KEY_LENGTH),
  xPub: bytesOf(KEY_LENGTH),
  xkeySignature: bytesOf(SIGNATURE_LENGTH),
};
const sealedUnder = (secrets: number) => ({
  nonce: bytesOf(NONCE_LENGTH),
  wrapped: bytesOf(secrets * KEY_LENGTH + TAG_LENGTH),
});

/** A `PublicIdentity`. */
export const publicIdentityWire = z.strictObject(publicKeys);
export type PublicIdentityJson = z.input<typeof publicIdentityWire>;

/** A `WrappedIdentity`. */
export const wrappedIdentityWire = z.strictObject({
  ...publicKeys,
  vaultId: idText,
  generation: countedNumber,
  ...sealedUnder(2),
});
export type WrappedIdentityJson = z.input<typeof wrappedIdentityWire>;

/** A `PreviousGeneration`. */
export const previousGenerationWire = z.strictObject({
  vaultId: idText,
  generation: countedNumber,
  ...sealedUnder(3),
});
export type PreviousGenerationJson = z.input<typeof previousGenerationWire>;

/** A `WrappedEntryKey`. */
export const wrappedEntryKeyWire = z.strictObject({
  vaultId: idText,
  entryId: idText,
  epoch: countedNumber,
  commit: bytesOf(HASH_LENGTH),
  generation: countedNumber,
  ...sealedUnder(1),
});
export type WrappedEntryKeyJson = z.input<typeof wrappedEntryKeyWire>;
