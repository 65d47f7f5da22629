import type { ContractContent } from '../contract-content';
import type { ContractState, Party } from '../words';
import { share } from './session-cost';

/** What is left of a package when its contract is over, and what is owed back for it. */
export interface UnusedMinutes {
  readonly minutes: number;
  /** In whole cents, rounded like every price; null when nothing is owed back. */
  readonly refund: {
    readonly netCents: number;
    readonly vatCents: number;
    readonly totalCents: number;
    readonly currency: ContractContent['fees']['currency'];
  } | null;
}

/**
 * Only what was paid ahead can be owed back: a package with a price of its own. By the clause on unused minutes they
 * are refunded in proportion, or are lost at the end of their validity unless the supervisor ended it earlier. A
 * consumer who withdraws gets all of them back, whatever the clause (Code de la consommation, L221-24 and L221-25).
 * @param minutes of the package that were neither used nor charged
 * @param endedBy who brought the end about; null when it was time, or both
 */
export function unusedMinutes(
  { fees, format, ending }: Pick<ContractContent, 'fees' | 'format' | 'ending'>,
  state: ContractState,
  endedBy: Party | null,
  minutes: number,
): UnusedMinutes | null {
  const { term } = format;
  if (term.kind !== 'package' || minutes <= 0) return null;
  const early = state === 'ended' && endedBy === 'supervisor';
  const owed = state === 'rescinded' || ending.unusedMinutes === 'refund-pro-rata' || early;
  if (!owed || fees.unit !== 'package') return { minutes, refund: null };
  const netCents = share(fees.amountCents, minutes, term.minutes);
  const vatCents = fees.vat.mode === 'charged' ? share(netCents, fees.vat.rateBp ?? 0, 10_000) : 0;
  return {
    minutes,
    refund: { netCents, vatCents, totalCents: netCents + vatCents, currency: fees.currency },
  };
}
