import type { SharedEntriesReplyJson, SharedEntryJson } from '@visavis/journal';
import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { notFound } from '../entries/say-what-is-kept';
import {
  GRANT,
  type GrantRow,
  grantJson,
  KEY,
  type KeyRow,
  keyJson,
  LIVE_GRANTS,
  REVISION,
  type RevisionRow,
  revisionJson,
} from '../sealed-rows';

/** Entries on one list: nobody has more open to them at once than they could read. */
const MOST = 500;

type Row = GrantRow &
  RevisionRow & { readonly owner_name: string; readonly shared_at: Date; readonly comments: number };

// The newest revision of the very epoch that was granted: a reader's row-level security shows no other.
const SHARED = `
  SELECT ${GRANT}, ${REVISION}, g.shared_at, m.name AS owner_name, (
    SELECT count(*)::int FROM vault_comment c WHERE c.practice_id = g.practice_id AND c.entry_id = g.entry_id
      AND c.epoch = g.epoch) AS comments
  FROM ${LIVE_GRANTS}
  JOIN LATERAL (SELECT * FROM vault_revision v WHERE v.practice_id = g.practice_id AND v.entry_id = g.entry_id
    AND v.epoch = g.epoch ORDER BY v.rev DESC LIMIT 1) r ON true
  JOIN member m ON m.practice_id = g.practice_id AND m.id = g.owner_id
  WHERE g.practice_id = $1 AND g.reader_id = $2 AND ($3::uuid IS NULL OR g.entry_id = $3)
  ORDER BY g.shared_at DESC, g.entry_id LIMIT $4`;
const KEYS = `SELECT ${KEY} FROM vault_key y WHERE y.practice_id = $1 AND y.owner_id = ANY ($2) ORDER BY y.created_at, y.generation`;

/** What others opened to whoever asks, as it stands in the epoch that was opened. */
@Injectable()
export class ListShared {
  constructor(private readonly transactions: Transactions) {}

  list(asking: Asking): Promise<SharedEntriesReplyJson> {
    return this.transactions.asMember(asking, async (transaction) => ({
      entries: await read(transaction, asking, null),
    }));
  }

  /** @throws Refusal not-found */
  show(asking: Asking, entryId: string): Promise<SharedEntryJson> {
    return this.transactions.asMember(asking, async (transaction) => {
      const [entry] = await read(transaction, asking, entryId);
      if (entry === undefined) throw notFound();
      return entry;
    });
  }
}

async function read(
  transaction: Transaction,
  { practiceId, memberId }: Asking,
  entryId: string | null,
): Promise<SharedEntryJson[]> {
  const rows: Row[] = await transaction.query(SHARED, [practiceId, memberId, entryId, MOST]);
  const owners = [...new Set(rows.map(({ owner_id }) => owner_id))];
  const keys: KeyRow[] = await transaction.query(KEYS, [practiceId, owners]);
  return rows.map((row) => ({
    vaultId: row.vault_id,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    ownerKeys: keys.filter(({ owner_id }) => owner_id === row.owner_id).map(keyJson),
    entryId: row.entry_id,
    schema: row.schema,
    grant: grantJson(row),
    head: revisionJson(row),
    sharedAt: row.shared_at.getTime(),
    savedAt: row.saved_at.getTime(),
    comments: row.comments,
  }));
}
