import { MINUTE, type Instant } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';

/** Milliseconds for which a code, a link or a challenge counts. */
export const CODE_LIFE = 10 * MINUTE;

export type SessionPurpose = 'proof' | 'email-change' | 'passkey-registration';

export interface OpenCode {
  readonly id: string;
  readonly target: string | null;
}

/** An attempt is counted before the code is looked at, in a transaction of its own: a wrong one stays counted. */
const ATTEMPT = `
  UPDATE one_time_code SET attempts = attempts + 1
  WHERE account_id = $1 AND session_id = $2 AND purpose = $3 AND used_at IS NULL AND expires_at > $4 AND attempts < 5
  RETURNING id, target`;

/** Codes that belong to a session: one of each purpose at a time, five attempts, ten minutes, one use. */
@Injectable()
export class OneTimeCodes {
  constructor(private readonly transactions: Transactions) {}

  /** In the place of the one before, which is over. @returns the new id, 122 random bits */
  async begin(
    transaction: Transaction,
    { accountId, sessionId }: Asking,
    purpose: SessionPurpose,
    now: Instant,
    addresses: { readonly target: string; readonly former: string } | null = null,
  ): Promise<string> {
    const id = randomUUID();
    await transaction.query(
      'DELETE FROM one_time_code WHERE account_id = $1 AND session_id = $2 AND purpose = $3 AND used_at IS NULL',
      [accountId, sessionId, purpose],
    );
    await transaction.query(
      `INSERT INTO one_time_code (id, account_id, session_id, purpose, target, former, attempts, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8)`,
      [
        id,
        accountId,
        sessionId,
        purpose,
        addresses?.target ?? null,
        addresses?.former ?? null,
        new Date(now),
        new Date(now + CODE_LIFE),
      ],
    );
    return id;
  }

  /** The code that may still be tried, with this attempt counted; null when there is none. */
  async attempt(
    { accountId, sessionId }: Asking,
    purpose: SessionPurpose,
    now: Instant,
  ): Promise<OpenCode | null> {
    const [rows]: [OpenCode[], number] = await this.transactions.asPerson(accountId, (transaction) =>
      transaction.query(ATTEMPT, [accountId, sessionId, purpose, new Date(now)]),
    );
    return rows[0] ?? null;
  }

  /** Uses it up; of two at a time one is told true. */
  async use(
    transaction: Transaction,
    { accountId }: Pick<Asking, 'accountId'>,
    id: string,
    now: Instant,
  ): Promise<boolean> {
    const [used]: [unknown[], number] = await transaction.query(
      `UPDATE one_time_code SET used_at = $3
       WHERE account_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > $3 RETURNING id`,
      [accountId, id, new Date(now)],
    );
    return used.length > 0;
  }
}
