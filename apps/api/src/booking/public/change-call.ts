import {
  cancelAppointment,
  moveAppointment,
  refuse,
  requestBooking,
  type BookedCall,
  type CalendarState,
  type LetterChange,
} from '@visavis/booking';
import { Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import { RateLimits } from '../../http/rate-limits';
import { OutboxBell } from '../../outbox/outbox-bell';
import { insertAudit, saveCancel, saveMove } from '../appointments/appointment.repository';
import { tellPeople } from '../appointments/tell-people';
import { Calendars } from '../calendar/calendars';
import type { PublicPractice } from '../calendar/directory';
import { FindCalendar } from './find-calendar';
import { VisitorCalls, type ManageLink, type OpenedCall } from './visitor-calls';

/** How often a move is decided anew because the calendar changed between reading and writing. */
const MOST_DECISIONS = 3;

/** A visitor moves or cancels the call that a manage link opens, until it begins. */
@Injectable()
export class ChangeCall {
  constructor(
    private readonly find: FindCalendar,
    private readonly calls: VisitorCalls,
    private readonly calendars: Calendars,
    private readonly transactions: Transactions,
    private readonly limits: RateLimits,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found, already-cancelled, already-started, time-not-offered, time-just-taken */
  async move(link: ManageLink, start: Instant, address: string): Promise<BookedCall> {
    await this.limits.attempt(address);
    const practice = await this.find.practice(link.practiceSlug);
    const before = await this.transactions.inPractice(practice.id, null, (transaction) =>
      this.calls.open(transaction, practice, link),
    );
    if (before.status === 'booked' && before.startsAt === start) return this.calls.replyOf(practice, before);
    const key = { practiceId: practice.id, supervisorId: before.supervisorId };
    for (let decision = 1; decision <= MOST_DECISIONS; decision++) {
      const state = await this.calendars.fresh(key, 'discovery-call');
      if (state === null) throw new Refusal<GeneralRefusal>('not-found');
      const moved = await this.moveOn(practice, link, state, start);
      if (moved !== null) {
        this.bell.ring();
        return this.calls.replyOf(practice, moved);
      }
    }
    throw refuse('time-just-taken');
  }

  /** Cancelling what is cancelled changes nothing and is no error. @throws Refusal not-found, already-started */
  async cancel(link: ManageLink, address: string): Promise<BookedCall> {
    await this.limits.attempt(address);
    const practice = await this.find.practice(link.practiceSlug);
    const now = this.clock.now();
    const call = await this.transactions.inPractice(practice.id, null, async (transaction) => {
      const open = await this.calls.lock(transaction, practice, link);
      if (open.status === 'cancelled') return open;
      const cancelled: OpenedCall = { ...open, ...cancelAppointment(open, now) };
      await saveCancel(transaction, practice.id, cancelled, now);
      await this.told(transaction, practice, 'cancelled', cancelled, now);
      return cancelled;
    });
    this.bell.ring();
    return this.calls.replyOf(practice, call);
  }

  /** null: the calendar changed since `state` was read. */
  private moveOn(
    practice: PublicPractice,
    link: ManageLink,
    state: CalendarState,
    start: Instant,
  ): Promise<OpenedCall | null> {
    const now = this.clock.now();
    return this.transactions.inPractice(practice.id, null, async (transaction) => {
      const open = await this.calls.lock(transaction, practice, link);
      const versions: { version: string }[] = await transaction.query(
        'SELECT version::text FROM calendar WHERE practice_id = $1 AND supervisor_id = $2',
        [practice.id, open.supervisorId],
      );
      // The lock has raised the version by one.
      if (BigInt(versions[0]?.version ?? 0) !== BigInt(state.version) + 1n) return null;
      const moved: OpenedCall = {
        ...open,
        ...moveAppointment(open, requestBooking(without(state, open), start, now).range, now),
      };
      await saveMove(transaction, practice.id, moved, now);
      await this.told(transaction, practice, 'moved', moved, now);
      return moved;
    });
  }

  private async told(
    transaction: Transaction,
    practice: PublicPractice,
    change: Extract<LetterChange, 'moved' | 'cancelled'>,
    call: OpenedCall,
    now: Instant,
  ): Promise<void> {
    await tellPeople(transaction, practice.id, change, call, now);
    await insertAudit(
      transaction,
      practice.id,
      { act: change, actor: 'visitor', memberId: null, objectId: call.id },
      now,
    );
  }
}

/** A move leaves itself out, of what is busy and of the cap. */
function without(state: CalendarState, call: OpenedCall): CalendarState {
  const busy = state.busy.filter(({ start, end }) => start !== call.occupiesFrom || end !== call.occupiesTo);
  return { ...state, busy };
}
