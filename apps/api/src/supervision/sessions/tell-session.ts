import type { Instant, Language } from '@visavis/kernel';
import { PARTIES, type Party } from '@visavis/supervision';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import type { StoredContract } from '../contracts/contract.table';
import {
  reminderDue,
  SESSION_REMINDERS,
  type SessionLetterKind,
  type SessionReminder,
} from './letters/session-letter-kinds';

type Change = Exclude<SessionLetterKind, SessionReminder>;

/** What letters need to know of a session after a change. */
export interface ToldSession {
  readonly appointmentId: string;
  readonly start: Instant;
  readonly sequence: number;
}

/**
 * Plans the letters of a change, and the reminders of the time that now holds; those of a time that no longer
 * does are left unsent. Ring the outbox's bell after the commit.
 */
export async function tellSession(
  transaction: Transaction,
  contract: StoredContract,
  change: Change,
  session: ToldSession,
  now: Instant,
): Promise<void> {
  const { practiceId } = contract;
  if (change !== 'session-booked') await leaveReminders(transaction, practiceId, session.appointmentId);
  for (const party of PARTIES) {
    await insertLetter(transaction, contract, party, change, session, now, now);
    if (change === 'session-cancelled') continue;
    for (const kind of SESSION_REMINDERS) {
      const dueAt = reminderDue(kind, session.start);
      if (dueAt > now) await insertLetter(transaction, contract, party, kind, session, dueAt, now);
    }
  }
}

async function leaveReminders(transaction: Transaction, practiceId: string, appointmentId: string) {
  await transaction.query(
    `UPDATE letter SET state = 'superseded'
     WHERE practice_id = $1 AND appointment_id = $2 AND kind = ANY($3::text[]) AND state IN ('planned', 'failed')`,
    [practiceId, appointmentId, SESSION_REMINDERS],
  );
}

async function insertLetter(
  transaction: Transaction,
  { practiceId, parties, contract }: StoredContract,
  party: Party,
  kind: SessionLetterKind,
  { appointmentId, sequence }: ToldSession,
  dueAt: Instant,
  now: Instant,
): Promise<void> {
  const { memberId, language } = parties[party];
  const spoken: Language = language ?? contract.inForce?.content.language ?? 'fr';
  await transaction.query(
    `INSERT INTO letter (practice_id, id, appointment_id, kind, recipient, member_id, language, sequence, due_at, state,
       attempts, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'planned', 0, $10)`,
    [
      practiceId,
      randomUUIDv7(),
      appointmentId,
      kind,
      party === 'coach' ? 'member' : 'supervisor',
      memberId,
      spoken,
      sequence,
      new Date(dueAt),
      new Date(now),
    ],
  );
}
