import type { AppointmentStatus, LetterKind, Recipient } from '@visavis/booking';
import type { Language } from '@visavis/kernel';
import type { Transaction } from '../../database/transactions';
import type { LetterRef } from '../../outbox/letter-writer';
import type { LetterFacts } from './letter-facts';

interface FactsRow {
  readonly kind: LetterKind;
  readonly recipient: Recipient;
  readonly language: Language;
  readonly sequence: number;
  readonly due_at: Date;
  readonly overtaken: boolean;
  readonly appointment_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly status: AppointmentStatus;
  readonly link_version: number;
  readonly practice_name: string;
  readonly slug: string;
  readonly supervisor_name: string;
  readonly supervisor_email: string;
  readonly supervisor_zone: string;
  readonly erased: boolean;
  readonly supervisor_left: boolean;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly visitor_zone: string;
}

const FACTS = `
  SELECT l.kind, l.recipient, l.language, l.sequence, l.due_at,
    l.kind <> 'cancellation' AND EXISTS (
      SELECT 1 FROM letter n
      WHERE n.practice_id = $1 AND n.appointment_id = l.appointment_id AND n.recipient = l.recipient
        AND n.kind IN ('move', 'cancellation') AND n.sequence > l.sequence) AS overtaken,
    a.id AS appointment_id, a.starts_at, a.ends_at, a.status, a.link_version,
    p.name AS practice_name, w.slug,
    CASE WHEN m.erased_at IS NULL THEN s.name ELSE p.name END AS supervisor_name, s.email AS supervisor_email, s.time_zone AS supervisor_zone,
    m.status <> 'active' AS supervisor_left,
    d.erased_at IS NOT NULL AS erased, d.first_name, d.last_name, d.email, d.phone, d.time_zone AS visitor_zone
  FROM letter l
  JOIN appointment a ON a.practice_id = $1 AND a.id = l.appointment_id
  JOIN discovery_call d ON d.practice_id = $1 AND d.id = l.appointment_id
  JOIN supervisor s ON s.practice_id = $1 AND s.id = a.supervisor_id
  JOIN member m ON m.practice_id = $1 AND m.id = s.member_id
  JOIN practice p ON p.practice_id = $1
  JOIN practice_address w ON w.practice_id = $1 AND w.current
  WHERE l.practice_id = $1 AND l.id = $2`;

/** @throws Error when the letter belongs to nothing that letters are written about */
export async function readLetterFacts(
  transaction: Transaction,
  { practiceId, letterId }: LetterRef,
): Promise<LetterFacts> {
  const [row]: FactsRow[] = await transaction.query(FACTS, [practiceId, letterId]);
  if (row === undefined) throw new Error('a letter without a discovery call');
  return {
    letter: {
      kind: row.kind,
      recipient: row.recipient,
      language: row.language,
      sequence: row.sequence,
      dueAt: row.due_at.getTime(),
    },
    overtaken: row.overtaken,
    appointment: {
      practiceId,
      id: row.appointment_id,
      start: row.starts_at.getTime(),
      end: row.ends_at.getTime(),
      status: row.status,
      linkVersion: row.link_version,
    },
    practice: { name: row.practice_name, slug: row.slug },
    supervisor: {
      name: row.supervisor_name,
      email: row.supervisor_email,
      timeZone: row.supervisor_zone,
      ...(row.supervisor_left && { left: true as const }),
    },
    visitor: visitorOf(row),
  };
}

function visitorOf(row: FactsRow): LetterFacts['visitor'] {
  if (row.erased || row.first_name === null || row.last_name === null || row.phone === null) return null;
  return {
    name: `${row.first_name} ${row.last_name}`,
    firstName: row.first_name,
    email: row.email,
    phone: row.phone,
    timeZone: row.visitor_zone,
  };
}
