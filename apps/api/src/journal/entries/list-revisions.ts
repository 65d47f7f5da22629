import { REVISIONS_PER_PAGE, type RevisionReplyJson, type RevisionsReplyJson } from '@visavis/journal';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import {
  ENTRY_KEY,
  type EntryKeyRow,
  entryKeyJson,
  REVISION,
  type RevisionRow,
  revisionJson,
} from '../sealed-rows';
import { ownVault } from './own-vault';
import { notFound } from './say-what-is-kept';

/** Bytes of sealed text on one page, about. */
const PAGE_BYTES = 4 * 1024 * 1024;

const REVISIONS = `
  SELECT ${REVISION} FROM (
    SELECT *, sum(length(ciphertext)) OVER (ORDER BY rev) - length(ciphertext) AS before FROM (
      SELECT * FROM vault_revision WHERE practice_id = $1 AND vault_id = $2 AND entry_id = $3 AND rev > $4
      ORDER BY rev LIMIT $5) p) r
  WHERE r.before < $6 ORDER BY r.rev`;
const REVISION_BY_NUMBER = `
  SELECT ${REVISION} FROM vault_revision r
  WHERE r.practice_id = $1 AND r.vault_id = $2 AND r.entry_id = $3 AND r.rev = $4`;
const KEYS = `
  SELECT ${ENTRY_KEY} FROM vault_entry_key k
  WHERE k.practice_id = $1 AND k.vault_id = $2 AND k.entry_id = $3 AND k.epoch = ANY ($4) ORDER BY k.epoch`;
const LAST = 'SELECT rev FROM vault_entry WHERE practice_id = $1 AND vault_id = $2 AND id = $3 AND rev > 0';

/** What an entry was before: every revision its owner ever kept. */
@Injectable()
export class ListRevisions {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal not-found */
  list(asking: Asking, entryId: string, after: string): Promise<RevisionsReplyJson> {
    return this.transactions.asMember(asking, async (transaction) => {
      const place = [asking.practiceId, await ownVault(transaction, asking), entryId];
      const [head]: { rev: number }[] = await transaction.query(LAST, place);
      if (head === undefined) throw notFound();
      const from = Math.min(Number(after), head.rev);
      const rows: RevisionRow[] = await transaction.query(REVISIONS, [
        ...place,
        from,
        REVISIONS_PER_PAGE,
        PAGE_BYTES,
      ]);
      const epochs = [...new Set(rows.map(({ epoch }) => epoch))];
      const keys: EntryKeyRow[] = await transaction.query(KEYS, [...place, epochs]);
      const last = rows.at(-1)?.rev ?? head.rev;
      return {
        revisions: rows.map((row) => ({ ...revisionJson(row), savedAt: row.saved_at.getTime() })),
        keys: keys.map(entryKeyJson),
        next: last < head.rev ? String(last) : null,
      };
    });
  }

  /** @throws Refusal not-found */
  show(asking: Asking, entryId: string, rev: number): Promise<RevisionReplyJson> {
    return this.transactions.asMember(asking, async (transaction) => {
      const place = [asking.practiceId, await ownVault(transaction, asking), entryId];
      const [row]: RevisionRow[] = await transaction.query(REVISION_BY_NUMBER, [...place, rev]);
      if (row === undefined) throw notFound();
      const [key]: EntryKeyRow[] = await transaction.query(KEYS, [...place, [row.epoch]]);
      if (key === undefined) throw new Error('a revision without the key of its epoch');
      return { revision: revisionJson(row), key: entryKeyJson(key), savedAt: row.saved_at.getTime() };
    });
  }
}
