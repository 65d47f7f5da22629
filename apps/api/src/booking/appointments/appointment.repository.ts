import {
  refuse,
  REMINDER_KINDS,
  type Appointment,
  type LetterKind,
  type PlannedLetter,
} from '@visavis/booking';
import { Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import type { AuditAct } from '@visavis/practice';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import { violates } from '../../database/violates';
import {
  FIND_FOR_CHANGE,
  storedAppointment,
  type AppointmentRow,
  type StoredAppointment,
} from './appointment.table';

/** Whose calendar an appointment is in; null when the practice has no such appointment. Takes no lock. */
export async function findSupervisor(
  transaction: Transaction,
  practiceId: string,
  id: string,
): Promise<string | null> {
  const rows: { supervisor_id: string }[] = await transaction.query(
    'SELECT supervisor_id FROM appointment WHERE practice_id = $1 AND id = $2',
    [practiceId, id],
  );
  return rows[0]?.supervisor_id ?? null;
}

/**
 * Locks a calendar until the transaction ends and raises its version. Comes before every other lock, so that
 * changes of one calendar queue up here and cannot deadlock further on.
 * @throws Refusal not-found
 */
export async function lockCalendar(
  transaction: Transaction,
  practiceId: string,
  supervisorId: string,
): Promise<void> {
  const changed = await update(
    transaction,
    'UPDATE calendar SET version = version + 1 WHERE practice_id = $1 AND supervisor_id = $2',
    [practiceId, supervisorId],
  );
  if (changed === 0) throw new Refusal<GeneralRefusal>('not-found');
}

/** The appointment as it is now, locked; call `lockCalendar` first. Null when the practice has none such. */
export async function findForChange(
  transaction: Transaction,
  practiceId: string,
  id: string,
): Promise<StoredAppointment | null> {
  const rows: AppointmentRow[] = await transaction.query(FIND_FOR_CHANGE, [practiceId, id]);
  return rows[0] === undefined ? null : storedAppointment(rows[0]);
}

/**
 * Writes what `moveAppointment` decided.
 * @throws Refusal time-just-taken: the exclusion constraint has the last word, and the transaction is lost
 */
export async function saveMove(
  transaction: Transaction,
  practiceId: string,
  moved: Appointment,
  now: Instant,
): Promise<void> {
  try {
    await update(
      transaction,
      `UPDATE appointment SET starts_at = $3, ends_at = $4, occupies = tstzrange($5, $6), sequence = $7, updated_at = $8
       WHERE practice_id = $1 AND id = $2`,
      [
        practiceId,
        moved.id,
        new Date(moved.startsAt),
        new Date(moved.endsAt),
        new Date(moved.occupiesFrom),
        new Date(moved.occupiesTo),
        moved.sequence,
        new Date(now),
      ],
    );
  } catch (error) {
    if (violates(error, 'appointment_no_overlap')) throw refuse('time-just-taken');
    throw error;
  }
}

/** Writes what `cancelAppointment` decided, and frees the one open place of the person who was to be called. */
export async function saveCancel(
  transaction: Transaction,
  practiceId: string,
  cancelled: Appointment,
  now: Instant,
): Promise<void> {
  await saveStatus(transaction, practiceId, cancelled, now);
}

/** Writes what `recordOutcome` decided, and frees the open place as well: the call took place, or nobody answered. */
export async function saveOutcome(
  transaction: Transaction,
  practiceId: string,
  recorded: Appointment,
  now: Instant,
): Promise<void> {
  await saveStatus(transaction, practiceId, recorded, now);
}

async function saveStatus(
  transaction: Transaction,
  practiceId: string,
  changed: Appointment,
  now: Instant,
): Promise<void> {
  await update(
    transaction,
    `UPDATE appointment SET status = $3, outcome = $4, sequence = $5, updated_at = $6 WHERE practice_id = $1 AND id = $2`,
    [practiceId, changed.id, changed.status, changed.outcome, changed.sequence, new Date(now)],
  );
  await update(
    transaction,
    'UPDATE discovery_call SET open = false WHERE practice_id = $1 AND id = $2 AND open',
    [practiceId, changed.id],
  );
}

/**
 * Reminders of a time that no longer holds: those not sent yet, whether or not the queue has them already, and
 * those that failed, since nobody should send them again.
 */
export async function supersedeReminders(
  transaction: Transaction,
  practiceId: string,
  appointmentId: string,
): Promise<void> {
  await supersedeLetters(transaction, practiceId, appointmentId, REMINDER_KINDS);
}

export async function supersedeLetters(
  transaction: Transaction,
  practiceId: string,
  appointmentId: string,
  kinds: readonly LetterKind[],
): Promise<void> {
  await update(
    transaction,
    `UPDATE letter SET state = 'superseded'
     WHERE practice_id = $1 AND appointment_id = $2 AND kind = ANY($3::text[]) AND state IN ('planned', 'failed')`,
    [practiceId, appointmentId, kinds],
  );
}

/** Ring the outbox's bell after the commit. */
export async function insertLetters(
  transaction: Transaction,
  practiceId: string,
  appointmentId: string,
  letters: readonly PlannedLetter[],
  now: Instant,
): Promise<void> {
  for (const { kind, recipient, language, sequence, dueAt } of letters) {
    await transaction.query(
      `INSERT INTO letter (practice_id, id, appointment_id, kind, recipient, language, sequence, due_at, state, attempts,
         created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'planned', 0, $9)`,
      [
        practiceId,
        randomUUIDv7(),
        appointmentId,
        kind,
        recipient,
        language,
        sequence,
        new Date(dueAt),
        new Date(now),
      ],
    );
  }
}

/** What was done to an appointment, by whom. Never what was said. */
export interface AppointmentAct {
  readonly act: AuditAct;
  readonly actor: 'visitor' | 'member';
  /** Of the member who acts; null for a visitor. */
  readonly memberId: string | null;
  /** The appointment. */
  readonly objectId: string;
}

export async function insertAudit(
  transaction: Transaction,
  practiceId: string,
  done: AppointmentAct,
  now: Instant,
): Promise<void> {
  await transaction.query(
    `INSERT INTO audit_event (practice_id, id, at, actor, member_id, act, object_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [practiceId, randomUUIDv7(), new Date(now), done.actor, done.memberId, done.act, done.objectId],
  );
}

/** @returns how many rows changed; TypeORM answers an UPDATE with its rows and their number */
async function update(transaction: Transaction, text: string, values: unknown[]): Promise<number> {
  const [, changed]: [unknown[], number] = await transaction.query(text, values);
  return changed;
}
