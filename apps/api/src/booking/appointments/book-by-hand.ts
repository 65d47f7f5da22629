import {
  occupiedBy,
  planLetters,
  refuse,
  type AppointmentDetail,
  type HandBookingWish,
  type PlannedLetter,
} from '@visavis/booking';
import { MINUTE, Refusal, type GeneralRefusal, type Instant, type Language } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import { raised } from '../../database/violates';
import type { SupervisorAsking } from '../../http/asking';
import { malformed } from '../../http/shape';
import { OutboxBell } from '../../outbox/outbox-bell';
import { readPhone } from '../public/read-phone';
import { readDetail } from './appointment.queries';
import { OfferOthers } from './offer-others';
import { readMinute, refuseOutsideOfFuture } from './read-start';

interface Terms {
  readonly lengthMin: number;
  readonly bufferBeforeMin: number;
  readonly bufferAfterMin: number;
  readonly language: Language;
  readonly country: string;
}

/** No version and no cap: the supervisor may exceed the own rules. The constraint still has the last word. */
const CONFIRM = `SELECT result FROM confirm_booking(
  $1, $2, NULL, $3, $4, $5, $6, $7, $8, NULL, NULL, NULL, 'by-hand', $9, $10, $11, $12, NULL, NULL, NULL)`;

/** A supervisor books a discovery call for someone who phoned. */
@Injectable()
export class BookByHand {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly others: OfferOthers,
    private readonly bell: OutboxBell,
  ) {}

  /**
   * @throws Refusal malformed (also `email` or `phone` of someone who has an open call already),
   *   time-not-offered for a start that is not ahead, time-just-taken
   */
  async book(asking: SupervisorAsking, wish: HandBookingWish): Promise<AppointmentDetail> {
    const now = this.clock.now();
    const start = readMinute('start', wish.start);
    try {
      refuseOutsideOfFuture(start, now);
      const detail = await this.inPractice(asking, async (transaction) => {
        const terms = await readTerms(transaction, asking);
        const id = await this.write(transaction, asking, wish, terms, start, now);
        return readDetail(transaction, asking, id);
      });
      this.bell.ring();
      return detail;
    } catch (error) {
      if (raised(error, 'person-limit')) throw await this.whoseCallIsOpen(asking, wish);
      throw await this.others.to(error, asking, start, now);
    }
  }

  private async write(
    transaction: Transaction,
    asking: SupervisorAsking,
    wish: HandBookingWish,
    terms: Terms,
    start: Instant,
    now: Instant,
  ) {
    const id = randomUUIDv7();
    const { firstName, lastName, email, reason, language, timeZone } = wish;
    const phone = readPhone(wish.phone, wish.phoneCountry ?? terms.country);
    const intake = {
      firstName,
      lastName,
      email,
      phone,
      reason,
      words: wish.words || null,
      language,
      timeZone,
    };
    const range = { start, end: start + terms.lengthMin * MINUTE };
    const occupies = occupiedBy(range, terms);
    const letters = planLetters('booked', {
      start,
      now,
      hasVisitorAddress: email !== null,
      sequence: 0,
      languages: { visitor: language, supervisor: terms.language },
    });
    const values = [
      asking.practiceId,
      asking.supervisorId,
      new Date(now),
      id,
      new Date(range.start),
      new Date(range.end),
      new Date(occupies.start),
      new Date(occupies.end),
      asking.memberId,
      JSON.stringify(intake),
      JSON.stringify(letters.map(letterRow)),
      randomUUIDv7(),
    ];
    const rows: { result: string }[] = await transaction.query(CONFIRM, values).catch((error: unknown) => {
      throw raised(error, 'time-just-taken') ? refuse('time-just-taken') : error;
    });
    if (rows[0]?.result !== 'booked') throw new Refusal<GeneralRefusal>('not-found');
    return id;
  }

  /** The supervisor is no stranger to the practice's calls: name the field that is taken. */
  private whoseCallIsOpen(asking: SupervisorAsking, wish: HandBookingWish): Promise<Refusal> {
    return this.inPractice(asking, async (transaction) => {
      const [taken]: { email: boolean }[] = await transaction.query(
        `SELECT EXISTS (SELECT 1 FROM discovery_call
           WHERE practice_id = $1 AND open AND lower(email) = lower($2)) AS email`,
        [asking.practiceId, wish.email],
      );
      return malformed([{ field: taken?.email ? 'email' : 'phone', code: 'has-open-call' }]);
    });
  }

  private inPractice<T>(
    asking: SupervisorAsking,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    return this.transactions.inPractice(asking.practiceId, asking.accountId, work);
  }
}

async function readTerms(transaction: Transaction, asking: SupervisorAsking): Promise<Terms> {
  const rows: Terms[] = await transaction.query(
    `SELECT o.length_min AS "lengthMin", o.buffer_before_min AS "bufferBeforeMin", o.buffer_after_min AS "bufferAfterMin",
       s.language, p.country
     FROM offer o
     JOIN supervisor s ON s.practice_id = o.practice_id AND s.id = o.supervisor_id
     JOIN practice p ON p.practice_id = o.practice_id
     WHERE o.practice_id = $1 AND o.supervisor_id = $2 AND o.kind = 'discovery-call'`,
    [asking.practiceId, asking.supervisorId],
  );
  if (rows[0] === undefined) throw new Refusal<GeneralRefusal>('not-found');
  return rows[0];
}

function letterRow({ kind, recipient, language, dueAt }: PlannedLetter) {
  return { id: randomUUIDv7(), kind, recipient, language, due_at: new Date(dueAt).toISOString() };
}
