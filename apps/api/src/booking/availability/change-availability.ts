import type { AvailabilityReply } from '@visavis/booking';
import { Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import type { AuditAct } from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { noteAct } from '../../practice/audit.queries';
import { readAvailability } from './read-availability';

/**
 * How every change of availability runs: one transaction that raises the calendar's version first, which is
 * also the lock that bookings take; then the change, its audit row, and what the editor shows afterwards.
 */
@Injectable()
export class ChangeAvailability {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found when there is no such calendar, and whatever `work` refuses */
  change(
    asking: SupervisorAsking,
    act: AuditAct,
    work: (transaction: Transaction, now: Instant) => Promise<void>,
  ): Promise<AvailabilityReply> {
    const { practiceId, accountId, supervisorId } = asking;
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const now = this.clock.now();
      const [, locked]: [unknown[], number] = await transaction.query(
        'UPDATE calendar SET version = version + 1 WHERE practice_id = $1 AND supervisor_id = $2',
        [practiceId, supervisorId],
      );
      if (locked === 0) throw new Refusal<GeneralRefusal>('not-found');
      await work(transaction, now);
      await noteAct(transaction, asking, act, supervisorId, now);
      return readAvailability(transaction, asking, now);
    });
  }
}
