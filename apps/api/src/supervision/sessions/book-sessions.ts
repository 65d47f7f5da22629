import { freeStartsNear, refuse as refuseTime, type CalendarState } from '@visavis/booking';
import { Refusal, type Instant } from '@visavis/kernel';
import {
  countsMinutes,
  reserveMinutes,
  sessionSeries,
  type BookSessionsWish,
  type LedgerHead,
  type Party,
  type SessionsBookedReply,
} from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { lockCalendar } from '../../booking/appointments/appointment.repository';
import { readMinute } from '../../booking/appointments/read-start';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { OutboxBell } from '../../outbox/outbox-bell';
import { noteAct } from '../../practice/audit.queries';
import { lockContract } from '../contracts/contract.repository';
import type { StoredContract } from '../contracts/contract.table';
import { partyIn } from '../contracts/whose-contract';
import { appendLedger, readLedgerHead } from './ledger.repository';
import { placeSession, type PlacedSession } from './place-session';
import { keepAnswer, repeatedAnswer } from './repeated-request';
import { readSessionCalendar, termsToBook } from './session-calendar';
import { sessionReplyOf } from './session-reply';
import { findSession, insertSession } from './session.repository';
import { tellSession } from './tell-session';

type LeftOut = SessionsBookedReply['leftOut'][number];

interface Booking {
  readonly stored: StoredContract;
  readonly who: Party;
  readonly wish: BookSessionsWish;
  readonly now: Instant;
}

/** A session, or a series of them, under a contract. */
@Injectable()
export class BookSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bell: OutboxBell,
  ) {}

  /**
   * All or nothing, but for dates that are to be left out.
   * @throws Refusal not-found, role-too-low, malformed, contract-not-in-force, outside-term, insurance-expired,
   *   not-enough-minutes, time-not-offered, time-just-taken (with every date that is taken, and free times near by),
   *   idempotency-mismatch
   */
  async book(
    asking: Asking,
    contractId: string,
    wish: BookSessionsWish,
    key: string | null,
  ): Promise<SessionsBookedReply> {
    const now = this.clock.now();
    readMinute('start', wish.start);
    const reply = await this.transactions.inPractice(
      asking.practiceId,
      asking.accountId,
      async (transaction) => {
        const stored = await lockContract(transaction, asking.practiceId, contractId);
        const who = partyIn(stored, asking);
        const before = await repeatedAnswer(transaction, asking, contractId, wish, key, now);
        const booked = before ?? (await this.bookAll(transaction, asking, { stored, who, wish, now }));
        if (before === null) await keepAnswer(transaction, asking, contractId, wish, key, booked.ids, now);
        const sessions = await Promise.all(
          booked.ids.map((id) => findSession(transaction, asking.practiceId, id)),
        );
        return {
          created: sessions.flatMap((session) =>
            session === null ? [] : [sessionReplyOf(session, stored, who, now)],
          ),
          leftOut: booked.leftOut,
        };
      },
    );
    this.bell.ring();
    return reply;
  }

  private async bookAll(transaction: Transaction, asking: Asking, booking: Booking) {
    const { stored, wish, now } = booking;
    const { practiceId, supervisorId, contract } = stored;
    await lockCalendar(transaction, practiceId, supervisorId);
    let head = await readLedgerHead(transaction, practiceId, contract.id);
    const start = Date.parse(wish.start);
    const terms = termsToBook(contract, head.balanceAfter, now, start);
    const state = await readSessionCalendar(transaction, stored, terms, now);
    const starts =
      wish.repeat === null
        ? [start]
        : sessionSeries(start, wish.repeat.everyWeeks, wish.repeat.count, state.timeZone);
    const placed = placeAll(state, booking, starts);
    if (placed.leftOut.length > 0 && (!wish.leaveOutTaken || placed.free.length === 0))
      throw refusalOf(placed.leftOut, placed.first, state, start, now);
    const seriesId = wish.repeat === null ? null : randomUUIDv7();
    const ids: string[] = [];
    for (const place of placed.free) {
      const id = randomUUIDv7();
      head = await this.bookOne(transaction, booking, { id, place, head, seriesId });
      await noteAct(transaction, asking, 'session-booked', id, now);
      ids.push(id);
    }
    return { ids, leftOut: placed.leftOut };
  }

  /** @returns the ledger's new head */
  private async bookOne(
    transaction: Transaction,
    { stored, who, wish, now }: Booking,
    {
      id,
      place,
      head,
      seriesId,
    }: { id: string; place: PlacedSession; head: LedgerHead; seriesId: string | null },
  ): Promise<LedgerHead> {
    const { practiceId, contract } = stored;
    const terms = termsToBook(contract, head.balanceAfter, now, place.range.start);
    const counted = countsMinutes(terms);
    const entries = reserveMinutes(head, id, terms.format.sessionMin, counted);
    const appointmentId = await insertSession(
      transaction,
      stored,
      {
        id,
        ...place,
        medium: wish.medium,
        place: wish.place || terms.format.place.details,
        seriesId,
        origin: who === 'coach' ? 'public' : 'by-hand',
      },
      now,
    );
    if (appointmentId === null) throw refuseTime('time-just-taken');
    await appendLedger(transaction, practiceId, contract.id, entries, now);
    const told = { appointmentId, start: place.range.start, sequence: 0 };
    await tellSession(transaction, stored, 'session-booked', told, now);
    return entries.at(-1) ?? head;
  }
}

/** What of the wanted starts is free, and what is not with free times near by; `first` says why. */
function placeAll(state: CalendarState, { who, now }: Booking, starts: readonly Instant[]) {
  const free: PlacedSession[] = [];
  const leftOut: LeftOut[] = [];
  let first: Refusal | null = null;
  for (const start of starts) {
    try {
      free.push(placeSession(state, who, start, now));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      first ??= error;
      leftOut.push({ start, alternatives: freeStartsNear(state, start, now) });
    }
  }
  return { free, leftOut, first };
}

function refusalOf(
  leftOut: readonly LeftOut[],
  first: Refusal | null,
  state: CalendarState,
  start: Instant,
  now: Instant,
): Refusal {
  return new Refusal(first?.reason ?? 'time-just-taken', {
    ...first?.details,
    alternatives: leftOut[0]?.alternatives ?? freeStartsNear(state, start, now),
    conflicts: leftOut.map((date) => date.start),
    leftOut,
  });
}
