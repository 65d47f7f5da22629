import type { AppointmentStatus } from '@visavis/booking';
import type { Instant } from '@visavis/kernel';
import type { ContractContent, FrozenDocument, Medium, Session, SessionState } from '@visavis/supervision';

/** A session with its appointment and the terms that hold for it now. */
export interface StoredSession extends Session {
  readonly contractId: string;
  readonly supervisorId: string;
  readonly appointmentId: string;
  readonly appointmentStatus: AppointmentStatus;
  /** In force when it was booked. */
  readonly version: number;
  /** Of the version in force now: an amendment counts for what is still ahead. */
  readonly terms: ContractContent;
  readonly termsVersion: number;
  readonly clauses: FrozenDocument['clauses'];
  readonly sequence: number;
  readonly seriesId: string | null;
  readonly medium: Medium;
  readonly place: string;
  readonly billedMinutes: number | null;
  readonly supervisionMinutes: number | null;
  readonly occupiesFrom: Instant;
  readonly occupiesTo: Instant;
}

export interface SessionRow {
  readonly id: string;
  readonly contract_id: string;
  readonly supervisor_id: string;
  readonly appointment_id: string;
  readonly status: AppointmentStatus;
  readonly version: number;
  readonly terms: ContractContent;
  readonly terms_version: number;
  readonly clauses: FrozenDocument['clauses'];
  readonly state: SessionState;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly occupies_from: Date;
  readonly occupies_to: Date;
  readonly sequence: number;
  readonly series_id: string | null;
  readonly medium: Medium;
  readonly place: string;
  readonly billed_minutes: number | null;
  readonly supervision_minutes: number | null;
}

/** $1 practice; conditions follow. The text is the one that was signed. */
export const READ_SESSIONS = `
  SELECT s.id, s.contract_id, a.supervisor_id, s.appointment_id, a.status, s.version, t.content AS terms, v.number AS terms_version,
    t.canonical_json::jsonb -> 'clauses' AS clauses, s.state,
    a.starts_at, a.ends_at, lower(a.occupies) AS occupies_from, upper(a.occupies) AS occupies_to, a.sequence, a.series_id,
    s.medium, s.place, s.billed_minutes, s.supervision_minutes
  FROM supervision_session s
  JOIN appointment a ON a.practice_id = $1 AND a.id = s.appointment_id
  JOIN contract c ON c.practice_id = $1 AND c.id = s.contract_id
  JOIN contract_version v ON v.practice_id = $1 AND v.contract_id = s.contract_id
    AND v.number = coalesce(c.in_force_number, s.version)
  JOIN contract_text t ON t.practice_id = $1 AND t.contract_id = s.contract_id AND t.number = v.number AND t.attempt = v.attempt
  WHERE s.practice_id = $1`;

export function storedSession(row: SessionRow): StoredSession {
  return {
    id: row.id,
    state: row.state,
    start: row.starts_at.getTime(),
    end: row.ends_at.getTime(),
    contractId: row.contract_id,
    supervisorId: row.supervisor_id,
    appointmentId: row.appointment_id,
    appointmentStatus: row.status,
    version: row.version,
    terms: row.terms,
    termsVersion: row.terms_version,
    clauses: row.clauses,
    sequence: row.sequence,
    seriesId: row.series_id,
    medium: row.medium,
    place: row.place,
    billedMinutes: row.billed_minutes,
    supervisionMinutes: row.supervision_minutes,
    occupiesFrom: row.occupies_from.getTime(),
    occupiesTo: row.occupies_to.getTime(),
  };
}
