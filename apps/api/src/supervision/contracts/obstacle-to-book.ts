import type { Instant } from '@visavis/kernel';
import { bookingObstacle, type BookingObstacle } from '@visavis/supervision';
import type { StoredContract } from './contract.table';

/**
 * What keeps the coach from booking today, null when nothing does: the contract itself, or a supervisor who was
 * deactivated and receives nobody.
 */
export function obstacleToBook(
  { contract, supervisorReceives }: StoredContract,
  minutesLeft: number | null,
  now: Instant,
): BookingObstacle | null {
  return bookingObstacle(contract, minutesLeft, now) ?? (supervisorReceives ? null : 'supervisor-away');
}
