import type { AppointmentDetail, LetterReply, WeekAppointment } from '@visavis/booking';
import { Refusal, type GeneralRefusal, type TimeRange } from '@visavis/kernel';
import type { Asking } from '../../http/asking';
import type { Transaction } from '../../database/transactions';
import { spellPhone } from '../letters/spell-phone';
import {
  APPOINTMENT_COLUMNS,
  APPOINTMENT_TABLES,
  storedAppointment,
  type AppointmentRow,
  type StoredAppointment,
} from './appointment.table';

const LETTER_FAILED = `EXISTS (SELECT 1 FROM letter l
  WHERE l.practice_id = a.practice_id AND l.appointment_id = a.id AND l.state = 'failed') AS letter_failed`;

const LETTERS = `coalesce((
  SELECT json_agg(json_build_object('id', l.id, 'kind', l.kind, 'recipient', l.recipient, 'state', l.state,
    'dueAt', (extract(epoch FROM l.due_at) * 1000)::bigint, 'sentAt', (extract(epoch FROM l.sent_at) * 1000)::bigint,
    'attempts', l.attempts, 'failure', l.failure) ORDER BY l.due_at, l.id)
  FROM letter l WHERE l.practice_id = a.practice_id AND l.appointment_id = a.id), '[]') AS letters`;

/** Own appointments that share a moment with `range`, of every status, by start. */
export async function readWeek(transaction: Transaction, asking: Asking, range: TimeRange): Promise<WeekAppointment[]> {
  const rows: (AppointmentRow & { letter_failed: boolean })[] = await transaction.query(
    `SELECT ${APPOINTMENT_COLUMNS}, ${LETTER_FAILED} FROM ${APPOINTMENT_TABLES}
     WHERE a.practice_id = $1 AND a.supervisor_id = $2 AND a.starts_at < $4 AND a.ends_at > $3
     ORDER BY a.starts_at, a.id`,
    [asking.practiceId, asking.supervisorId, new Date(range.start), new Date(range.end)],
  );
  return rows.map((row) => weekAppointmentOf(storedAppointment(row), row.letter_failed));
}

/** @throws Refusal not-found: unknown, or not in the calendar of who is asking */
export async function readDetail(transaction: Transaction, asking: Asking, id: string): Promise<AppointmentDetail> {
  const rows: (AppointmentRow & { letters: LetterReply[] })[] = await transaction.query(
    `SELECT ${APPOINTMENT_COLUMNS}, ${LETTERS} FROM ${APPOINTMENT_TABLES}
     WHERE a.practice_id = $1 AND a.supervisor_id = $2 AND a.id = $3`,
    [asking.practiceId, asking.supervisorId, id],
  );
  const [row] = rows;
  if (row === undefined) throw new Refusal<GeneralRefusal>('not-found');
  const appointment = storedAppointment(row);
  return {
    ...weekAppointmentOf(appointment, row.letters.some(({ state }) => state === 'failed')),
    origin: appointment.origin,
    createdAt: appointment.createdAt,
    intake: intakeOf(appointment),
    letters: row.letters,
  };
}

function weekAppointmentOf(appointment: StoredAppointment, letterFailed: boolean): WeekAppointment {
  return {
    id: appointment.id,
    kind: appointment.kind,
    status: appointment.status,
    start: appointment.startsAt,
    end: appointment.endsAt,
    occupiesFrom: appointment.occupiesFrom,
    occupiesTo: appointment.occupiesTo,
    sequence: appointment.sequence,
    seriesId: appointment.seriesId,
    title: appointment.title,
    firstName: appointment.intake?.firstName ?? null,
    lastName: appointment.intake?.lastName ?? null,
    phone: appointment.intake?.phone ?? null,
    outcome: appointment.outcome,
    letterFailed,
  };
}

/** Null once erased: a phone number is what is left when nothing else was given, and it is gone then. */
function intakeOf({ intake }: StoredAppointment): AppointmentDetail['intake'] {
  if (intake === null || intake.phone === null) return null;
  const { email, phone, reason, words, language, timeZone } = intake;
  return { email, phone, phoneDisplay: spellPhone(phone), reason, words, language, timeZone };
}
