import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import type { Party } from '@visavis/supervision';
import { lockCalendar } from '../../booking/appointments/appointment.repository';
import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { lockContract } from '../contracts/contract.repository';
import type { StoredContract } from '../contracts/contract.table';
import { partyIn } from '../contracts/whose-contract';
import { findSession, whoseSession } from './session.repository';
import type { StoredSession } from './session.table';

export interface LockedSession {
  readonly session: StoredSession;
  readonly stored: StoredContract;
  readonly who: Party;
}

/**
 * Locks the contract, then the calendar (always in this order), then reads the session as it is now.
 * @param by the session's own id, or that of its appointment
 * @throws Refusal not-found, role-too-low, changed-meanwhile when the screen showed an older state
 */
export async function lockSession(
  transaction: Transaction,
  asking: Asking,
  by: 'id' | 'appointment_id',
  id: string,
  sequence: number,
): Promise<LockedSession> {
  const whose = await whoseSession(transaction, asking.practiceId, by, id);
  if (whose === null) throw new Refusal<GeneralRefusal>('not-found');
  const stored = await lockContract(transaction, asking.practiceId, whose.contractId);
  const who = partyIn(stored, asking);
  await lockCalendar(transaction, asking.practiceId, stored.supervisorId);
  const session = await findSession(transaction, asking.practiceId, whose.id);
  if (session === null) throw new Refusal<GeneralRefusal>('not-found');
  if (session.sequence !== sequence) throw new Refusal<GeneralRefusal>('changed-meanwhile');
  return { session, stored, who };
}
