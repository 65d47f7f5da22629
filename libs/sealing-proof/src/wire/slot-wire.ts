import * as z from 'zod/mini';
import { HASH_LENGTH, KEY_LENGTH, NONCE_LENGTH, TAG_LENGTH } from '../sizes';
import { anyBytes, bytesOf, countedNumber, idText, wordOf } from './wire-shapes';

/** The one derivation of each type of slot: whoever offers a weaker one is refused by both sides. */
const RULES = [
  { type: 'passphrase', derivation: 'argon2id-64MiB-3-1', saltLength: 16 },
  { type: 'recovery', derivation: 'hkdf', saltLength: 0 },
  { type: 'prf', derivation: 'hkdf', saltLength: 0 },
] as const;

/** A `Slot` as JSON. */
export const slotWire = z
  .strictObject({
    vaultId: idText,
    slotId: idText,
    type: wordOf(RULES.map(({ type }) => type)),
    derivation: wordOf(RULES.map(({ derivation }) => derivation)),
    salt: anyBytes,
    generation: countedNumber,
    commit: bytesOf(HASH_LENGTH),
    nonce: bytesOf(NONCE_LENGTH),
    wrapped: bytesOf(KEY_LENGTH + TAG_LENGTH),
  })
  .check(
    z.refine(
      ({ type, derivation }) => RULES.some((rule) => rule.type === type && rule.derivation === derivation),
      { path: ['derivation'], error: 'not-in-list' },
    ),
    z.refine(
      ({ type, salt }) => RULES.some((rule) => rule.type === type && rule.saltLength === salt.length),
      {
        path: ['salt'],
        error: 'invalid',
      },
    ),
  );
export type SlotJson = z.input<typeof slotWire>;
