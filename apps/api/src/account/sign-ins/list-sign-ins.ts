import type { Browser, SignInsReply, System } from '@visavis/account';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { SESSION_IDLE } from '../session-token';

interface SessionRow {
  readonly id: string;
  readonly browser: Browser;
  readonly system: System;
  readonly created_at: Date;
  readonly last_seen_at: Date;
}

/** Sessions that would still be recognised; one that only waits for a second factor is none. */
const LIST = `
  SELECT s.id, s.browser, s.system, s.created_at, s.last_seen_at FROM session s
  WHERE s.account_id = $1 AND s.expires_at > $2 AND s.last_seen_at > $3
    AND (s.second_factor_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM credential c
      WHERE c.account_id = $1 AND c.kind IN ('totp', 'passkey') AND NOT c.waiting))
  ORDER BY s.last_seen_at DESC, s.id LIMIT 100`;

/** Where a person is signed in, told by words for the device. */
@Injectable()
export class ListSignIns {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list({ accountId, sessionId }: Asking): Promise<SignInsReply> {
    const now = this.clock.now();
    const rows: SessionRow[] = await this.transactions.asPerson(accountId, (transaction) =>
      transaction.query(LIST, [accountId, new Date(now), new Date(now - SESSION_IDLE)]),
    );
    return {
      signIns: rows.map((row) => ({
        id: row.id,
        current: row.id === sessionId,
        browser: row.browser,
        system: row.system,
        signedInAt: row.created_at.getTime(),
        lastSeenAt: row.last_seen_at.getTime(),
      })),
    };
  }
}
