import type {
  Appointment,
  AppointmentKind,
  AppointmentStatus,
  IntakeReason,
  Outcome,
} from '@visavis/booking';
import type { Instant, Language } from '@visavis/kernel';

/** What a visitor told us; after erasure the personal members are null. */
export interface StoredIntake {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  /** E.164 */
  readonly phone: string | null;
  readonly reason: IntakeReason;
  readonly words: string | null;
  readonly language: Language;
  /** IANA zone of the visitor. */
  readonly timeZone: string;
  /** It holds the one open place of its address and number. */
  readonly open: boolean;
  readonly erasedAt: Instant | null;
}

/** A row of `appointment` with what belongs to it. Times are epoch milliseconds. */
export interface StoredAppointment extends Appointment {
  readonly linkVersion: number;
  readonly origin: 'public' | 'by-hand';
  readonly seriesId: string | null;
  /** Of a block. */
  readonly title: string | null;
  readonly createdAt: Instant;
  readonly supervisor: {
    readonly slug: string;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
    readonly timeZone: string;
  };
  readonly practice: { readonly name: string; readonly country: string };
  /** Of a discovery call; null for anything else. */
  readonly intake: StoredIntake | null;
  /** Of a supervision session. */
  readonly session: { readonly id: string; readonly contractId: string; readonly coach: string } | null;
}

/** What `APPOINTMENT_COLUMNS` selects. */
export interface AppointmentRow {
  readonly id: string;
  readonly supervisor_id: string;
  readonly kind: AppointmentKind;
  readonly status: AppointmentStatus;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly occupies_from: Date;
  readonly occupies_to: Date;
  readonly sequence: number;
  readonly link_version: number;
  readonly origin: 'public' | 'by-hand';
  readonly series_id: string | null;
  readonly title: string | null;
  readonly outcome: Outcome | null;
  readonly created_at: Date;
  readonly supervisor: StoredAppointment['supervisor'];
  readonly practice: StoredAppointment['practice'];
  readonly intake: StoredIntake | null;
  readonly session: StoredAppointment['session'];
}

/** Of `appointment a`, `supervisor s`, `practice p` and, left joined, `discovery_call d`. */
const APPOINTMENT_COLUMNS = `
  a.id, a.supervisor_id, a.kind, a.status, a.starts_at, a.ends_at, lower(a.occupies) AS occupies_from,
  upper(a.occupies) AS occupies_to, a.sequence, a.link_version, a.origin, a.series_id, a.title, a.outcome, a.created_at,
  json_build_object('slug', s.slug, 'name', s.name, 'email', s.email, 'language', s.language,
    'timeZone', s.time_zone) AS supervisor,
  json_build_object('name', p.name, 'country', p.country) AS practice,
  CASE WHEN d.id IS NOT NULL THEN json_build_object('firstName', d.first_name, 'lastName', d.last_name,
    'email', d.email, 'phone', d.phone, 'reason', d.reason, 'words', d.words, 'language', d.language,
    'timeZone', d.time_zone, 'open', d.open,
    'erasedAt', (extract(epoch FROM d.erased_at) * 1000)::bigint) END AS intake,
  CASE WHEN z.id IS NOT NULL THEN json_build_object('id', z.id, 'contractId', z.contract_id,
    'coach', coalesce(m.name, k.coach_name, '')) END AS session`;

const APPOINTMENT_TABLES = `
  appointment a
  JOIN supervisor s ON s.practice_id = a.practice_id AND s.id = a.supervisor_id
  JOIN practice p ON p.practice_id = a.practice_id
  LEFT JOIN discovery_call d ON d.practice_id = a.practice_id AND d.id = a.id
  LEFT JOIN supervision_session z ON z.practice_id = a.practice_id AND z.appointment_id = a.id
  LEFT JOIN contract k ON k.practice_id = a.practice_id AND k.id = z.contract_id
  LEFT JOIN member m ON m.practice_id = a.practice_id AND m.id = k.coach_member_id`;

/** $1 practice, $2 id. Locks the appointment alone. */
export const FIND_FOR_CHANGE = `
  SELECT ${APPOINTMENT_COLUMNS} FROM ${APPOINTMENT_TABLES} WHERE a.practice_id = $1 AND a.id = $2 FOR UPDATE OF a`;

/** $1 practice, $2 supervisor, $3 and $4 range. Adds `letter_failed`. */
export const READ_WEEK = `
  SELECT ${APPOINTMENT_COLUMNS},
    EXISTS (SELECT 1 FROM letter l
      WHERE l.practice_id = a.practice_id AND l.appointment_id = a.id AND l.state = 'failed') AS letter_failed
  FROM ${APPOINTMENT_TABLES}
  WHERE a.practice_id = $1 AND a.supervisor_id = $2 AND a.starts_at < $4 AND a.ends_at > $3
  ORDER BY a.starts_at, a.id`;

/** A session's letters are told like a call's. */
const CALL_KIND = `CASE l.kind WHEN 'session-booked' THEN 'confirmation' WHEN 'session-moved' THEN 'move'
  WHEN 'session-cancelled' THEN 'cancellation' ELSE replace(l.kind, 'session-', '') END`;

/** $1 practice, $2 supervisor, $3 id. Adds `letters` as they cross the wire, and `contract_id`. */
export const READ_DETAIL = `
  SELECT ${APPOINTMENT_COLUMNS}, coalesce((
    SELECT json_agg(json_build_object('id', l.id, 'kind', ${CALL_KIND}, 'recipient',
      CASE l.recipient WHEN 'member' THEN 'coach' ELSE l.recipient END, 'state', l.state,
      'dueAt', (extract(epoch FROM l.due_at) * 1000)::bigint, 'sentAt', (extract(epoch FROM l.sent_at) * 1000)::bigint,
      'attempts', l.attempts, 'failure', l.failure) ORDER BY l.due_at, l.id)
    FROM letter l WHERE l.practice_id = a.practice_id AND l.appointment_id = a.id), '[]') AS letters,
  (SELECT c.id FROM contract c WHERE c.practice_id = a.practice_id AND c.discovery_call_id = a.id
    ORDER BY c.created_at DESC, c.id DESC LIMIT 1) AS contract_id
  FROM ${APPOINTMENT_TABLES}
  WHERE a.practice_id = $1 AND a.supervisor_id = $2 AND a.id = $3`;

export function storedAppointment(row: AppointmentRow): StoredAppointment {
  return {
    id: row.id,
    supervisorId: row.supervisor_id,
    kind: row.kind,
    status: row.status,
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at.getTime(),
    occupiesFrom: row.occupies_from.getTime(),
    occupiesTo: row.occupies_to.getTime(),
    sequence: row.sequence,
    outcome: row.outcome,
    linkVersion: row.link_version,
    origin: row.origin,
    seriesId: row.series_id,
    title: row.title,
    createdAt: row.created_at.getTime(),
    supervisor: row.supervisor,
    practice: row.practice,
    intake: row.intake,
    session: row.session,
  };
}
