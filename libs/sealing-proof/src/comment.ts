import { type Bytes, counter, requireLength } from './bytes';
import { requireId } from './ids';
import { pae, SUITE } from './pae';
import { requireSignature } from './require-signature';
import { NONCE_LENGTH, requireSealedSize } from './sizes';
import type { VerifyingKey } from './verifying-key';

export interface CommentHeader {
  readonly vaultId: string;
  readonly entryId: string;
  readonly epoch: number;
  readonly commentId: string;
  readonly authorId: string;
}

export interface Comment extends CommentHeader {
  readonly nonce: Bytes;
  readonly ciphertext: Bytes;
  readonly signature: Bytes;
}

export function commentHeader(comment: CommentHeader): Bytes {
  return pae(
    SUITE,
    'comment',
    requireId(comment.vaultId),
    requireId(comment.entryId),
    counter(comment.epoch),
    requireId(comment.commentId),
    requireId(comment.authorId),
  );
}

export function commentMessage(comment: Omit<Comment, 'signature'>): Bytes {
  requireLength(comment.nonce, NONCE_LENGTH);
  return pae(SUITE, 'commentsig', commentHeader(comment), comment.nonce, comment.ciphertext);
}

export async function verifyComment(comment: Comment, author: VerifyingKey): Promise<void> {
  requireSealedSize(comment.ciphertext);
  await requireSignature(author, comment.signature, commentMessage(comment));
}
