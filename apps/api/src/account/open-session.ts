import type { Instant } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '../clock/clock';
import { Transactions } from '../database/transactions';
import type { Device } from './device-words';
import { newToken, SESSION_LIFE, tokenHash } from './session-token';

/** What a new session begins with. */
export interface NewSession {
  readonly accountId: string;
  readonly practiceId: string;
  readonly device: Device;
  readonly secondFactorAt: Instant | null;
  readonly provenAt: Instant | null;
}

/** A new session at every sign-in and every change of what a session may; the one it replaces is ended. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @param former the session of the same browser, ended in the same transaction when it is the same person's
   * @returns the token, for the cookie
   */
  async open(
    { accountId, practiceId, device, secondFactorAt, provenAt }: NewSession,
    former: string | null,
  ): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await this.transactions.asPerson(accountId, async (transaction) => {
      await transaction.query('DELETE FROM session WHERE account_id = $1 AND id = $2', [accountId, former]);
      await transaction.query(
        `INSERT INTO session (id, account_id, practice_id, token_hash, browser, system, second_factor_at, proven_at,
           created_at, last_seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)`,
        [
          randomUUIDv7(),
          accountId,
          practiceId,
          tokenHash(token),
          device.browser,
          device.system,
          momentOf(secondFactorAt),
          momentOf(provenAt),
          new Date(now),
          new Date(now + SESSION_LIFE),
        ],
      );
    });
    return token;
  }
}

function momentOf(at: Instant | null): Date | null {
  return at === null ? null : new Date(at);
}
