import { type Comment, commentHeader, commentMessage } from '@visavis/sealing-proof';
import type { EntryKey } from '../keys/entry-key';
import type { Identity } from '../keys/identity';
import { seal } from '../primitives/aead';
import type { Random } from '../primitives/random';
import { pad } from '../revisions/padding';

/** A comment beside a text, for exactly those who can read that epoch; `body` is JSON. */
export async function sealComment(
  key: EntryKey,
  author: Identity,
  { commentId, body }: { readonly commentId: string; readonly body: string },
  random: Random,
): Promise<Comment> {
  const { vaultId, entryId, epoch } = key;
  const header = { vaultId, entryId, epoch, commentId, authorId: author.publicKeys.userId };
  const unsigned = { ...header, ...seal(key.comment, commentHeader(header), pad(body), random) };
  return { ...unsigned, signature: await author.signing.sign(commentMessage(unsigned)) };
}
