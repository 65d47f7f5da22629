import { randomUUIDv7 } from 'node:crypto';
import type { HousekeepingTools } from '../../booking/housekeeping/housekeeping-tools';

/** Found in one go, and how often in one round; what is left waits for the next. */
const BATCH = 100;
const MOST_BATCHES = 100;

/**
 * Contracts whose time is over, with everything about them: one transaction and one audit row each, by the worker.
 * Another worker may do the same; each contract goes once. Answers how many went.
 */
export async function eraseOutlivedContracts({ dataSource, clock }: HousekeepingTools): Promise<number> {
  const now = new Date(clock.now());
  let erased = 0;
  for (let batch = 1; batch <= MOST_BATCHES; batch++) {
    const due: { practice_id: string; contract_id: string }[] = await dataSource.query(
      'SELECT practice_id, contract_id FROM outlived_contracts($1, $2)',
      [now, BATCH],
    );
    for (const { practice_id: practiceId, contract_id: contractId } of due) {
      const [row]: { gone: boolean }[] = await dataSource.query(
        'SELECT erase_contract($1, $2, $3, $4) AS gone',
        [practiceId, contractId, randomUUIDv7(), now],
      );
      if (row?.gone === true) erased++;
    }
    if (due.length < BATCH) break;
  }
  return erased;
}
