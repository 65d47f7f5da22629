import type { AppointmentStatus } from '@visavis/booking';
import type { Instant, Language } from '@visavis/kernel';
import type { Medium, Party } from '@visavis/supervision';
import type { Transaction } from '../../../database/transactions';
import type { LetterRef } from '../../../outbox/letter-writer';
import type { SessionLetterKind } from './session-letter-kinds';

export interface SessionPerson {
  readonly name: string;
  readonly email: string;
  /** IANA zone; a coach's is the contract's. */
  readonly timeZone: string;
}

/** All that a letter about a session is written from, read at the moment of sending. */
export interface SessionLetterFacts {
  readonly kind: SessionLetterKind;
  readonly reader: Party;
  readonly language: Language;
  readonly sequence: number;
  readonly dueAt: Instant;
  /** A later letter to the same person tells a newer state. */
  readonly overtaken: boolean;
  readonly appointmentId: string;
  readonly contractId: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly status: AppointmentStatus;
  readonly medium: Medium;
  readonly place: string;
  readonly practice: { readonly name: string; readonly slug: string };
  /** A coach who erased themselves is gone. */
  readonly people: Readonly<Record<Party, SessionPerson | null>>;
}

interface Row {
  readonly kind: SessionLetterKind;
  readonly recipient: 'member' | 'supervisor';
  readonly language: Language;
  readonly sequence: number;
  readonly due_at: Date;
  readonly overtaken: boolean;
  readonly appointment_id: string;
  readonly contract_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly status: AppointmentStatus;
  readonly medium: Medium;
  readonly place: string;
  readonly practice_name: string;
  readonly slug: string;
  readonly supervisor: SessionPerson;
  readonly coach: SessionPerson | null;
}

const FACTS = `
  SELECT l.kind, l.recipient, l.language, l.sequence, l.due_at,
    l.kind <> 'session-cancelled' AND EXISTS (
      SELECT 1 FROM letter n
      WHERE n.practice_id = $1 AND n.appointment_id = l.appointment_id AND n.recipient = l.recipient
        AND n.kind IN ('session-moved', 'session-cancelled') AND n.sequence > l.sequence) AS overtaken,
    a.id AS appointment_id, z.contract_id, a.starts_at, a.ends_at, a.status, z.medium, z.place,
    p.name AS practice_name, w.slug,
    json_build_object('name', s.name, 'email', s.email, 'timeZone', s.time_zone) AS supervisor,
    CASE WHEN m.status = 'active' THEN
      json_build_object('name', m.name, 'email', m.email, 'timeZone', t.content ->> 'timeZone') END AS coach
  FROM letter l
  JOIN appointment a ON a.practice_id = $1 AND a.id = l.appointment_id
  JOIN supervision_session z ON z.practice_id = $1 AND z.appointment_id = l.appointment_id
  JOIN contract c ON c.practice_id = $1 AND c.id = z.contract_id
  JOIN contract_version v ON v.practice_id = $1 AND v.contract_id = z.contract_id AND v.number = z.version
  JOIN contract_text t ON t.practice_id = $1 AND t.contract_id = v.contract_id AND t.number = v.number AND t.attempt = v.attempt
  JOIN supervisor s ON s.practice_id = $1 AND s.id = a.supervisor_id
  LEFT JOIN member m ON m.practice_id = $1 AND m.id = c.coach_member_id
  JOIN practice p ON p.practice_id = $1
  JOIN practice_address w ON w.practice_id = $1 AND w.current
  WHERE l.practice_id = $1 AND l.id = $2`;

/** @throws Error when the letter belongs to no session */
export async function readSessionLetterFacts(
  transaction: Transaction,
  { practiceId, letterId }: LetterRef,
): Promise<SessionLetterFacts> {
  const [row]: Row[] = await transaction.query(FACTS, [practiceId, letterId]);
  if (row === undefined) throw new Error('a letter without a session');
  return {
    kind: row.kind,
    reader: row.recipient === 'member' ? 'coach' : 'supervisor',
    language: row.language,
    sequence: row.sequence,
    dueAt: row.due_at.getTime(),
    overtaken: row.overtaken,
    appointmentId: row.appointment_id,
    contractId: row.contract_id,
    start: row.starts_at.getTime(),
    end: row.ends_at.getTime(),
    status: row.status,
    medium: row.medium,
    place: row.place,
    practice: { name: row.practice_name, slug: row.slug },
    people: { supervisor: row.supervisor, coach: row.coach },
  };
}
