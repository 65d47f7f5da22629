import { equalInConstantTime, type Grant, verifyGrant, type VerifyingKey } from '@visavis/sealing-proof';
import type { EntryKey } from '../keys/entry-key';
import { refuse } from '../sealing-refusal';
import { type Pins, requirePinned } from '../vault/pins';

/**
 * Who can read the current epoch of an entry: computed from what its owner signed and whom the owner verified, never
 * from a list of the server's. Grants of other epochs count for nothing; one that is not what it says is refused.
 */
export async function readersOf(
  key: EntryKey,
  grants: readonly Grant[],
  {
    schema,
    owner,
    pins,
  }: {
    readonly schema: string;
    readonly owner: { readonly id: string; readonly key: VerifyingKey };
    readonly pins: Pins;
  },
): Promise<ReadonlySet<string>> {
  const readers = new Set<string>();
  for (const grant of grants) {
    if (grant.vaultId !== key.vaultId || grant.entryId !== key.entryId || grant.epoch !== key.epoch) continue;
    if (!equalInConstantTime(grant.commit, key.commit)) throw refuse('key-does-not-fit');
    await verifyGrant(grant, schema, owner);
    requirePinned(pins, grant.recipientId, grant.recipientEd);
    readers.add(grant.recipientId);
  }
  return readers;
}
