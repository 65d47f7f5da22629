import { cancelSession, type CancelSessionWish, type SessionReply } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { OutboxBell } from '../../outbox/outbox-bell';
import { noteAct } from '../../practice/audit.queries';
import { lockSession } from './lock-session';
import { sessionReplyOf } from './session-reply';
import { findSession } from './session.repository';
import { callOff } from './settle-session';

/** A party cancels a session at the cost that was shown before the click. */
@Injectable()
export class CancelSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bell: OutboxBell,
  ) {}

  /** @throws Refusal not-found, role-too-low, changed-meanwhile, wrong-state, session-over, cost-changed */
  async cancel(asking: Asking, id: string, wish: CancelSessionWish): Promise<SessionReply> {
    const now = this.clock.now();
    const reply = await this.transactions.inPractice(
      asking.practiceId,
      asking.accountId,
      async (transaction) => {
        const { session, stored, who } = await lockSession(transaction, asking, 'id', id, wish.sequence);
        const shown = { totalCents: wish.shownTotalCents, minutesUsed: wish.shownMinutesUsed };
        const cancelled = cancelSession(session, session.terms, who, shown, now);
        await callOff(transaction, stored, session, cancelled.session.state, cancelled.settlement, now);
        await noteAct(transaction, asking, 'session-cancelled', id, now);
        const after = await findSession(transaction, asking.practiceId, id);
        return sessionReplyOf(after ?? session, stored, who, now);
      },
    );
    this.bell.ring();
    return reply;
  }
}
