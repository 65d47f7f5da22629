import { type Instant } from '@visavis/kernel';
import type { ContractDraft } from '../contract-draft';
import { addDays, daysBetween } from '../local-date';
import { refuse } from '../supervision-refusal';
import type { Party } from '../words';
import { event, inForceOf, onlyFor, onlyFrom, type Contract, type ContractEvent } from './contract';
import { lastDate, todayOf } from './term';

/** Days after its end in which a contract can still be carried on by a new one. */
export const RENEWAL_DAYS = 90;

/**
 * The draft of a new contract that carries this one on: same terms, from the day after its last one, for as
 * long as before. The events belong to the contract that is renewed.
 * @throws Refusal not-for-this-party, wrong-state, too-late-to-renew
 */
export function renewContract(
  contract: Contract,
  who: Party,
  now: Instant,
): { readonly draft: ContractDraft; readonly events: readonly ContractEvent[] } {
  onlyFor('supervisor', who);
  onlyFrom(contract, 'active', 'expired');
  const { content, number } = inForceOf(contract);
  const today = todayOf(content, now);
  const last = lastDate(content);
  if (contract.state === 'expired' && daysBetween(last, today) > RENEWAL_DAYS)
    throw refuse('too-late-to-renew');
  const after = addDays(last, 1);
  const startsOn = after < today ? today : after;
  const { term } = content.format;
  const renewed =
    term.kind === 'fixed'
      ? ({
          kind: 'fixed',
          endsOn: addDays(startsOn, daysBetween(content.format.startsOn, term.endsOn)),
        } as const)
      : term;
  const draft = { ...content, amendment: null, format: { ...content.format, startsOn, term: renewed } };
  return { draft, events: [event('renewal-opened', who, now, number, { startsOn })] };
}
