import {
  type Bytes,
  NO_HASH,
  type Revision,
  revisionHash,
  revisionHeader,
  revisionMessage,
} from '@visavis/sealing-proof';
import type { EntryKey } from '../keys/entry-key';
import type { Identity } from '../keys/identity';
import { seal } from '../primitives/aead';
import type { Random } from '../primitives/random';

/** A revision signed by whoever holds `signer`, around any plaintext and with any header: what an attacker can make. */
export async function forgeRevision(
  key: EntryKey,
  signer: Identity,
  plaintext: Bytes,
  random: Random,
  change: Partial<Revision> = {},
): Promise<Revision> {
  const header = {
    vaultId: key.vaultId,
    authorId: signer.publicKeys.userId,
    entryId: key.entryId,
    epoch: key.epoch,
    rev: 1,
    prevHash: NO_HASH,
    commit: key.commit,
    schema: 'journal/1',
    ...change,
  };
  const unsigned = { ...header, ...seal(key.content, revisionHeader(header), plaintext, random), ...change };
  return { ...unsigned, signature: await signer.signing.sign(revisionMessage(revisionHash(unsigned))) };
}
