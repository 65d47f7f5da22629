import {
  equalInConstantTime,
  type Grant,
  shareInfo,
  verifyGrant,
  type VerifyingKey,
} from '@visavis/sealing-proof';
import { committed, type EntryKey, entryKey } from '../keys/entry-key';
import type { Identity } from '../keys/identity';
import { openFrom } from '../primitives/hpke';
import { refuse } from '../sealing-refusal';

/**
 * The key of an epoch somebody shared with `recipient`. The sender's key comes from what the reader pinned, never
 * from the grant: a grant says itself who made it.
 */
export async function openGrant(
  recipient: Identity,
  grant: Grant,
  {
    schema,
    owner,
  }: { readonly schema: string; readonly owner: { readonly id: string; readonly key: VerifyingKey } },
): Promise<EntryKey> {
  const { userId, edPub, xPub } = recipient.publicKeys;
  if (
    grant.recipientId !== userId ||
    !equalInConstantTime(grant.recipientEd, edPub) ||
    !equalInConstantTime(grant.recipientX, xPub)
  )
    throw refuse('not-for-me');
  await verifyGrant(grant, schema, owner);
  const bytes = await openFrom(recipient.xSecret, shareInfo(grant), grant);
  return committed(entryKey(grant, bytes, grant.senderEd), grant.commit);
}
