import type { WeekAppointment } from '@visavis/booking';
import { nameOf } from '../appointment-naming';
import { spanOf, type DayColumn, type Span, type WeekAxis } from './week-geometry';

/** The part of one appointment that stands in one day's column. */
export interface WeekItem {
  readonly appointment: WeekAppointment;
  readonly name: string;
  readonly body: Span;
  /** Preparation and wrap-up that belong to it. */
  readonly edges: readonly Span[];
  /** True for the piece that holds the start: the one that is focused, named and moved. */
  readonly first: boolean;
}

export function itemsOn(
  zone: string,
  axis: WeekAxis,
  column: DayColumn,
  appointments: readonly WeekAppointment[],
): readonly WeekItem[] {
  const items: WeekItem[] = [];
  for (const appointment of [...appointments].sort((a, b) => a.start - b.start)) {
    const span = (start: number, end: number) => spanOf(zone, axis, column, start, end);
    const { start, end, occupiesFrom, occupiesTo, status } = appointment;
    const body = span(start, end);
    const edges =
      status === 'booked'
        ? [span(occupiesFrom, start), span(end, occupiesTo)].filter((edge) => edge !== null)
        : [];
    if (!body && edges.length === 0) continue;
    items.push({
      appointment,
      name: nameOf(appointment),
      body: body ?? { from: 0, to: 0 },
      edges,
      first: start >= column.start && start < column.end,
    });
  }
  return items;
}
