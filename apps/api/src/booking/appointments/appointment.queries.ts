import type { AppointmentDetail, LetterReply, WeekAppointment } from '@visavis/booking';
import { Refusal, type GeneralRefusal, type TimeRange } from '@visavis/kernel';
import type { SupervisorAsking } from '../../http/asking';
import type { Transaction } from '../../database/transactions';
import { spellPhone } from '../letters/spell-phone';
import {
  READ_DETAIL,
  READ_WEEK,
  storedAppointment,
  type AppointmentRow,
  type StoredAppointment,
} from './appointment.table';

/** Own appointments that share a moment with `range`, of every status, by start. */
export async function readWeek(
  transaction: Transaction,
  asking: SupervisorAsking,
  range: TimeRange,
): Promise<WeekAppointment[]> {
  const rows: (AppointmentRow & { letter_failed: boolean })[] = await transaction.query(READ_WEEK, [
    asking.practiceId,
    asking.supervisorId,
    new Date(range.start),
    new Date(range.end),
  ]);
  return rows.map((row) => weekAppointmentOf(storedAppointment(row), row.letter_failed));
}

/** @throws Refusal not-found: unknown, or not in the calendar of who is asking */
export async function readDetail(
  transaction: Transaction,
  asking: SupervisorAsking,
  id: string,
): Promise<AppointmentDetail> {
  const rows: (AppointmentRow & { letters: LetterReply[]; contract_id: string | null })[] =
    await transaction.query(READ_DETAIL, [asking.practiceId, asking.supervisorId, id]);
  const [row] = rows;
  if (row === undefined) throw new Refusal<GeneralRefusal>('not-found');
  const appointment = storedAppointment(row);
  return {
    ...weekAppointmentOf(
      appointment,
      row.letters.some(({ state }) => state === 'failed'),
    ),
    origin: appointment.origin,
    createdAt: appointment.createdAt,
    intake: intakeOf(appointment),
    letters: row.letters,
    contractId: row.contract_id,
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
    session: appointment.session,
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
