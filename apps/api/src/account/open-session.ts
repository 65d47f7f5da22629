import type { Instant } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '../clock/clock';
import { Transactions } from '../database/transactions';
import type { Device } from './device-words';
import { newToken, tokenHash } from './session-token';

/** What a new session begins with. */
export interface NewSession {
  readonly accountId: string;
  readonly practiceId: string;
  readonly device: Device;
  /** When the second factor was given and who it is was proven: with a passkey both at once, else not yet. */
  readonly passkeyAt: Instant | null;
  /** Milliseconds it lasts at most. */
  readonly life: number;
}

/** A new session at every sign-in. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @returns the token, for the cookie */
  async open({ accountId, practiceId, device, passkeyAt, life }: NewSession): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await this.transactions.asPerson(accountId, (transaction) =>
      transaction.query(
        `INSERT INTO session (id, account_id, practice_id, token_hash, browser, system, second_factor_at, proven_at,
           proven_by, created_at, last_seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $10, $8, $8, $9)`,
        [
          randomUUIDv7(),
          accountId,
          practiceId,
          tokenHash(token),
          device.browser,
          device.system,
          passkeyAt === null ? null : new Date(passkeyAt),
          new Date(now),
          new Date(now + life),
          passkeyAt === null ? null : 'passkey',
        ],
      ),
    );
    return token;
  }
}
