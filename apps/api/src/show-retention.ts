import { ConfigurationError, readConfiguration } from './configuration/configuration';
import { createDataSource } from './database/data-source';
import { Transactions } from './database/transactions';
import { readRetention } from './practice/data/read-retention';

/**
 * What the next round of retention would erase, practice by practice: counts and dates, one line of JSON each. With
 * addresses of practices as arguments only those. Erases nothing.
 */
async function main(): Promise<void> {
  const { DATABASE_URL: url } = readConfiguration(process.env);
  const dataSource = await createDataSource({
    url,
    pool: 1,
    statementTimeout: 60_000,
    applicationName: 'visavis-retention',
  }).initialize();
  try {
    const asked = process.argv.slice(2);
    const transactions = new Transactions(dataSource);
    const practices = await transactions.outside<{ slug: string; practice_id: string }>(
      'SELECT slug, practice_id FROM practice_address WHERE current ORDER BY slug',
      [],
    );
    for (const { slug, practice_id: practiceId } of practices) {
      if (asked.length > 0 && !asked.includes(slug)) continue;
      const reply = await transactions.inPractice(practiceId, null, (transaction) =>
        readRetention(transaction, practiceId, Date.now()),
      );
      console.log(JSON.stringify({ practice: slug, ...reply }));
    }
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigurationError ? error.message : 'failed');
  process.exitCode = 1;
});
