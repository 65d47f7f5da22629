import { canChange, type AppointmentStatus } from '@visavis/booking';
import type { Instant, TimeRange } from '@visavis/kernel';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';

/** What booked appointments already occupy around the wanted times. Read under the calendar's lock. */
export async function findTaken(
  transaction: Transaction,
  asking: SupervisorAsking,
  wanted: readonly TimeRange[],
): Promise<TimeRange[]> {
  const from = Math.min(...wanted.map(({ start }) => start));
  const to = Math.max(...wanted.map(({ end }) => end));
  const rows: { from: Date; to: Date }[] = await transaction.query(
    `SELECT lower(occupies) AS from, upper(occupies) AS to FROM appointment
     WHERE practice_id = $1 AND supervisor_id = $2 AND status = 'booked' AND occupies && tstzrange($3, $4)`,
    [asking.practiceId, asking.supervisorId, new Date(from), new Date(to)],
  );
  return rows.map((row) => ({ start: row.from.getTime(), end: row.to.getTime() }));
}

/** Blocks have no buffers. @returns their ids, in the order of `free` */
export async function insertBlocks(
  transaction: Transaction,
  asking: SupervisorAsking,
  free: readonly TimeRange[],
  title: string | null,
  repeated: boolean,
  now: Instant,
): Promise<string[]> {
  const ids = free.map(() => randomUUIDv7());
  await transaction.query(
    `INSERT INTO appointment (practice_id, id, supervisor_id, kind, status, starts_at, ends_at, occupies, sequence,
       link_version, origin, series_id, title, created_at, updated_at)
     SELECT $1, b.id, $2, 'block', 'booked', b.starts_at, b.ends_at, tstzrange(b.starts_at, b.ends_at), 0,
       1, 'by-hand', $6, $7, $8, $8
     FROM unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[]) AS b(id, starts_at, ends_at)`,
    [
      asking.practiceId,
      asking.supervisorId,
      ids,
      free.map(({ start }) => new Date(start)),
      free.map(({ end }) => new Date(end)),
      repeated ? randomUUIDv7() : null,
      title,
      new Date(now),
    ],
  );
  return ids;
}

/** Blocks of a series that start at `from` or later and may still change, locked. */
export async function findSeries(
  transaction: Transaction,
  asking: SupervisorAsking,
  seriesId: string,
  from: Instant | null,
  now: Instant,
): Promise<string[]> {
  const rows: { id: string; status: AppointmentStatus; starts_at: Date }[] = await transaction.query(
    `SELECT id, status, starts_at FROM appointment
     WHERE practice_id = $1 AND series_id = $2 AND supervisor_id = $3 AND kind = 'block' AND status = 'booked'
     ORDER BY starts_at FOR UPDATE`,
    [asking.practiceId, seriesId, asking.supervisorId],
  );
  return rows
    .filter(({ status, starts_at }) => canChange({ status, startsAt: starts_at.getTime() }, now))
    .filter(({ starts_at }) => from === null || starts_at.getTime() >= from)
    .map(({ id }) => id);
}

export async function saveRemoved(
  transaction: Transaction,
  asking: SupervisorAsking,
  ids: readonly string[],
  now: Instant,
): Promise<void> {
  await transaction.query(
    `UPDATE appointment SET status = 'cancelled', sequence = sequence + 1, updated_at = $4
     WHERE practice_id = $1 AND supervisor_id = $2 AND id = ANY($3::uuid[])`,
    [asking.practiceId, asking.supervisorId, ids, new Date(now)],
  );
}
