import type { QueryRunner } from 'typeorm';
import type { Row } from './export-sheet';

/** Rows in memory at once, whatever the size of the table. */
const AT_ONCE = 500;

let cursors = 0;

/** The rows of a query inside the runner's open transaction, a few hundred at a time. */
export async function* rowsByCursor(
  runner: QueryRunner,
  query: string,
  values: readonly unknown[],
): AsyncGenerator<Row> {
  const name = `export_${(cursors += 1)}`;
  const declare = `DECLARE ${name} NO SCROLL CURSOR FOR ${query}`;
  const fetch = `FETCH ${AT_ONCE} FROM ${name}`;
  const close = `CLOSE ${name}`;
  await runner.query(declare, [...values]);
  for (;;) {
    const rows = (await runner.query(fetch)) as Row[];
    yield* rows;
    if (rows.length < AT_ONCE) break;
  }
  await runner.query(close);
}
