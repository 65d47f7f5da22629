import type { Instant } from '@visavis/kernel';
import { leaveContract, type Actor } from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { lockContract, saveTransition } from './contract.repository';
import { noteContractAct } from './note-contract-act';
import { tellParties } from './tell-parties';

// All of them before anything that depends on one: contracts are locked before calendars.
const LOCK = `
  SELECT c.id, c.coach_member_id = $2 AS is_coach FROM contract c
  JOIN supervisor s ON s.practice_id = c.practice_id AND s.id = c.supervisor_id
  WHERE c.practice_id = $1 AND (c.coach_member_id = $2 OR s.member_id = $2) ORDER BY c.id FOR UPDATE OF c`;

/**
 * Before a member is erased: every contract of theirs that has not come to its end does so, with an event in its
 * chain; erasing takes their name from everything that is not evidence. Ring the outbox's bell after the commit.
 * @param by who asked for it
 */
export async function leaveContracts(
  transaction: Transaction,
  by: Pick<Asking, 'practiceId' | 'memberId'>,
  memberId: string,
  now: Instant,
): Promise<void> {
  const { practiceId } = by;
  const own: { id: string; is_coach: boolean | null }[] = await transaction.query(LOCK, [
    practiceId,
    memberId,
  ]);
  for (const { id, is_coach: isCoach } of own) {
    const party = isCoach === true ? 'coach' : 'supervisor';
    const actor: Actor = by.memberId === memberId ? party : 'clock';
    const stored = await lockContract(transaction, practiceId, id);
    const transition = leaveContract(stored.contract, actor, now);
    if (transition !== null) {
      const after = await saveTransition(transaction, stored, transition, now);
      await tellParties(transaction, stored, after, transition.events, now);
      await noteContractAct(transaction, by, id, transition.events, now);
    }
  }
}
