import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '../clock/clock';
import { Transactions } from '../database/transactions';
import { EndSession } from './end-session';
import { RecogniseSession } from './recognise-session';
import { newToken, SESSION_LIFE, tokenHash } from './session-token';

/** A new session at every sign-in; the one the browser held before ends, whoever it belonged to. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: RecogniseSession,
    private readonly ending: EndSession,
    private readonly clock: Clock,
  ) {}

  /** @returns the token, for the cookie */
  async open(accountId: string, formerToken: string | undefined): Promise<string> {
    const former = await this.sessions.recognise(formerToken);
    if (former !== null) await this.ending.end(former);
    const token = newToken();
    const now = this.clock.now();
    await this.transactions.asPerson(accountId, (transaction) =>
      transaction.query(
        `INSERT INTO session (id, account_id, token_hash, created_at, last_seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $4, $5)`,
        [randomUUIDv7(), accountId, tokenHash(token), new Date(now), new Date(now + SESSION_LIFE)],
      ),
    );
    return token;
  }
}
