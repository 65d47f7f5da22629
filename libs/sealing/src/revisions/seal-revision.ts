import {
  equalInConstantTime,
  type Head,
  NO_HASH,
  type Revision,
  revisionHash,
  revisionHeader,
  revisionMessage,
  type Schema,
} from '@visavis/sealing-proof';
import type { EntryKey } from '../keys/entry-key';
import type { Identity } from '../keys/identity';
import { seal } from '../primitives/aead';
import type { Random } from '../primitives/random';
import { refuse } from '../sealing-refusal';
import { pad } from './padding';

/** The revision after `head`; `body` is the entry as JSON, all of it: nothing about an entry stands beside it. */
export async function sealRevision(
  key: EntryKey,
  author: Identity,
  { head, schema, body }: { readonly head: Head | null; readonly schema: Schema; readonly body: string },
  random: Random,
): Promise<Revision> {
  if (!equalInConstantTime(key.openedWith, author.publicKeys.edPub)) throw refuse('key-retired');
  const header = {
    vaultId: key.vaultId,
    authorId: author.publicKeys.userId,
    entryId: key.entryId,
    epoch: key.epoch,
    rev: (head?.rev ?? 0) + 1,
    prevHash: head?.hash ?? NO_HASH,
    commit: key.commit,
    schema,
  };
  const { nonce, ciphertext } = seal(key.content, revisionHeader(header), pad(body), random);
  const unsigned = { ...header, nonce, ciphertext };
  return { ...unsigned, signature: await author.signing.sign(revisionMessage(revisionHash(unsigned))) };
}
