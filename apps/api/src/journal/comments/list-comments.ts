import type { CommentsReplyJson } from '@visavis/journal';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { notFound } from '../entries/say-what-is-kept';
import {
  type CommentRow,
  commentJson,
  ENTRY_KEY,
  type EntryKeyRow,
  entryKeyJson,
  LIVE_GRANTS,
} from '../sealed-rows';

type Row = CommentRow & {
  readonly name: string;
  readonly key_id: string;
  readonly ed_pub: Buffer;
  readonly created_at: Date;
};

const OWN = `
  SELECT 1 FROM vault_entry e JOIN vault v ON v.practice_id = e.practice_id AND v.id = e.vault_id
  WHERE e.practice_id = $1 AND e.id = $2 AND e.owner_id = $3 AND v.set_aside_at IS NULL`;
const SHARED = `SELECT g.epoch FROM ${LIVE_GRANTS} WHERE g.practice_id = $1 AND g.entry_id = $2 AND g.reader_id = $3`;
const COMMENTS = `
  SELECT c.vault_id, c.entry_id, c.epoch, c.id, c.author_id, c.nonce, c.ciphertext, c.signature, c.key_id, y.ed_pub, m.name, c.created_at
  FROM vault_comment c
  JOIN vault_key y ON y.practice_id = c.practice_id AND y.id = c.key_id
  JOIN member m ON m.practice_id = c.practice_id AND m.id = c.author_id
  WHERE c.practice_id = $1 AND c.entry_id = $2 AND ($3::integer IS NULL OR c.epoch = $3) ORDER BY c.epoch, c.created_at, c.id`;
const KEYS = `SELECT ${ENTRY_KEY} FROM vault_entry_key k
  WHERE k.practice_id = $1 AND k.entry_id = $2 AND k.epoch = ANY ($3) ORDER BY k.epoch`;

/** What was said beside an entry: all of it for its owner, with keys; what belongs to their epoch for a reader. */
@Injectable()
export class ListComments {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal not-found */
  list(asking: Asking, entryId: string): Promise<CommentsReplyJson> {
    const { practiceId, memberId } = asking;
    const place = [practiceId, entryId];
    return this.transactions.asMember(asking, async (transaction) => {
      const own: unknown[] = await transaction.query(OWN, [...place, memberId]);
      const [shared]: { epoch: number }[] = await transaction.query(SHARED, [...place, memberId]);
      if (own.length === 0 && shared === undefined) throw notFound();
      const rows: Row[] = await transaction.query(COMMENTS, [...place, shared?.epoch ?? null]);
      const epochs = [...new Set(rows.map(({ epoch }) => epoch))];
      const keys: EntryKeyRow[] = await transaction.query(KEYS, [...place, own.length === 0 ? [] : epochs]);
      return {
        comments: rows.map((row) => ({
          comment: commentJson(row),
          authorName: row.name,
          authorKeyId: row.key_id,
          edPub: row.ed_pub.toString('base64url'),
          at: row.created_at.getTime(),
        })),
        keys: keys.map(entryKeyJson),
      };
    });
  }
}
