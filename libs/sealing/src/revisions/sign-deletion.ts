import { type Deletion, deletionMessage } from '@visavis/sealing-proof';
import type { Identity } from '../keys/identity';

/** The owner's word that an entry goes: it stays as a tombstone, so that nobody else can make an entry vanish. */
export async function signDeletion(
  owner: Identity,
  deletion: Omit<Deletion, 'signature'>,
): Promise<Deletion> {
  return { ...deletion, signature: await owner.signing.sign(deletionMessage(deletion)) };
}
