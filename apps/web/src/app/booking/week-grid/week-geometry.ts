import { MINUTE, type Instant } from '@visavis/kernel';
import { addDays, type LocalDate } from '../../ui/local-date';
import { clockChangeOn, instantAt, startOfDate, wallTimeAt, type ClockChange } from '../../ui/zone-clock';

/**
 * Days stand side by side on one axis of wall-clock minutes. Where clocks go back during one of them, the axis
 * is stretched at that point: the repeated hour has a place of its own on that day and is a gap on the others.
 * Where clocks go forward, the skipped hour is a gap on that day alone.
 */
export interface WeekAxis {
  /** Minutes from top to bottom: 1440, or more when an hour is repeated. */
  readonly length: number;
  readonly stretch: { readonly at: number; readonly size: number } | null;
  readonly marks: readonly HourMark[];
}

export interface HourMark {
  /** Minutes from the top. */
  readonly position: number;
  /** What the clock shows, minutes since midnight. */
  readonly minute: number;
  /** True for the second time the same hour is shown. */
  readonly again: boolean;
}

export interface DayColumn {
  readonly date: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
  readonly change: ClockChange | null;
}

/** Minutes from the top of the axis. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function dayColumn(zone: string, date: LocalDate): DayColumn {
  return {
    date,
    start: startOfDate(zone, date),
    end: startOfDate(zone, addDays(date, 1)),
    change: clockChangeOn(zone, date),
  };
}

export function weekAxis(zone: string, columns: readonly DayColumn[]): WeekAxis {
  const repeated = columns.flatMap(({ change }) => (change && change.jump < 0 ? [change] : []))[0];
  const stretch = repeated ? { at: minuteBefore(zone, repeated), size: -repeated.jump } : null;
  const marks: HourMark[] = [];
  for (let minute = 0; minute < 1440; minute += 60) {
    marks.push({
      position: stretch && minute >= stretch.at ? minute + stretch.size : minute,
      minute,
      again: false,
    });
    if (stretch && minute >= stretch.at - stretch.size && minute < stretch.at) {
      marks.push({ position: minute + stretch.size, minute, again: true });
    }
  }
  return {
    length: 1440 + (stretch?.size ?? 0),
    stretch,
    marks: marks.sort((a, b) => a.position - b.position),
  };
}

/** Where a moment of that day stands; moments outside the day stand at its ends. */
export function positionOf(zone: string, axis: WeekAxis, column: DayColumn, at: Instant): number {
  if (at <= column.start) return 0;
  if (at >= column.end) return axis.length;
  const { minute } = wallTimeAt(zone, at);
  const { stretch } = axis;
  if (!stretch) return minute;
  const later = repeats(column) ? at >= changeAt(column) : minute >= stretch.at;
  return later ? minute + stretch.size : minute;
}

/** The moment at a place of the axis; a place in a gap gives the first moment after it. */
export function instantOf(zone: string, axis: WeekAxis, column: DayColumn, position: number): Instant {
  const { stretch } = axis;
  if (!stretch || position < stretch.at)
    return instantAt(zone, column.date, afterSkipped(zone, column, position));
  if (repeats(column)) return changeAt(column) + (position - stretch.at) * MINUTE;
  return instantAt(zone, column.date, Math.max(stretch.at, position - stretch.size));
}

/** The stretches of the axis that do not exist on that day. */
export function gapsOf(zone: string, axis: WeekAxis, column: DayColumn): Span[] {
  const gaps: Span[] = [];
  const { change } = column;
  if (change && change.jump > 0) {
    const from = minuteBefore(zone, change);
    gaps.push({ from, to: from + change.jump });
  }
  if (axis.stretch && !repeats(column))
    gaps.push({ from: axis.stretch.at, to: axis.stretch.at + axis.stretch.size });
  return gaps;
}

/** The part of [start, end) that lies on that day, or null. */
export function spanOf(
  zone: string,
  axis: WeekAxis,
  column: DayColumn,
  start: Instant,
  end: Instant,
): Span | null {
  if (end <= column.start || start >= column.end || end <= start) return null;
  return { from: positionOf(zone, axis, column, start), to: positionOf(zone, axis, column, end) };
}

function changeAt(column: DayColumn): Instant {
  return column.change?.at ?? column.end;
}

function repeats(column: DayColumn): boolean {
  return column.change !== null && column.change.jump < 0;
}

function minuteBefore(zone: string, change: ClockChange): number {
  return wallTimeAt(zone, change.at - MINUTE).minute + 1;
}

function afterSkipped(zone: string, column: DayColumn, position: number): number {
  const { change } = column;
  if (!change || change.jump < 0) return position;
  const from = minuteBefore(zone, change);
  return position > from && position < from + change.jump ? from + change.jump : position;
}
