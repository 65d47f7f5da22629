import { bytesOf, commentWire, idText, KEY_LENGTH, wrappedEntryKeyWire } from '@visavis/sealing-proof';
import * as z from 'zod/mini';
import { instant } from './shapes';

/** A comment as it is kept, with the row of keys its author signed it with. */
export const storedCommentWire = z.object({
  comment: commentWire,
  authorName: z.string(),
  authorKeyId: idText,
  edPub: bytesOf(KEY_LENGTH),
  at: instant,
});
export type StoredComment = z.output<typeof storedCommentWire>;

/** `GET /api/vault/entries/:entryId/comments`, oldest first: the reader's epoch, or every epoch with its key for the owner. */
export const commentsReply = z.object({
  comments: z.array(storedCommentWire),
  /** For the owner; empty for a reader, whose key is in the grant. */
  keys: z.array(wrappedEntryKeyWire),
});
export type CommentsReply = z.output<typeof commentsReply>;
export type CommentsReplyJson = z.input<typeof commentsReply>;

/** `POST /api/vault/entries/:entryId/comments`, 201 (200 when it was there already); `keyId`: the author's keys in force. */
export const addCommentWish = z.strictObject({ comment: commentWire, keyId: idText });
export type AddCommentWish = z.output<typeof addCommentWish>;
