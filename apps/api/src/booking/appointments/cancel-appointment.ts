import { cancelAppointment, type AppointmentDetail, type CancelWish } from '@visavis/booking';
import type { Instant } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { OutboxBell } from '../../outbox/outbox-bell';
import { readDetail } from './appointment.queries';
import { insertAudit, saveCancel } from './appointment.repository';
import type { StoredAppointment } from './appointment.table';
import { lockOwnAppointment, refuseSession, refuseStale } from './lock-own-appointment';
import { tellPeople } from './tell-people';

/** A supervisor cancels an own appointment; what is cancelled already stays as it is. */
@Injectable()
export class CancelAppointment {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bell: OutboxBell,
  ) {}

  /** @throws Refusal not-found, under-contract, changed-meanwhile, already-started */
  async cancel(asking: SupervisorAsking, id: string, wish: CancelWish): Promise<AppointmentDetail> {
    const now = this.clock.now();
    const detail = await this.transactions.inPractice(
      asking.practiceId,
      asking.accountId,
      async (transaction) => {
        const appointment = await lockOwnAppointment(transaction, asking, id);
        refuseSession(appointment);
        if (appointment.status !== 'cancelled') {
          refuseStale(appointment, wish.sequence);
          await change(transaction, asking, appointment, now);
        }
        return readDetail(transaction, asking, id);
      },
    );
    this.bell.ring();
    return detail;
  }
}

async function change(
  transaction: Transaction,
  asking: SupervisorAsking,
  appointment: StoredAppointment,
  now: Instant,
) {
  const cancelled = { ...appointment, ...cancelAppointment(appointment, now) };
  await saveCancel(transaction, asking.practiceId, cancelled, now);
  await tellPeople(transaction, asking.practiceId, 'cancelled', cancelled, now);
  await insertAudit(
    transaction,
    asking.practiceId,
    { act: 'cancelled', actor: 'member', memberId: asking.memberId, objectId: cancelled.id },
    now,
  );
}
