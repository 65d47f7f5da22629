import { canChange, cancelAppointment } from '@visavis/booking';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import { RateLimits } from '../../http/rate-limits';
import { OutboxBell } from '../../outbox/outbox-bell';
import { insertAudit, saveCancel } from '../appointments/appointment.repository';
import { tellPeople } from '../appointments/tell-people';
import { FindCalendar } from './find-calendar';
import { VisitorCalls, type ManageLink } from './visitor-calls';

/**
 * A visitor takes back everything: a call that has not begun is cancelled (the supervisor is told, the
 * visitor's own letters go nowhere any more), then every personal column is emptied.
 */
@Injectable()
export class EraseCall {
  constructor(
    private readonly find: FindCalendar,
    private readonly calls: VisitorCalls,
    private readonly transactions: Transactions,
    private readonly limits: RateLimits,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found */
  async erase(link: ManageLink, address: string): Promise<void> {
    await this.limits.attempt(address);
    const practice = await this.find.practice(link.practiceSlug);
    const now = this.clock.now();
    await this.transactions.inPractice(practice.id, null, async (transaction) => {
      const open = await this.calls.lock(transaction, practice, link);
      if (canChange(open, now)) {
        const cancelled = {
          ...open,
          ...cancelAppointment(open, now),
          intake: { ...open.intake, email: null },
        };
        await saveCancel(transaction, practice.id, cancelled, now);
        await tellPeople(transaction, practice.id, 'cancelled', cancelled, now);
      }
      await transaction.query(
        `UPDATE letter SET state = 'superseded'
         WHERE practice_id = $1 AND appointment_id = $2 AND recipient = 'visitor' AND state IN ('planned', 'failed')`,
        [practice.id, open.id],
      );
      await transaction.query(
        `UPDATE discovery_call SET first_name = NULL, last_name = NULL, email = NULL, phone = NULL, words = NULL,
           open = false, erased_at = $3
         WHERE practice_id = $1 AND id = $2`,
        [practice.id, open.id, new Date(now)],
      );
      await insertAudit(
        transaction,
        practice.id,
        { act: 'erased', actor: 'visitor', memberId: null, objectId: open.id },
        now,
      );
    });
    this.bell.ring();
  }
}
