import type { Instant } from '@visavis/kernel';
import { refuse } from '../supervision-refusal';
import type { Party } from '../words';
import { changed, event, NOBODY_ASKED, onlyFor, onlyFrom, type Contract, type Transition } from './contract';
import { withdrawalEnds } from './term';

/**
 * A consumer's right of withdrawal, without a reason; gone when everything was performed already at their
 * express wish (Code de la consommation, L221-28).
 * @throws Refusal not-for-this-party, wrong-state, no-right-of-withdrawal, withdrawal-period-over
 */
export function rescindContract(
  contract: Contract,
  facts: { readonly fullyPerformed: boolean },
  who: Party,
  now: Instant,
): Transition {
  onlyFor('coach', who);
  onlyFrom(contract, 'signed', 'active');
  const version = contract.inForce ?? contract.open;
  const content = contract.inForce?.content ?? contract.open?.frozen?.content;
  if (version === null || content === undefined) throw refuse('wrong-state');
  const ends = withdrawalEnds(content, contract.concludedAt ?? now, contract.holidays);
  if (ends === null || facts.fullyPerformed) throw refuse('no-right-of-withdrawal');
  if (now >= ends) throw refuse('withdrawal-period-over');
  const openAmendment = contract.inForce !== null ? contract.open : null;
  return changed(
    {
      ...contract,
      state: 'rescinded',
      open: null,
      inForce: null,
      suspension: null,
      asked: NOBODY_ASKED,
      closedAt: now,
    },
    [event('rescinded', who, now, version.number)],
    [
      { number: version.number, state: 'rescinded' as const },
      ...(openAmendment === null ? [] : [{ number: openAmendment.number, state: 'withdrawn' as const }]),
    ],
  );
}
