import { addDays, daysBetween, mondayOf, type LocalDate } from '../../ui/local-date';

/** The dates that fit on the screen: the whole week, or as many of its days as asked for, the wanted one among them. */
export function visibleDates(wanted: LocalDate, count: number): LocalDate[] {
  const monday = mondayOf(wanted);
  const first = count >= 7 ? monday : addDays(monday, Math.min(daysBetween(monday, wanted), 7 - count));
  return Array.from({ length: Math.min(7, count) }, (_, day) => addDays(first, day));
}
