import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { lockInvitation, type InvitationRow } from './invitation.queries';

/** An invitation that whoever asks may change, locked: any for owners, their own for supervisors. @throws not-found */
export async function lockOwnInvitation(
  transaction: Transaction,
  { practiceId, roles, memberId }: Asking,
  id: string,
): Promise<InvitationRow> {
  const invitation = await lockInvitation(transaction, practiceId, id);
  if (invitation === null || !(roles.includes('owner') || invitation.invited_by === memberId))
    throw new Refusal<GeneralRefusal>('not-found');
  return invitation;
}
