import { needsSecondFactor, type Role, type SecondFactor, type SessionReply } from '@visavis/account';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Statements } from '../database/statements';
import type { Asking } from '../http/asking';
import { PROOF_LIFE } from '../http/asking.guard';

const SHOW = 'SELECT show_session($1, $2, $3, $4, $5, $6) AS session';

interface SessionRow extends Omit<SessionReply, 'provenUntil' | 'secondFactor'> {
  readonly enrolled: SecondFactor[];
  readonly heldRoles: readonly Role[];
  readonly recoveryCodes: number;
  /** No second factor has been given in this session. */
  readonly open: boolean;
}

/** What the signed-in client shows of who is signed in. */
@Injectable()
export class ShowSession {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-signed-in when the person left the practice meanwhile */
  async show(asking: Asking): Promise<SessionReply> {
    const { sessionId, practiceId, accountId, memberId, supervisorId, provenAt } = asking;
    const now = new Date(this.clock.now());
    const values = [practiceId, accountId, memberId, supervisorId, sessionId, now];
    const row = await this.statements.one<{ session: SessionRow | null }>('show-session', SHOW, values);
    if (!row?.session) throw new Refusal<GeneralRefusal>('not-signed-in');
    const { enrolled, heldRoles, recoveryCodes, open, ...session } = row.session;
    const needed = open && enrolled.length === 0 && needsSecondFactor(heldRoles);
    return {
      ...session,
      secondFactor: { enrolled, needed, recoveryCodes },
      provenUntil: provenAt === null ? null : provenAt + PROOF_LIFE,
    };
  }
}
