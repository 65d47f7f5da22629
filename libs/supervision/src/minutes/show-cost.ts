import type { Instant, TimeRange } from '@visavis/kernel';
import type { ContractContent } from '../contract-content';
import type { CancelCostReply } from '../session-wire';
import { refuse } from '../supervision-refusal';
import type { RenderedClause } from '../text/render-clauses';
import type { Party } from '../words';
import { costOfCancelling, freeUntil } from './session-cost';

/**
 * What cancelling now would cost, with the clause that says so quoted from the text that was signed.
 * @param version the one in force, with its clauses as they were frozen
 * @throws Refusal session-over
 */
export function showCost(
  version: {
    readonly number: number;
    readonly content: ContractContent;
    readonly clauses: readonly RenderedClause[];
  },
  session: TimeRange,
  who: Party,
  now: Instant,
): CancelCostReply {
  const { outcome, netCents, vatCents, totalCents, currency, settledBy, minutesUsed } = costOfCancelling(
    version.content,
    session,
    who,
    now,
  );
  if (outcome === 'took-place' || outcome === 'no-show') throw refuse('session-over');
  const clause = version.clauses.find(({ id }) => id === 'cancellation');
  return {
    outcome,
    netCents,
    vatCents,
    totalCents,
    currency,
    settledBy,
    minutesUsed,
    freeUntil: freeUntil(version.content, session),
    clause: { version: version.number, title: clause?.title ?? '', markdown: clause?.markdown ?? '' },
  };
}
