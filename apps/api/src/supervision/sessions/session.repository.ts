import type { Instant, TimeRange } from '@visavis/kernel';
import type { Medium, SessionState, Settlement } from '@visavis/supervision';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import type { StoredContract } from '../contracts/contract.table';
import { READ_SESSIONS, storedSession, type SessionRow, type StoredSession } from './session.table';

const SESSION = `${READ_SESSIONS} AND s.id = $2`;
const SESSIONS_OF = `${READ_SESSIONS} AND s.contract_id = $2 ORDER BY a.starts_at, s.id`;
const NEXT_SESSION = `${READ_SESSIONS} AND s.state = 'planned' AND a.ends_at > $3 AND c.coach_member_id = $2
  ORDER BY a.starts_at, s.id LIMIT 1`;

/** Sessions of a contract, by start. */
export async function sessionsOf(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
): Promise<StoredSession[]> {
  const rows: SessionRow[] = await transaction.query(SESSIONS_OF, [practiceId, contractId]);
  return rows.map(storedSession);
}

/** null when the practice has none such. Lock the contract first when it is to be changed. */
export async function findSession(
  transaction: Transaction,
  practiceId: string,
  id: string,
): Promise<StoredSession | null> {
  const rows: SessionRow[] = await transaction.query(SESSION, [practiceId, id]);
  return rows[0] === undefined ? null : storedSession(rows[0]);
}

/** Which contract a session belongs to, and who holds its calendar: what is locked before it is read. */
export async function whoseSession(
  transaction: Transaction,
  practiceId: string,
  by: 'id' | 'appointment_id',
  id: string,
): Promise<{ readonly id: string; readonly contractId: string } | null> {
  const rows: { id: string; contractId: string }[] = await transaction.query(
    by === 'id'
      ? `SELECT id, contract_id AS "contractId" FROM supervision_session WHERE practice_id = $1 AND id = $2`
      : `SELECT id, contract_id AS "contractId" FROM supervision_session WHERE practice_id = $1 AND appointment_id = $2`,
    [practiceId, id],
  );
  return rows[0] ?? null;
}

export interface NewSession {
  readonly id: string;
  readonly range: TimeRange;
  readonly occupies: TimeRange;
  readonly medium: Medium;
  readonly place: string;
  readonly seriesId: string | null;
  readonly origin: 'public' | 'by-hand';
}

/**
 * The appointment and its session, under the locks of contract and calendar.
 * @returns the appointment's id, or null when the constraint says that the time is taken
 */
export async function insertSession(
  transaction: Transaction,
  { practiceId, contract, supervisorId }: StoredContract,
  session: NewSession,
  now: Instant,
): Promise<string | null> {
  const at = new Date(now);
  const { range, occupies } = session;
  const taken: { id: string }[] = await transaction.query(
    `INSERT INTO appointment (practice_id, id, supervisor_id, kind, status, starts_at, ends_at, occupies, sequence,
       link_version, origin, series_id, created_at, updated_at)
     VALUES ($1, $2, $3, 'session', 'booked', $4, $5, tstzrange($6, $7), 0, 1, $8, $9, $10, $10)
     ON CONFLICT ON CONSTRAINT appointment_no_overlap DO NOTHING RETURNING id`,
    [
      practiceId,
      randomUUIDv7(),
      supervisorId,
      new Date(range.start),
      new Date(range.end),
      new Date(occupies.start),
      new Date(occupies.end),
      session.origin,
      session.seriesId,
      at,
    ],
  );
  const appointmentId = taken[0]?.id;
  if (appointmentId === undefined) return null;
  await transaction.query(
    `INSERT INTO supervision_session (practice_id, id, contract_id, version, appointment_id, state, medium, place, created_at,
       updated_at)
     VALUES ($1, $2, $3, $4, $5, 'planned', $6, $7, $8, $8)`,
    [
      practiceId,
      session.id,
      contract.id,
      contract.inForce?.number,
      appointmentId,
      session.medium,
      session.place,
      at,
    ],
  );
  return appointmentId;
}

/** Writes what a session came to. */
export async function saveSettled(
  transaction: Transaction,
  practiceId: string,
  id: string,
  state: SessionState,
  { billedMinutes, supervisionMinutes }: Pick<Settlement, 'billedMinutes' | 'supervisionMinutes'>,
  now: Instant,
): Promise<void> {
  await transaction.query(
    `UPDATE supervision_session SET state = $3, billed_minutes = $4, supervision_minutes = $5, updated_at = $6
     WHERE practice_id = $1 AND id = $2`,
    [practiceId, id, state, billedMinutes, supervisionMinutes, new Date(now)],
  );
}

/** The next session of a coach that is still planned, under whichever contract. */
export async function nextSessionOf(
  transaction: Transaction,
  practiceId: string,
  memberId: string,
  now: Instant,
): Promise<StoredSession | null> {
  const rows: SessionRow[] = await transaction.query(NEXT_SESSION, [practiceId, memberId, new Date(now)]);
  return rows[0] === undefined ? null : storedSession(rows[0]);
}
