import { DAY, type Instant } from '@visavis/kernel';
import { randomUUIDv7 } from 'node:crypto';
import { newToken, tokenHash } from '../account/session-token';

/** Runs a statement past every policy. */
type Run = (text: string, values: unknown[]) => Promise<unknown[]>;

/**
 * A session as it is after password and second factor, without the work of either: tests of other subjects sign
 * many people in. Into the practice the person joined first.
 *
 * @returns the token
 */
export async function completeSession(
  run: Run,
  email: string,
  now: Instant,
  { proven = false }: { readonly proven?: boolean } = {},
): Promise<string> {
  const token = newToken();
  const opened = await run(
    `INSERT INTO session (id, account_id, practice_id, token_hash, browser, system, second_factor_at, proven_at,
       proven_by, created_at, last_seen_at, expires_at)
     SELECT $1, m.account_id, m.practice_id, $2, 'other', 'other', $3, $4::timestamptz, CASE WHEN $4::timestamptz IS NOT NULL THEN 'email-code' END, $3, $3, $5
     FROM account a JOIN member m ON m.account_id = a.id AND m.status = 'active'
     WHERE a.email = lower($6) ORDER BY m.created_at, m.practice_id LIMIT 1 RETURNING id`,
    [
      randomUUIDv7(),
      tokenHash(token),
      new Date(now),
      proven ? new Date(now) : null,
      new Date(now + 14 * DAY),
      email,
    ],
  );
  if (opened.length !== 1) throw new Error(`nobody with the address ${email} is a member`);
  return token;
}
