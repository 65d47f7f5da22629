import type { Instant } from '@visavis/kernel';
import type { ContractContent } from '../contract-content';
import { addDays, addMonths, localDate, startOfDate, weekday } from '../local-date';

/** Days a consumer has to withdraw, from the day after the contract was concluded. */
export const WITHDRAWAL_DAYS = 14;

/** The last date of the contract's term, included: its end date, or the last day its package can be used. */
export function lastDate({ format: { startsOn, term } }: Pick<ContractContent, 'format'>): string {
  return term.kind === 'fixed' ? term.endsOn : addDays(addMonths(startsOn, term.validMonths), -1);
}

export function todayOf({ timeZone }: Pick<ContractContent, 'timeZone'>, now: Instant): string {
  return localDate(now, timeZone);
}

/** The earliest last date that a notice given now may name. */
export function earliestEnd(content: ContractContent, now: Instant): string {
  return addDays(todayOf(content, now), content.ending.noticeDays);
}

/**
 * The first moment at which a consumer can no longer withdraw: the end of the fourteenth day after both had
 * signed, carried over a Saturday, a Sunday or a holiday to the next working day (Code de la consommation,
 * L221-18 and L221-19). Null without that right.
 * @param holidays dates, `YYYY-MM-DD`
 */
export function withdrawalEnds(
  content: ContractContent,
  concludedAt: Instant,
  holidays: readonly string[],
): Instant | null {
  if (content.consumer === null) return null;
  let last = addDays(localDate(concludedAt, content.timeZone), WITHDRAWAL_DAYS);
  while (weekday(last) >= 6 || holidays.includes(last)) last = addDays(last, 1);
  return startOfDate(addDays(last, 1), content.timeZone);
}
