import type { Instant } from '@visavis/kernel';
import type { Party } from '../words';
import {
  changed,
  event,
  NOBODY_ASKED,
  other,
  type Agreement,
  type Contract,
  type Transition,
} from './contract';

/**
 * What needs both: the first to ask is written down, the other's same wish does it. Asking twice changes
 * nothing.
 */
export function agree(
  contract: Contract,
  what: Agreement,
  who: Party,
  now: Instant,
  done: (agreed: Contract) => Transition,
): Transition {
  const asker = contract.asked[what];
  if (asker === other(who)) return done({ ...contract, asked: NOBODY_ASKED });
  if (asker === who) return changed(contract, []);
  return changed({ ...contract, asked: { ...contract.asked, [what]: who } }, [
    event('agreement-asked', who, now, contract.inForce?.number ?? null, { what }),
  ]);
}
