import type { Instant } from '@visavis/kernel';
import type { ContractContent } from '../contract-content';
import type { BookingObstacle } from '../contract-wire';
import { localDate } from '../local-date';
import type { SponsorView } from '../words';
import type { Contract } from './contract';
import { lastDate, todayOf } from './term';

/**
 * What keeps a session from being booked under the contract, null when nothing does. With `start` the
 * question is about that time, without it about today.
 * @param minutesLeft of the ledger; null in a contract without a package
 */
export function bookingObstacle(
  contract: Contract,
  minutesLeft: number | null,
  now: Instant,
  start?: Instant,
): BookingObstacle | null {
  const { inForce, notice, state } = contract;
  if (inForce === null || (state !== 'active' && state !== 'notice-given')) return 'contract-not-in-force';
  const { content } = inForce;
  const date = start === undefined ? todayOf(content, now) : localDate(start, content.timeZone);
  const last = lastDate(content);
  const end = state === 'notice-given' && notice !== null && notice.endsOn < last ? notice.endsOn : last;
  if (date > end || date < content.format.startsOn) return 'outside-term';
  if (content.parties.supervisor.insurance.validUntil < date) return 'insurance-expired';
  if (minutesLeft !== null && minutesLeft < content.format.sessionMin) return 'not-enough-minutes';
  return null;
}

export function mayBook(contract: Contract, minutesLeft: number | null, now: Instant): boolean {
  return bookingObstacle(contract, minutesLeft, now) === null;
}

/** Whether the contract counts minutes at all: only a package can run out. */
export function countsMinutes(content: Pick<ContractContent, 'format'>): boolean {
  return content.format.term.kind === 'package';
}

/** Facts about sessions that a sponsor's view may hold. Never notes, agenda, case codes or fees of others. */
export const SPONSOR_FACTS = ['dates', 'attendance', 'minutes', 'agreed-themes'] as const;
export type SponsorFact = (typeof SPONSOR_FACTS)[number];

const SHOWN: Readonly<Record<SponsorView, readonly SponsorFact[]>> = {
  nothing: [],
  attendance: ['dates', 'attendance', 'minutes'],
  'attendance-and-agreed-themes': ['dates', 'attendance', 'minutes', 'agreed-themes'],
};

/** What the sponsor may see: the coach sees exactly the same list. Null without a sponsor. */
export function whatSponsorSees(
  content: Pick<ContractContent, 'confidentiality'>,
): { readonly name: string; readonly sees: SponsorView; readonly facts: readonly SponsorFact[] } | null {
  const { sponsor } = content.confidentiality;
  return sponsor === null ? null : { ...sponsor, facts: SHOWN[sponsor.sees] };
}
