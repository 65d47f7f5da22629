import { type Comment, commentHeader, verifyComment, type VerifyingKey } from '@visavis/sealing-proof';
import { type EntryKey, requirePlace } from '../keys/entry-key';
import { open } from '../primitives/aead';
import { unpad } from '../revisions/padding';
import { refuse } from '../sealing-refusal';

/** What was commented, once it has proven to be its author's and of this epoch. */
export async function openComment(
  key: EntryKey,
  comment: Comment,
  author: { readonly id: string; readonly key: VerifyingKey },
): Promise<string> {
  requirePlace(key, comment);
  if (comment.authorId !== author.id) throw refuse('cannot-open');
  await verifyComment(comment, author.key);
  return unpad(open(key.comment, commentHeader(comment), comment));
}
