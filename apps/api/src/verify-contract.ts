import 'reflect-metadata';
import { createDataSource } from './database/data-source';
import { Transactions } from './database/transactions';
import { checkEvidenceDays, type CheckedDays } from './supervision/documents/check-evidence-days';
import { checkEvidence, type CheckedEvidence } from './supervision/documents/check-evidence';

/**
 * Recomputes the evidence of one contract, or of all of a practice, as the application's role (`DATABASE_URL`):
 *
 *   verify-contract.mjs <practice> [<contract id>]
 *
 * A line for each contract, one for everything in it that does not hold; ends with 1 when there is any. For a whole
 * practice also the days that were kept and stamped.
 */
async function main([slug, contractId]: readonly string[]): Promise<void> {
  const url = process.env['DATABASE_URL'];
  if (url === undefined || !URL.canParse(url)) {
    throw new Error('DATABASE_URL: missing; expected postgres://user:password@host:port/database');
  }
  if (slug === undefined) throw new Error('which practice? verify-contract.mjs <practice> [<contract id>]');
  const dataSource = createDataSource({
    url,
    pool: 1,
    statementTimeout: 60_000,
    applicationName: 'visavis-verify',
  });
  await dataSource.initialize();
  try {
    await verify(new Transactions(dataSource), slug, contractId);
  } finally {
    await dataSource.destroy();
  }
}

async function verify(transactions: Transactions, slug: string, wanted: string | undefined): Promise<void> {
  const [practice] = await transactions.outside<{ id: string }>(
    'SELECT practice_id AS id FROM practice_address WHERE slug = $1',
    [slug],
  );
  if (practice === undefined) throw new Error(`no practice ${slug}`);
  const contracts = await transactions.inPractice(practice.id, null, (transaction) =>
    transaction.query<{ id: string }[]>(
      'SELECT id FROM contract WHERE practice_id = $1 AND id::text = coalesce($2, id::text) ORDER BY number, id',
      [practice.id, wanted ?? null],
    ),
  );
  if (wanted !== undefined && contracts.length === 0) throw new Error(`no contract ${wanted} in ${slug}`);
  for (const { id } of contracts) {
    report(
      await transactions.inPractice(practice.id, null, (transaction) =>
        checkEvidence(transaction, practice.id, id),
      ),
    );
  }
  if (wanted !== undefined) return;
  reportDays(
    await transactions.inPractice(practice.id, null, (transaction) =>
      checkEvidenceDays(transaction, practice.id),
    ),
  );
}

/** The heads of chains that were kept day by day: what only they show is a chain cut off or written anew. */
function reportDays({ days, stamped, broken }: CheckedDays): void {
  if (days === 0) return;
  console.log(`${days} days: ${broken.length === 0 ? 'hold' : 'BROKEN'} (${stamped} stamped)`);
  for (const sentence of broken) console.log(`  ${sentence}`);
  if (broken.length > 0) process.exitCode = 1;
}

function report({ contractId, events, texts, seals, broken }: CheckedEvidence): void {
  const counts = `${events} events, ${texts} texts, ${seals} seals`;
  console.log(`${contractId}: ${broken.length === 0 ? 'holds' : 'BROKEN'} (${counts})`);
  for (const sentence of broken) console.log(`  ${sentence}`);
  if (broken.length > 0) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
