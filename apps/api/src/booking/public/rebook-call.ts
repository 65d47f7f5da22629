import { refuse, type BookedCall } from '@visavis/booking';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import { FindCalendar } from './find-calendar';
import { RequestBooking } from './request-booking';
import { VisitorCalls, type ManageLink } from './visitor-calls';

/** After a call that nobody answered: another time, without typing anything again. */
@Injectable()
export class RebookCall {
  constructor(
    private readonly find: FindCalendar,
    private readonly calls: VisitorCalls,
    private readonly transactions: Transactions,
    private readonly booking: RequestBooking,
  ) {}

  /** @throws Refusal not-found, already-started when there is nothing to make good, and any of a booking's */
  async rebook(link: ManageLink, start: string, address: string): Promise<BookedCall> {
    const practice = await this.find.practice(link.practiceSlug);
    const missed = await this.transactions.inPractice(practice.id, null, (transaction) =>
      this.calls.open(transaction, practice, link),
    );
    if (missed.outcome !== 'did-not-answer') throw refuse('already-started');
    const { firstName, lastName, email, phone, reason, words, language, timeZone } = missed.intake;
    const intake = { firstName, lastName, email, phone, reason, words, language, timeZone };
    return this.booking.again(
      practice,
      missed.supervisor.slug,
      Date.parse(start),
      intake,
      `rebook ${missed.id} ${start}`,
      address,
    );
  }
}
