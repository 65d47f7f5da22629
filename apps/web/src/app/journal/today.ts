import { dateAt } from '../ui/zone-clock';
import type { LocalDate } from '../ui/local-date';

/** Dates of the journal are the writer's own, where the device is. */
export function today(): LocalDate {
  return dateAt(Intl.DateTimeFormat().resolvedOptions().timeZone, Date.now());
}
