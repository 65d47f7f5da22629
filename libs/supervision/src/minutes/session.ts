import type { Instant, TimeRange } from '@visavis/kernel';
import type { ContractContent } from '../contract-content';
import { weeksLater } from '../local-date';
import { refuse } from '../supervision-refusal';
import type { Party, SessionState } from '../words';
import { costOfCancelling, freeUntil, type Settlement } from './session-cost';

/** A supervision session; its appointment holds the calendar's side. */
export interface Session extends TimeRange {
  readonly id: string;
  readonly state: SessionState;
}

type Terms = Pick<ContractContent, 'fees' | 'format' | 'cancellation'>;

/** What the person who cancels was shown. */
export interface ShownCost {
  readonly totalCents: number;
  readonly minutesUsed: number;
}

/**
 * Cancels a planned session at the cost that was shown before the click.
 * @throws Refusal wrong-state, session-over, cost-changed when the free period ended in between
 */
export function cancelSession(
  session: Session,
  terms: Terms,
  who: Party,
  shown: ShownCost,
  now: Instant,
): { readonly session: Session; readonly settlement: Settlement } {
  if (session.state !== 'planned') throw refuse('wrong-state');
  const settlement = costOfCancelling(terms, session, who, now);
  if (settlement.totalCents !== shown.totalCents || settlement.minutesUsed !== shown.minutesUsed)
    throw refuse('cost-changed');
  const { outcome } = settlement;
  if (outcome === 'took-place') throw refuse('wrong-state');
  return { session: { ...session, state: outcome }, settlement };
}

/**
 * Whether a party may still move a session: the supervisor until it starts, the coach while cancelling it
 * would be free (a late move would get round the clause).
 */
export function mayMoveSession(
  session: Session,
  terms: Pick<Terms, 'cancellation'>,
  who: Party,
  now: Instant,
): boolean {
  if (session.state !== 'planned' || now >= session.start) return false;
  return who === 'supervisor' || now <= freeUntil(terms, session);
}

/** @throws Refusal wrong-state, session-over, too-late-to-move */
export function moveSession(
  session: Session,
  to: TimeRange,
  terms: Pick<Terms, 'cancellation'>,
  who: Party,
  now: Instant,
): Session {
  if (session.state !== 'planned') throw refuse('wrong-state');
  if (now >= session.start) throw refuse('session-over');
  if (!mayMoveSession(session, terms, who, now)) throw refuse('too-late-to-move');
  return { ...session, ...to };
}

/**
 * Starts of a series: every n weeks at the same time on the supervisor's wall clock, each date resolved by
 * itself ('compatible' over a change of the clocks). The first is `start` itself.
 */
export function sessionSeries(
  start: Instant,
  everyWeeks: number,
  count: number,
  timeZone: string,
): Instant[] {
  return Array.from({ length: count }, (_, index) => weeksLater(start, index * everyWeeks, timeZone));
}
