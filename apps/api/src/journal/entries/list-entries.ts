import { ENTRIES_PER_PAGE, type EntriesReplyJson, type EntryReplyJson } from '@visavis/journal';
import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import {
  ENTRY_KEY,
  GRANT,
  type EntryKeyRow,
  type GrantRow,
  LIVE_GRANTS,
  REVISION,
  type RevisionRow,
  storedEntryJson,
  type TombstoneRow,
  tombstoneJson,
} from '../sealed-rows';
import { notFound } from './say-what-is-kept';
import { ownVault } from './own-vault';

/** Bytes of sealed text on one page, about: a page of the longest entries stays a reply that a phone takes. */
const PAGE_BYTES = 4 * 1024 * 1024;

interface Changed {
  readonly entry_id: string;
  readonly change: string;
  readonly gone: boolean;
  /** How many there are from here on, a page and one more at most. */
  readonly ahead: number;
}
type EntryRow = RevisionRow & EntryKeyRow & { readonly epoch_closed: boolean };

// What changed after $3, oldest change first, cut where the page is full.
const PAGE = `
  WITH changed AS (
    (SELECT id AS entry_id, change, head_size, false AS gone FROM vault_entry
     WHERE practice_id = $1 AND vault_id = $2 AND change > $3 AND rev > 0 ORDER BY change LIMIT $4 + 1)
    UNION ALL
    (SELECT entry_id, change, 0, true FROM vault_tombstone
     WHERE practice_id = $1 AND vault_id = $2 AND change > $3 ORDER BY change LIMIT $4 + 1)),
  placed AS (
    SELECT *, row_number() OVER w AS place, sum(head_size) OVER w - head_size AS before, count(*) OVER () AS ahead
    FROM changed WINDOW w AS (ORDER BY change, entry_id))
  SELECT entry_id, change, gone, ahead::int FROM placed
  WHERE place <= $4 AND (place = 1 OR before < $5) ORDER BY place`;
const ENTRIES = `
  SELECT ${REVISION}, ${ENTRY_KEY}, e.epoch_closed, e.saved_at FROM vault_entry e
  JOIN vault_revision r ON r.practice_id = e.practice_id AND r.entry_id = e.id AND r.rev = e.rev
  JOIN vault_entry_key k ON k.practice_id = e.practice_id AND k.entry_id = e.id AND k.epoch = e.epoch
  WHERE e.practice_id = $1 AND e.vault_id = $2 AND e.id = ANY ($3) ORDER BY e.change`;
const GRANTS = `SELECT ${GRANT} FROM ${LIVE_GRANTS} WHERE g.practice_id = $1 AND g.entry_id = ANY ($2)`;
const TOMBSTONES = `
  SELECT vault_id, entry_id, rev, head_hash, signature FROM vault_tombstone
  WHERE practice_id = $1 AND vault_id = $2 AND entry_id = ANY ($3) ORDER BY change`;

/** The entries of one's own vault as they stand, and what is left of those that were deleted. */
@Injectable()
export class ListEntries {
  constructor(private readonly transactions: Transactions) {}

  list(asking: Asking, after: string): Promise<EntriesReplyJson> {
    return this.transactions.asMember(asking, async (transaction) => {
      const vaultId = await ownVault(transaction, asking);
      if (vaultId === null) return { entries: [], tombstones: [], next: null, upTo: after };
      const page: Changed[] = await transaction.query(PAGE, [
        asking.practiceId,
        vaultId,
        after,
        ENTRIES_PER_PAGE,
        PAGE_BYTES,
      ]);
      const upTo = page.at(-1)?.change ?? after;
      const isLast = page.length === (page[0]?.ahead ?? 0);
      return { ...(await read(transaction, asking, vaultId, page)), next: isLast ? null : upTo, upTo };
    });
  }

  /** @throws Refusal not-found */
  show(asking: Asking, entryId: string): Promise<EntryReplyJson> {
    return this.transactions.asMember(asking, async (transaction) => {
      const vaultId = await ownVault(transaction, asking);
      if (vaultId === null) throw notFound();
      const both = [false, true].map((gone) => ({ entry_id: entryId, gone }));
      const { entries, tombstones } = await read(transaction, asking, vaultId, both);
      const [[entry = null], [tombstone = null]] = [entries, tombstones];
      if (entry === null && tombstone === null) throw notFound();
      return { entry, tombstone };
    });
  }
}

async function read(
  transaction: Transaction,
  { practiceId }: Asking,
  vaultId: string,
  changed: readonly Pick<Changed, 'entry_id' | 'gone'>[],
): Promise<Pick<EntriesReplyJson, 'entries' | 'tombstones'>> {
  const idsOf = (which: boolean) =>
    changed.filter(({ gone }) => gone === which).map(({ entry_id }) => entry_id);
  const entries: EntryRow[] = await transaction.query(ENTRIES, [practiceId, vaultId, idsOf(false)]);
  const grants: GrantRow[] = await transaction.query(GRANTS, [practiceId, idsOf(false)]);
  const tombstones: TombstoneRow[] = await transaction.query(TOMBSTONES, [practiceId, vaultId, idsOf(true)]);
  return {
    entries: entries.map((row) => storedEntryJson(row, grants)),
    tombstones: tombstones.map(tombstoneJson),
  };
}
