import { Refusal } from '@visavis/kernel';

/** Every "no" of the server that keeps vaults, besides those of `PROOF_REFUSALS`, with the HTTP status it becomes. */
export const VAULT_REFUSALS = {
  'vault-exists': 409,
  'vault-missing': 409, // nothing can be kept before a vault is opened
  'generation-moved': 409, // another device rotated the vault: read it again
  'epoch-closed': 409, // a reader was taken away: the next revision opens a new epoch
  'entry-deleted': 409, // its tombstone stays, and nothing follows it
  'id-taken': 409, // made twice by a client: it draws another
  'too-few-slots': 422, // two at least, one of them recovery
  'epoch-out-of-order': 422, // neither the current one nor the next
  'key-wrong': 422, // missing with a new epoch, sent with an old one, or of something else
  'class-changed': 422, // an entry keeps the class it began with
  'class-not-open': 422, // the texts of sessions come in a later release
  'one-reader': 422,
  'reader-key-wrong': 422, // not the keys the reader has now
  'vault-closed': 403, // twelve months after the end: reading, taking away and deleting stay
} as const;
export type VaultRefusal = keyof typeof VAULT_REFUSALS;

export function refuseVault(
  reason: VaultRefusal,
  details: Readonly<Record<string, unknown>> = {},
): Refusal<VaultRefusal> {
  return new Refusal(reason, details);
}
