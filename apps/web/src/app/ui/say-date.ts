import type { Instant } from '@visavis/kernel';
import { INTL_LOCALE, LANGUAGE } from './language';

/** « 26 novembre 2026 » */
export function sayDate(zone: string, at: Instant): string {
  const text = new Intl.DateTimeFormat(INTL_LOCALE, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
  // The first of a month is « 1er » in French.
  return LANGUAGE === 'fr' ? text.replace(/^1(?= )/, '1er') : text;
}
