import type { Keeping } from '@visavis/journal';
import type { Asking } from '../../http/asking';
import { bytes } from '../sealed-rows';

/** One row for every member; without a vault its id is null, without the entry its schema. */
export interface HeadRow {
  readonly vault_id: string | null;
  readonly generation: number | null;
  readonly key_id: string | null;
  readonly ed_pub: Buffer | null;
  readonly writes_until: Date | null;
  readonly deleted: boolean;
  readonly schema: string | null;
  readonly rev: number | null;
  readonly head_hash: Buffer | null;
  readonly epoch: number | null;
  readonly epoch_closed: boolean | null;
  readonly epoch_generation: number | null;
  readonly commitment: Buffer | null;
  readonly known_rev: number | null;
  readonly known_at: Date | null;
}

export const READ_HEAD = 'SELECT * FROM read_head($1, $2, $3, $4, $5)';

export function keepingOf(
  { memberId }: Pick<Asking, 'memberId'>,
  row: Omit<HeadRow, 'known_rev' | 'known_at'>,
): Keeping {
  return {
    ownerId: memberId,
    vault: row.vault_id === null ? null : { id: row.vault_id, generation: row.generation ?? 0 },
    writesUntil: row.writes_until?.getTime() ?? null,
    deleted: row.deleted,
    entry: entryOf(row),
  };
}

function entryOf(row: Omit<HeadRow, 'known_rev' | 'known_at'>): Keeping['entry'] {
  const { schema, rev, head_hash, epoch, epoch_closed, epoch_generation, commitment } = row;
  if (
    schema === null ||
    rev === null ||
    head_hash === null ||
    epoch === null ||
    epoch_generation === null ||
    commitment === null
  )
    return null;
  return {
    schema,
    rev,
    hash: bytes(head_hash),
    epoch,
    epochClosed: epoch_closed === true,
    generation: epoch_generation,
    commit: bytes(commitment),
  };
}
