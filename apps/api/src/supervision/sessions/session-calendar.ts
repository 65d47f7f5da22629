import type { CalendarState } from '@visavis/booking';
import type { Instant } from '@visavis/kernel';
import {
  bookingObstacle,
  countsMinutes,
  refuse,
  type Contract,
  type ContractContent,
} from '@visavis/supervision';
import { readCalendarIn } from '../../booking/calendar/calendars';
import type { Transaction } from '../../database/transactions';
import type { StoredContract } from '../contracts/contract.table';

/**
 * The supervisor's calendar with the hours, step and buffers of the offer for sessions, and the length that the
 * contract says.
 * @throws Refusal supervisor-away when the supervisor receives nobody any more
 */
export async function readSessionCalendar(
  transaction: Transaction,
  { practiceId, supervisorId }: StoredContract,
  { format }: Pick<ContractContent, 'format'>,
  now: Instant,
): Promise<CalendarState> {
  const state = await readCalendarIn(transaction, { practiceId, supervisorId }, 'session', now);
  if (state === null) throw refuse('supervisor-away');
  return { ...state, offer: { ...state.offer, lengthMin: format.sessionMin, maxPerDay: null } };
}

/**
 * The terms a session would be booked under.
 * @param minutesLeft balance of the ledger
 * @param start about that time; without it, about today
 * @throws Refusal contract-not-in-force, outside-term, insurance-expired, not-enough-minutes
 */
export function termsToBook(
  contract: Contract,
  minutesLeft: number,
  now: Instant,
  start?: Instant,
): ContractContent {
  const { inForce } = contract;
  if (inForce === null) throw refuse('contract-not-in-force');
  const counted = countsMinutes(inForce.content) ? minutesLeft : null;
  const obstacle = bookingObstacle(contract, counted, now, start);
  if (obstacle !== null) throw refuse(obstacle);
  return inForce.content;
}
