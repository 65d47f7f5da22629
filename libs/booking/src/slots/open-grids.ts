import { DAY, type Instant, type TimeRange } from '@visavis/kernel';
import type { DayWindow, SlotRules } from './read-slot-rules';
import { localDay, toInstant, type ZoneOffsets } from './zone-offsets';

const NO_WINDOWS: readonly DayWindow[] = [];

/** A part of the opening hours with one grid: slots start at `anchor` + k × step, before `startsBefore`, and end by `end`. */
export interface OpenGrid {
  readonly anchor: Instant;
  readonly startsBefore: Instant;
  readonly end: Instant;
}

/**
 * The grids on which slots starting in [first, last] can lie, ascending, each belonging to a stretch of opening
 * hours that ends after `first`. Looks only at the local dates around that range.
 */
export function openGrids(rules: SlotRules, zone: ZoneOffsets, first: Instant, last: Instant): OpenGrid[] {
  const firstDay = localDay(zone, first);
  const lastDay = localDay(zone, last + rules.length) + 1;
  let openings = merge(collect(rules, zone, firstDay - 3, lastDay), first);
  // A stretch that reaches back to where we began to look may have begun before: look further. Two weeks are
  // enough, because a stretch that fills a whole week gets a new grid on Monday.
  const head = openings[0];
  if (head !== undefined && head.start <= toInstant(zone, (firstDay - 1) * DAY)) {
    openings = merge(collect(rules, zone, mondayUpTo(firstDay) - 10, lastDay), first);
  }
  return openings.flatMap((opening) => toGrids(zone, opening));
}

/** The grids of the stretches that end after a local date began, as far as starts of that date can lie on them. */
export function gridsOfDate(rules: SlotRules, zone: ZoneOffsets, day: number): OpenGrid[] {
  const ranges = rangesOfDate(zone, day);
  const first = ranges.at(0);
  const last = ranges.at(-1);
  return first === undefined || last === undefined ? [] : openGrids(rules, zone, first.start, last.end - 1);
}

/** Windows of the dates from `firstDay` to `lastDay`, as instants, without what overrides of other dates take away. */
function collect(rules: SlotRules, zone: ZoneOffsets, firstDay: number, lastDay: number): TimeRange[] {
  const found: TimeRange[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (zone.skippedDays.includes(day)) continue;
    const windows = rules.overrides.get(day) ?? rules.weekly[isoWeekday(day)] ?? NO_WINDOWS;
    for (const window of windows) {
      const start = toInstant(zone, day * DAY + window.start);
      const end = toInstant(zone, day * DAY + window.end);
      if (start >= end) continue;
      if (rules.overrides.size === 0) found.push({ start, end });
      else found.push(...withoutOverridden(rules, zone, day, { start, end }));
    }
  }
  return found;
}

/** An override owns its local date, so a window of another date loses the time it has there. */
function withoutOverridden(rules: SlotRules, zone: ZoneOffsets, day: number, window: TimeRange): TimeRange[] {
  let parts = [window];
  // The date before matters where clocks went back over midnight, the second one after where a date was skipped.
  for (const other of [day - 1, day + 1, day + 2]) {
    if (!rules.overrides.has(other) || !mayReach(zone, window, other)) continue;
    for (const owned of rangesOfDate(zone, other)) parts = parts.flatMap((part) => subtract(part, owned));
  }
  return parts;
}

/** A cheap no for most windows, which lie in the middle of their date. */
function mayReach(zone: ZoneOffsets, window: TimeRange, day: number): boolean {
  return day * DAY - zone.mostOffset < window.end && window.start < (day + 1) * DAY - zone.leastOffset;
}

/** The instants that fall on a local date: none if it was skipped, two ranges if clocks went back over its midnight. */
function rangesOfDate(zone: ZoneOffsets, day: number): TimeRange[] {
  return zone.spans
    .map(({ from, until, offset }) => ({
      start: Math.max(from, day * DAY - offset),
      end: Math.min(until, (day + 1) * DAY - offset),
    }))
    .filter(({ start, end }) => start < end);
}

function subtract(range: TimeRange, taken: TimeRange): TimeRange[] {
  if (taken.end <= range.start || range.end <= taken.start) return [range];
  const left = { start: range.start, end: taken.start };
  const right = { start: taken.end, end: range.end };
  return [left, right].filter(({ start, end }) => start < end);
}

/** Ranges that overlap or touch become one; those that end by `first` are dropped. */
function merge(ranges: TimeRange[], first: Instant): TimeRange[] {
  ranges.sort((a, b) => a.start - b.start);
  const merged: TimeRange[] = [];
  let open: { start: number; end: number } | undefined;
  for (const { start, end } of ranges) {
    if (open !== undefined && start <= open.end) {
      if (end > open.end) open.end = end;
      continue;
    }
    if (open !== undefined && open.end > first) merged.push(open);
    open = { start, end };
  }
  if (open !== undefined && open.end > first) merged.push(open);
  return merged;
}

/**
 * A stretch that is open from one Monday 00:00 to the next begins a new grid there. Somebody who never closes has no
 * window start to anchor a grid on, and it must not depend on the range that happens to be asked for.
 */
function toGrids(zone: ZoneOffsets, { start, end }: TimeRange): OpenGrid[] {
  if (end - start < 6 * DAY) return [{ anchor: start, startsBefore: end, end }];
  const grids: OpenGrid[] = [];
  let anchor = start;
  let monday = mondayUpTo(localDay(zone, start));
  while (toInstant(zone, monday * DAY) < start) monday += 7;
  for (monday += 7; toInstant(zone, monday * DAY) < end; monday += 7) {
    const startsBefore = toInstant(zone, monday * DAY);
    grids.push({ anchor, startsBefore, end });
    anchor = startsBefore;
  }
  grids.push({ anchor, startsBefore: end, end });
  return grids;
}

/** 1 Monday to 7 Sunday. Day 0, 1970-01-01, was a Thursday. */
function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function mondayUpTo(day: number): number {
  return day - isoWeekday(day) + 1;
}
