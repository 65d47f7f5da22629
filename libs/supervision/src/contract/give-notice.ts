import type { Instant } from '@visavis/kernel';
import { refuse } from '../supervision-refusal';
import type { NoticeGround, Party } from '../words';
import { changed, event, inForceOf, onlyFrom, type Contract, type Transition } from './contract';
import { agree } from './agree';
import { earliestEnd, lastDate, todayOf } from './term';

/**
 * Announces the end. Sessions go on up to `endsOn`, included.
 * @throws Refusal wrong-state, notice-too-short with the earliest date, outside-term
 */
export function giveNotice(
  contract: Contract,
  wish: { readonly endsOn: string; readonly ground: NoticeGround; readonly reason: string },
  who: Party,
  now: Instant,
): Transition {
  onlyFrom(contract, 'active', 'suspended');
  const { content, number } = inForceOf(contract);
  const earliest = earliestEnd(content, now);
  if (wish.endsOn < earliest) throw refuse('notice-too-short', { because: earliest });
  if (wish.endsOn > lastDate(content)) throw refuse('outside-term', { because: lastDate(content) });
  const { endsOn, ground, reason } = wish;
  const given: Contract = {
    ...contract,
    state: 'notice-given',
    suspension: null,
    notice: { by: who, endsOn, ground, reason },
  };
  return changed(given, [event('notice-given', who, now, number, { endsOn, ground })]);
}

/** Both take the notice back before its date. @throws Refusal wrong-state, notice-over */
export function cancelNotice(contract: Contract, who: Party, now: Instant): Transition {
  onlyFrom(contract, 'notice-given');
  const { content, number } = inForceOf(contract);
  if (contract.notice !== null && todayOf(content, now) > contract.notice.endsOn) throw refuse('notice-over');
  return agree(contract, 'cancel-notice', who, now, (agreed) =>
    changed({ ...agreed, state: 'active', notice: null }, [event('notice-cancelled', who, now, number)]),
  );
}
