import { canChange, planLetters, refuse, type BookedCall } from '@visavis/booking';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import { violates } from '../../database/violates';
import { RateLimits } from '../../http/rate-limits';
import { OutboxBell } from '../../outbox/outbox-bell';
import { insertAudit, insertLetters } from '../appointments/appointment.repository';
import { FindCalendar } from './find-calendar';
import { VisitorCalls, type ManageLink, type OpenedCall } from './visitor-calls';

/** A mistyped address is put right: what was to go to the wrong one is planned again for the right one. */
@Injectable()
export class CorrectEmail {
  constructor(
    private readonly find: FindCalendar,
    private readonly calls: VisitorCalls,
    private readonly transactions: Transactions,
    private readonly limits: RateLimits,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found, already-cancelled, already-started, person-limit, too-many-requests */
  async correct(link: ManageLink, email: string, address: string): Promise<BookedCall> {
    await this.limits.attempt(address);
    const practice = await this.find.practice(link.practiceSlug);
    // Only who holds the link may use up what an address is allowed.
    await this.transactions.inPractice(practice.id, null, (transaction) =>
      this.calls.open(transaction, practice, link),
    );
    await this.limits.booking(address, practice.id, email);
    const now = this.clock.now();
    try {
      const call = await this.transactions.inPractice(practice.id, null, async (transaction) => {
        const open = await this.calls.lock(transaction, practice, link);
        if (open.intake.email === email) return open;
        if (open.status === 'cancelled') throw refuse('already-cancelled');
        if (!canChange(open, now)) throw refuse('already-started');
        await transaction.query('UPDATE discovery_call SET email = $3 WHERE practice_id = $1 AND id = $2', [
          practice.id,
          open.id,
          email,
        ]);
        await transaction.query(
          `UPDATE letter SET state = 'superseded'
           WHERE practice_id = $1 AND appointment_id = $2 AND recipient = 'visitor' AND state IN ('planned', 'failed')`,
          [practice.id, open.id],
        );
        const languages = { visitor: open.intake.language, supervisor: open.supervisor.language };
        const plan = {
          start: open.startsAt,
          now,
          hasVisitorAddress: true,
          sequence: open.sequence,
          languages,
        };
        await insertLetters(transaction, practice.id, open.id, planLetters('address-corrected', plan), now);
        await insertAudit(
          transaction,
          practice.id,
          { act: 'email-corrected', actor: 'visitor', memberId: null, objectId: open.id },
          now,
        );
        const corrected: OpenedCall = { ...open, intake: { ...open.intake, email } };
        return corrected;
      });
      this.bell.ring();
      return this.calls.replyOf(practice, call);
    } catch (error) {
      if (violates(error, 'discovery_call_open_email')) throw refuse('person-limit');
      throw error;
    }
  }
}
