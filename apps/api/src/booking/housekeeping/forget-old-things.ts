import { DAY } from '@visavis/kernel';
import type { HousekeepingTools } from './housekeeping-tools';

/** How long an idempotency key is remembered, in milliseconds. */
const KEY_LIFE = DAY;

export async function forgetOldKeys({ dataSource, transactions, clock }: HousekeepingTools): Promise<void> {
  const before = new Date(clock.now() - KEY_LIFE);
  const practices: { practice_id: string }[] = await dataSource.query(
    'SELECT practice_id FROM practices_with_old_keys($1)',
    [before],
  );
  for (const { practice_id: practiceId } of practices) {
    await transactions.inPractice(practiceId, null, (transaction) =>
      transaction.query('DELETE FROM idempotency_key WHERE practice_id = $1 AND created_at < $2', [
        practiceId,
        before,
      ]),
    );
  }
}

export async function forgetExpiredSessions({ dataSource, clock }: HousekeepingTools): Promise<void> {
  await dataSource.query('SELECT forget_sessions($1)', [new Date(clock.now())]);
}

/** One-time codes a day after their time: until then a letter may still have to be written about one. */
export async function forgetOldCodes({ dataSource, clock }: HousekeepingTools): Promise<void> {
  await dataSource.query('SELECT forget_codes($1)', [new Date(clock.now() - DAY)]);
}

/** Counters of limits whose window has closed; `expire` is epoch milliseconds. */
export async function forgetClosedLimits({ dataSource, clock }: HousekeepingTools): Promise<void> {
  await dataSource.query('DELETE FROM rate_limit WHERE expire < $1', [clock.now()]);
}
