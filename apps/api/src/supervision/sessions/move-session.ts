import { freeStartsNear, moveAppointment, type CalendarState } from '@visavis/booking';
import { Refusal, type Instant } from '@visavis/kernel';
import {
  bookingObstacle,
  moveSession,
  refuse,
  type MoveSessionWish,
  type SessionReply,
} from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { findForChange, saveMove } from '../../booking/appointments/appointment.repository';
import { readMinute } from '../../booking/appointments/read-start';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { OutboxBell } from '../../outbox/outbox-bell';
import { noteAct } from '../../practice/audit.queries';
import { lockSession, type LockedSession } from './lock-session';
import { placeSession } from './place-session';
import { readSessionCalendar } from './session-calendar';
import { sessionReplyOf } from './session-reply';
import { findSession } from './session.repository';
import type { StoredSession } from './session.table';
import { tellSession } from './tell-session';

/** A party moves a session: its id, its appointment and the calendar's UID stay. */
@Injectable()
export class MoveSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bell: OutboxBell,
  ) {}

  /**
   * @param by the session's own id, or that of its appointment, as the supervisor's week knows it
   * @throws Refusal not-found, role-too-low, changed-meanwhile, wrong-state, session-over, too-late-to-move,
   *   contract-not-in-force, outside-term, insurance-expired, time-not-offered, time-just-taken
   */
  async move(
    asking: Asking,
    id: string,
    wish: MoveSessionWish,
    by: 'id' | 'appointment_id' = 'id',
  ): Promise<SessionReply> {
    const now = this.clock.now();
    const start = readMinute('start', wish.start);
    const reply = await this.transactions.inPractice(
      asking.practiceId,
      asking.accountId,
      async (transaction) => {
        const locked = await lockSession(transaction, asking, by, id, wish.sequence);
        const { session, stored, who } = locked;
        if (start !== session.start) {
          await change(transaction, locked, start, now);
          await noteAct(transaction, asking, 'session-moved', session.id, now);
        }
        const after = await findSession(transaction, asking.practiceId, session.id);
        return sessionReplyOf(after ?? session, stored, who, now);
      },
    );
    this.bell.ring();
    return reply;
  }
}

async function change(
  transaction: Transaction,
  { session, stored, who }: LockedSession,
  start: Instant,
  now: Instant,
): Promise<void> {
  const { practiceId, contract } = stored;
  // A session keeps the minutes it holds: the balance is no question here.
  const obstacle = bookingObstacle(contract, null, now, start);
  if (obstacle !== null) throw refuse(obstacle);
  const state = withoutSession(await readSessionCalendar(transaction, stored, session.terms, now), session);
  const to = { start, end: start + (session.end - session.start) };
  moveSession(session, to, session.terms, who, now);
  try {
    placeSession(state, who, start, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.reason, {
      ...error.details,
      alternatives: freeStartsNear(state, start, now),
    });
  }
  const appointment = await findForChange(transaction, practiceId, session.appointmentId);
  if (appointment === null) throw new Error('a session without its appointment');
  const moved = moveAppointment(appointment, to, now);
  await saveMove(transaction, practiceId, moved, now);
  const told = { appointmentId: session.appointmentId, start, sequence: moved.sequence };
  await tellSession(transaction, stored, 'session-moved', told, now);
}

/** A move leaves itself out. Ranges of one calendar never overlap, so its own is known by both its ends. */
function withoutSession(state: CalendarState, session: StoredSession): CalendarState {
  const busy = state.busy.filter(
    ({ start, end }) => start !== session.occupiesFrom || end !== session.occupiesTo,
  );
  return { ...state, busy };
}
