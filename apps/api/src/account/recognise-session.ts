import { needsSecondFactor, type Role } from '@visavis/account';
import { MINUTE } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Statements } from '../database/statements';
import type { Asking } from '../http/asking';
import type { Recognised } from '../http/asking.guard';
import { SESSION_IDLE, SESSION_TOUCH, tokenHash } from './session-token';

const RECOGNISE = 'SELECT recognise_session($1, $2, $3, $4) AS session';

interface Session {
  readonly asking: Asking;
  /** `waiting`: enrolled, and not given in this session yet. */
  readonly secondFactor: 'given' | 'waiting' | 'none';
  /** Deactivated, and let back in to their vault. */
  readonly former: boolean;
  /** The roles of the member, also while they are former: a second factor stays needed. */
  readonly heldRoles: readonly Role[];
}

/** Who holds a token, with the roles they have now: a change of role or membership counts from the next request. */
@Injectable()
export class RecogniseSession {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** null for a token that is unknown, ended, idle for too long, too old, or waits for its second factor. */
  async recognise(token: string | undefined): Promise<Recognised | null> {
    const session = await this.find(token);
    if (session === null || session.secondFactor === 'waiting') return null;
    const { asking, secondFactor, former, heldRoles } = session;
    return { asking, former, mustEnrol: secondFactor === 'none' && needsSecondFactor(heldRoles) };
  }

  /** Whoever gave the password and has a second factor to give; null for every other session. */
  async recogniseWaiting(token: string | undefined): Promise<Asking | null> {
    const session = await this.find(token);
    return session?.secondFactor === 'waiting' ? session.asking : null;
  }

  async find(token: string | undefined): Promise<Session | null> {
    const hash = tokenHash(token);
    if (hash === null) return null;
    const values = [hash, new Date(this.clock.now()), minutes(SESSION_IDLE), minutes(SESSION_TOUCH)];
    const row = await this.statements.one<{ session: Session | null }>(
      'recognise-session',
      RECOGNISE,
      values,
    );
    return row?.session ?? null;
  }
}

function minutes(milliseconds: number): string {
  return `${milliseconds / MINUTE} minutes`;
}
