import type { Instant } from '@visavis/kernel';
import { tzlib_get_ical_block, tzlib_get_offset } from 'timezones-ical-library';

export interface CalendarZone {
  /** The name the VTIMEZONE carries, which may be the canonical one of an alias. */
  readonly name: string;
  readonly definition: string;
}

/**
 * The VTIMEZONE for an IANA zone, or null where the library has none or disagrees with the runtime about one of
 * the moments (rules such as Morocco's do not fit into it): the calendar then speaks UTC, which is never wrong.
 */
export function calendarZone(timeZone: string, moments: readonly Instant[]): CalendarZone | null {
  const found = tzlib_get_ical_block(timeZone);
  if (!Array.isArray(found)) return null;
  const [definition, parameter] = found;
  const name = parameter?.replace(/^TZID=/, '') ?? '';
  if (definition === undefined || name === '' || name === 'Etc/UTC') return null;
  return moments.every((moment) => agrees(name, moment)) ? { name, definition } : null;
}

function agrees(zone: string, moment: Instant): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
  const clock = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return tzlib_get_offset(zone, local.toPlainDate().toString(), clock) === local.offset.replace(':', '');
}
