import { randomUUIDv7 } from 'node:crypto';
import type { HousekeepingTools } from '../../booking/housekeeping/housekeeping-tools';

/** Rows of a table in one transaction, so that none runs into the time-out of a statement. */
const AT_ONCE = 20_000;
const MOST_STEPS = 500;

/** Practices whose thirty days are over, step by step; another worker may take over at any of them. */
export async function eraseDuePractices({ dataSource, clock }: HousekeepingTools): Promise<number> {
  const now = new Date(clock.now());
  const due: { practice_id: string }[] = await dataSource.query(
    'SELECT practice_id FROM practices_to_erase($1)',
    [now],
  );
  for (const { practice_id: practiceId } of due) {
    for (let step = 1; step <= MOST_STEPS; step++) {
      const [row]: { complete: boolean }[] = await dataSource.query(
        'SELECT erase_practice($1, $2, $3, $4) AS complete',
        [practiceId, randomUUIDv7(), now, AT_ONCE],
      );
      if (row?.complete === true) break;
    }
  }
  return due.length;
}
