import { recordOutcome, type AppointmentDetail, type OutcomeWish } from '@visavis/booking';
import { Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { OutboxBell } from '../../outbox/outbox-bell';
import { readDetail } from './appointment.queries';
import { insertAudit, saveOutcome, supersedeLetters } from './appointment.repository';
import type { StoredAppointment } from './appointment.table';
import { lockOwnAppointment, refuseSession } from './lock-own-appointment';
import { tellPeople } from './tell-people';

/** A supervisor notes what came of a call; "did not answer" invites its visitor to choose another time. */
@Injectable()
export class RecordOutcome {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bell: OutboxBell,
  ) {}

  /** @throws Refusal not-found (a block has no outcome), under-contract, already-cancelled, not-started-yet */
  async record(asking: SupervisorAsking, id: string, { outcome }: OutcomeWish): Promise<AppointmentDetail> {
    const now = this.clock.now();
    const detail = await this.transactions.inPractice(
      asking.practiceId,
      asking.accountId,
      async (transaction) => {
        const appointment = await lockOwnAppointment(transaction, asking, id);
        refuseSession(appointment);
        if (appointment.kind === 'block') throw new Refusal<GeneralRefusal>('not-found');
        const recorded = { ...appointment, ...recordOutcome(appointment, outcome, now) };
        if (recorded.status !== appointment.status || recorded.outcome !== appointment.outcome) {
          await change(transaction, asking, appointment, recorded, now);
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
  before: StoredAppointment,
  recorded: StoredAppointment,
  now: Instant,
) {
  const { practiceId, memberId } = asking;
  await saveOutcome(transaction, practiceId, recorded, now);
  // Corrected before the invitation left: it would only puzzle.
  if (before.outcome === 'did-not-answer')
    await supersedeLetters(transaction, practiceId, before.id, ['rebooking']);
  if (recorded.outcome === 'did-not-answer')
    await tellPeople(transaction, practiceId, 'did-not-answer', recorded, now);
  await insertAudit(
    transaction,
    practiceId,
    { act: 'outcome-recorded', actor: 'member', memberId, objectId: before.id },
    now,
  );
}
