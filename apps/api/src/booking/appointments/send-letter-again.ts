import {
  isTooLate,
  refuse,
  type AppointmentDetail,
  type LetterKind,
  type LetterState,
} from '@visavis/booking';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { OutboxBell } from '../../outbox/outbox-bell';
import { readDetail } from './appointment.queries';
import { insertAudit } from './appointment.repository';
import { lockOwnAppointment } from './lock-own-appointment';

/** A letter that failed gets another chance, as if it had just become due. */
@Injectable()
export class SendLetterAgain {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bell: OutboxBell,
  ) {}

  /** @throws Refusal not-found, changed-meanwhile unless it failed, already-started when it no longer helps */
  async send(asking: SupervisorAsking, id: string, letterId: string): Promise<AppointmentDetail> {
    const { practiceId, memberId } = asking;
    const now = this.clock.now();
    const detail = await this.transactions.inPractice(practiceId, asking.accountId, async (transaction) => {
      const appointment = await lockOwnAppointment(transaction, asking, id);
      const letter = await lockLetter(transaction, practiceId, id, letterId);
      if (letter.state !== 'failed') throw new Refusal<GeneralRefusal>('changed-meanwhile');
      if (isTooLate({ kind: letter.kind, dueAt: now }, appointment.startsAt, now))
        throw refuse('already-started');
      await transaction.query(
        `UPDATE letter SET state = 'planned', due_at = $3, relayed_at = NULL, failure = NULL WHERE practice_id = $1 AND id = $2`,
        [practiceId, letterId, new Date(now)],
      );
      await insertAudit(
        transaction,
        practiceId,
        { act: 'letter-sent-again', actor: 'member', memberId, objectId: id },
        now,
      );
      return readDetail(transaction, asking, id);
    });
    this.bell.ring();
    return detail;
  }
}

async function lockLetter(
  transaction: Transaction,
  practiceId: string,
  appointmentId: string,
  letterId: string,
) {
  const rows: { kind: LetterKind; state: LetterState }[] = await transaction.query(
    'SELECT kind, state FROM letter WHERE practice_id = $1 AND appointment_id = $2 AND id = $3 FOR UPDATE',
    [practiceId, appointmentId, letterId],
  );
  if (rows[0] === undefined) throw new Refusal<GeneralRefusal>('not-found');
  return rows[0];
}
