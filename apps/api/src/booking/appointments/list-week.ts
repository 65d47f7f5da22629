import type { WeekQuery, WeekReply } from '@visavis/booking';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { readWeek } from './appointment.queries';

/** A supervisor's own appointments of some weeks. */
@Injectable()
export class ListWeek {
  constructor(private readonly transactions: Transactions) {}

  list(asking: SupervisorAsking, { from, to }: WeekQuery): Promise<WeekReply> {
    return this.transactions.inPractice(asking.practiceId, asking.accountId, async (transaction) => {
      const [supervisor]: { time_zone: string }[] = await transaction.query(
        'SELECT time_zone FROM supervisor WHERE practice_id = $1 AND id = $2',
        [asking.practiceId, asking.supervisorId],
      );
      if (supervisor === undefined) throw new Refusal<GeneralRefusal>('not-found');
      const appointments = await readWeek(transaction, asking, { start: from, end: to });
      return { timeZone: supervisor.time_zone, appointments };
    });
  }
}
