import { cancelAppointment } from '@visavis/booking';
import type { Instant } from '@visavis/kernel';
import { countsMinutes, settleMinutes, type SessionState, type Settlement } from '@visavis/supervision';
import { saveCancel } from '../../booking/appointments/appointment.repository';
import { findForChange } from '../../booking/appointments/appointment.repository';
import type { Transaction } from '../../database/transactions';
import type { StoredContract } from '../contracts/contract.table';
import { appendLedger, readLedgerHead, readReserved } from './ledger.repository';
import { saveSettled } from './session.repository';
import type { StoredSession } from './session.table';
import { tellSession } from './tell-session';

/** Turns a session's reservation into what came of it. Call under the contract's lock. */
export async function settleSession(
  transaction: Transaction,
  { practiceId }: Pick<StoredContract, 'practiceId'>,
  session: Pick<StoredSession, 'id' | 'contractId' | 'terms'>,
  state: SessionState,
  settlement: Pick<Settlement, 'billedMinutes' | 'supervisionMinutes' | 'minutesUsed'>,
  now: Instant,
): Promise<void> {
  const { id, contractId, terms } = session;
  const head = await readLedgerHead(transaction, practiceId, contractId);
  const reserved = await readReserved(transaction, practiceId, contractId, id);
  const entries = settleMinutes(head, id, reserved, settlement, countsMinutes(terms));
  await appendLedger(transaction, practiceId, contractId, entries, now);
  await saveSettled(transaction, practiceId, id, state, settlement, now);
}

/**
 * Cancels a session's appointment, settles its minutes and tells both. Call under the locks of contract and
 * calendar.
 * @throws Refusal already-cancelled, already-started
 */
export async function callOff(
  transaction: Transaction,
  stored: StoredContract,
  session: StoredSession,
  state: SessionState,
  settlement: Settlement,
  now: Instant,
): Promise<void> {
  const { practiceId } = stored;
  const appointment = await findForChange(transaction, practiceId, session.appointmentId);
  if (appointment === null) throw new Error('a session without its appointment');
  const cancelled = cancelAppointment(appointment, now);
  await saveCancel(transaction, practiceId, cancelled, now);
  await settleSession(transaction, stored, session, state, settlement, now);
  const told = {
    appointmentId: session.appointmentId,
    start: session.start,
    sequence: cancelled.sequence,
  };
  await tellSession(transaction, stored, 'session-cancelled', told, now);
}
