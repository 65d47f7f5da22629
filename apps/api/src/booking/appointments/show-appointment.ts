import type { AppointmentDetail } from '@visavis/booking';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { readDetail } from './appointment.queries';

/** One own appointment with its intake and the state of its letters. */
@Injectable()
export class ShowAppointment {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal not-found */
  show(asking: SupervisorAsking, id: string): Promise<AppointmentDetail> {
    return this.transactions.inPractice(asking.practiceId, asking.accountId, (transaction) =>
      readDetail(transaction, asking, id),
    );
  }
}
