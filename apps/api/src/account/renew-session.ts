import type { SessionReply } from '@visavis/account';
import { Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transactions';
import type { Asking } from '../http/asking';
import { RecogniseSession } from './recognise-session';
import { newToken, tokenHash } from './session-token';
import { ShowSession } from './show-session';

export interface SignedIn {
  /** For the cookie and nothing else. */
  readonly token: string;
  readonly reply: SessionReply;
}

/** What becomes of a session; what is not named stays. */
export interface Renewal {
  readonly secondFactorAt?: Instant;
  readonly provenAt?: Instant;
  readonly provenBy?: 'email-code' | 'passkey';
  readonly practiceId?: string;
  readonly expiresAt?: Instant;
}

const RENEW = `
  UPDATE session SET token_hash = $3, second_factor_at = coalesce($4, second_factor_at),
    proven_at = coalesce($5, proven_at), practice_id = coalesce($6, practice_id), expires_at = coalesce($7, expires_at),
    proven_by = coalesce($8, proven_by)
  WHERE account_id = $1 AND id = $2 RETURNING id`;

/** A session that may do more than before gets a new token; the one it had opens nothing from then on. */
@Injectable()
export class RenewSession {
  constructor(
    private readonly sessions: RecogniseSession,
    private readonly showing: ShowSession,
  ) {}

  /**
   * @returns the new token
   * @throws Refusal not-signed-in when the session ended meanwhile
   */
  async renew(
    transaction: Transaction,
    { accountId, sessionId }: Pick<Asking, 'accountId' | 'sessionId'>,
    { secondFactorAt, provenAt, provenBy, practiceId, expiresAt }: Renewal,
  ): Promise<string> {
    const token = newToken();
    const [renewed]: [unknown[], number] = await transaction.query(RENEW, [
      accountId,
      sessionId,
      tokenHash(token),
      momentOf(secondFactorAt),
      momentOf(provenAt),
      practiceId ?? null,
      momentOf(expiresAt),
      provenBy ?? null,
    ]);
    if (renewed.length === 0) throw new Refusal<GeneralRefusal>('not-signed-in');
    return token;
  }

  /** After the commit: what the client is told. @throws Refusal not-signed-in */
  async answer(token: string): Promise<SignedIn> {
    const recognised = await this.sessions.recognise(token);
    if (recognised === null) throw new Refusal<GeneralRefusal>('not-signed-in');
    return { token, reply: await this.showing.show(recognised.asking) };
  }
}

function momentOf(at: Instant | undefined): Date | null {
  return at === undefined ? null : new Date(at);
}
