import { moveAppointment, type AppointmentDetail, type AppointmentMoveWish } from '@visavis/booking';
import type { Instant, TimeRange } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { malformed } from '../../http/shape';
import { OutboxBell } from '../../outbox/outbox-bell';
import { readDetail } from './appointment.queries';
import { insertAudit, saveMove } from './appointment.repository';
import type { StoredAppointment } from './appointment.table';
import { lockOwnAppointment, refuseSession, refuseStale } from './lock-own-appointment';
import { OfferOthers } from './offer-others';
import { readMinute, refuseOutsideOfFuture } from './read-start';
import { tellPeople } from './tell-people';

/** A supervisor moves an own appointment; a block may also change its length. */
@Injectable()
export class MoveAppointment {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly others: OfferOthers,
    private readonly bell: OutboxBell,
  ) {}

  /**
   * @throws Refusal not-found, under-contract, malformed, changed-meanwhile, already-cancelled, already-started,
   *   time-not-offered for a start that is not ahead, time-just-taken
   */
  async move(asking: SupervisorAsking, id: string, wish: AppointmentMoveWish): Promise<AppointmentDetail> {
    const now = this.clock.now();
    const start = readMinute('start', wish.start);
    const end = wish.end === undefined ? null : readMinute('end', wish.end);
    try {
      const detail = await this.transactions.inPractice(
        asking.practiceId,
        asking.accountId,
        async (transaction) => {
          const appointment = await lockOwnAppointment(transaction, asking, id);
          refuseSession(appointment);
          refuseStale(appointment, wish.sequence);
          await change(transaction, asking, appointment, newRange(appointment, start, end), now);
          return readDetail(transaction, asking, id);
        },
      );
      this.bell.ring();
      return detail;
    } catch (error) {
      throw await this.others.to(error, asking, start, now);
    }
  }
}

async function change(
  transaction: Transaction,
  asking: SupervisorAsking,
  appointment: StoredAppointment,
  to: TimeRange,
  now: Instant,
) {
  const moved = { ...appointment, ...moveAppointment(appointment, to, now) };
  if (to.start === appointment.startsAt && to.end === appointment.endsAt) return; // dropped where it was: nobody is told
  refuseOutsideOfFuture(to.start, now);
  await saveMove(transaction, asking.practiceId, moved, now);
  await tellPeople(transaction, asking.practiceId, 'moved', moved, now);
  await insertAudit(
    transaction,
    asking.practiceId,
    { act: 'moved', actor: 'member', memberId: asking.memberId, objectId: moved.id },
    now,
  );
}

function newRange(appointment: StoredAppointment, start: Instant, end: Instant | null): TimeRange {
  if (end !== null && appointment.kind !== 'block')
    throw malformed([{ field: 'end', code: 'unknown-field' }]);
  if (end !== null && end <= start) throw malformed([{ field: 'end', code: 'invalid-time' }]);
  return { start, end: end ?? start + (appointment.endsAt - appointment.startsAt) };
}
