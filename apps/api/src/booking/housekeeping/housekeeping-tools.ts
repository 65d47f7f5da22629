import type { DataSource } from 'typeorm';
import type { Clock } from '../../clock/clock';
import type { Transaction, Transactions } from '../../database/transactions';

export interface HousekeepingTools {
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  readonly clock: Clock;
}

/** Rows found in one go, and how often in one round; what is left waits for the next. */
const BATCH = 500;
const MOST_BATCHES = 20;

/**
 * Finds rows across practices through a named function (`$1` a moment, `$2` how many at most; columns
 * practice_id and id) and acts on them inside each practice, where row-level security holds. Every act repeats
 * its condition, so two workers doing the same do it once. Answers how many rows were found.
 */
export async function findAcross(
  { dataSource, transactions }: HousekeepingTools,
  query: { readonly text: string; readonly moment: number },
  act: (transaction: Transaction, practiceId: string, ids: readonly string[]) => Promise<unknown>,
): Promise<number> {
  let found = 0;
  for (let batch = 1; batch <= MOST_BATCHES; batch++) {
    const rows: { practice_id: string; id: string }[] = await dataSource.query(query.text, [
      new Date(query.moment),
      BATCH,
    ]);
    for (const [practiceId, own] of Map.groupBy(rows, (row) => row.practice_id)) {
      await transactions.inPractice(practiceId, null, (transaction) =>
        act(
          transaction,
          practiceId,
          own.map((row) => row.id),
        ),
      );
    }
    found += rows.length;
    if (rows.length < BATCH) break;
  }
  return found;
}
