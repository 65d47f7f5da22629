import type { Instant, Language } from '@visavis/kernel';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';

const PLAN = `
  INSERT INTO letter (practice_id, id, invitation_id, kind, recipient, language, sequence, due_at, state, attempts, created_at)
  VALUES ($1, $2, $3, 'invitation', 'invitee', $4, 0, $5, 'planned', 0, $5)`;

export interface InvitationToSend {
  readonly practiceId: string;
  readonly invitationId: string;
  readonly language: Language;
}

export async function planInvitationLetter(
  transaction: Transaction,
  { practiceId, invitationId, language }: InvitationToSend,
  now: Instant,
): Promise<void> {
  await transaction.query(PLAN, [practiceId, randomUUIDv7(), invitationId, language, new Date(now)]);
}

/** Letters with a link that is over do not leave any more. */
export async function forgetInvitationLetters(
  transaction: Transaction,
  practiceId: string,
  invitationId: string,
): Promise<void> {
  await transaction.query(
    `UPDATE letter SET state = 'superseded', failure = 'overtaken'
     WHERE practice_id = $1 AND invitation_id = $2 AND recipient = 'invitee' AND state = 'planned'`,
    [practiceId, invitationId],
  );
}
