import { HOUR, MINUTE, type Instant, type TimeRange } from '@visavis/kernel';
import type { ContractContent } from '../contract-content';
import { refuse } from '../supervision-refusal';
import type { Party } from '../words';

type Terms = Pick<ContractContent, 'fees' | 'format' | 'cancellation'>;

export type SessionOutcome =
  'took-place' | 'cancelled-in-time' | 'cancelled-late' | 'no-show' | 'cancelled-by-supervisor';

/**
 * What a session came to, by the version in force at its start (or now, when it is cancelled). Money is in whole cents; the net is
 * rounded half up, and VAT is computed on the rounded net and rounded half up again.
 */
export interface Settlement {
  readonly outcome: SessionOutcome;
  readonly netCents: number;
  readonly vatCents: number;
  readonly totalCents: number;
  readonly currency: ContractContent['fees']['currency'];
  /** A package was priced as a whole: its sessions are paid in minutes, and nothing is billed besides. */
  readonly settledBy: 'nothing' | 'invoice' | 'package';
  /** Minutes that are paid for, held or not; rounded down. */
  readonly billedMinutes: number;
  /** Minutes that count as supervision: only those that took place. */
  readonly supervisionMinutes: number;
  /** Minutes taken from the package's balance. */
  readonly minutesUsed: number;
}

/** Up to this moment, included, the coach cancels for nothing. */
export function freeUntil(terms: Pick<Terms, 'cancellation'>, session: TimeRange): Instant {
  return session.start - terms.cancellation.noticeHours * HOUR;
}

/**
 * What cancelling now would come to; nothing when the supervisor cancels.
 * @throws Refusal session-over once it has begun
 */
export function costOfCancelling(terms: Terms, session: TimeRange, who: Party, now: Instant): Settlement {
  if (now >= session.start) throw refuse('session-over');
  if (who === 'supervisor') return settle(terms, session, 'cancelled-by-supervisor');
  const isLate = now > freeUntil(terms, session);
  return settle(terms, session, isLate ? 'cancelled-late' : 'cancelled-in-time');
}

/**
 * A session that took place pays for its minutes; one that was missed pays the share the contract names and
 * counts for none.
 * @param heldMinutes of a session that took place; its planned length unless it was another
 */
export function settle(
  terms: Terms,
  session: TimeRange,
  outcome: SessionOutcome,
  heldMinutes?: number,
): Settlement {
  const planned = Math.round((session.end - session.start) / MINUTE);
  const held = outcome === 'took-place' ? (heldMinutes ?? planned) : 0;
  const percent = shareDue(terms, outcome);
  const paid = outcome === 'took-place' ? held : Math.floor((planned * percent) / 100);
  const { fees, format } = terms;
  const money =
    fees.unit === 'package' && format.term.kind === 'package'
      ? share(fees.amountCents, paid, format.term.minutes)
      : share(fees.amountCents, outcome === 'took-place' ? 100 : percent, 100);
  const vatCents = fees.vat.mode === 'charged' ? share(money, fees.vat.rateBp ?? 0, 10_000) : 0;
  const fromPackage = format.term.kind === 'package';
  const settledBy = money === 0 ? 'nothing' : fees.unit === 'package' ? 'package' : 'invoice';
  return {
    outcome,
    netCents: money,
    vatCents,
    totalCents: money + vatCents,
    currency: fees.currency,
    settledBy,
    billedMinutes: paid,
    supervisionMinutes: held,
    // What an invoice pays for is not taken from the minutes too.
    minutesUsed: fromPackage && (fees.unit === 'package' || outcome === 'took-place') ? paid : 0,
  };
}

function shareDue({ cancellation }: Terms, outcome: SessionOutcome): number {
  if (outcome === 'took-place') return 100;
  if (outcome === 'cancelled-late') return cancellation.latePercent;
  if (outcome === 'no-show') return cancellation.noShowPercent;
  return 0;
}

/** amount × part / whole in integers, half up. */
export function share(amount: number, part: number, whole: number): number {
  return Math.floor((2 * amount * part + whole) / (2 * whole));
}
