import { DAY, MINUTE, type Instant } from '@visavis/kernel';
import { readClock, readDate, readMoment } from './read-moment';
import type { HoursWindow, Moment, SlotInput } from './slot-input';
import { MOMENT_RULE, wrongInput } from './wrong-input';

/** Ten years: beyond it a duration is a mistake, and the days to look at would no longer be few. */
const MOST_MINUTES = 5_256_000;

/** A window on the wall clock, milliseconds since the local midnight of its date; the end may lie in the next day. */
export interface DayWindow {
  readonly start: number;
  readonly end: number;
}

/** The input of the engine, checked, in milliseconds and day numbers (days since 1970-01-01). */
export interface SlotRules {
  /** Index 1 Monday to 7 Sunday; 0 is unused. */
  readonly weekly: readonly (readonly DayWindow[])[];
  readonly overrides: ReadonlyMap<number, readonly DayWindow[]>;
  readonly before: number;
  readonly after: number;
  readonly length: number;
  readonly step: number;
  readonly cap: number | null;
  /** No start before this: the later of `from` and now + notice. */
  readonly earliest: Instant;
  /** No start at or after this. */
  readonly latest: Instant;
}

/** @throws RangeError that begins with the name of the field that is wrong. The zone and `busy` are read elsewhere. */
export function readSlotRules(input: SlotInput): SlotRules {
  const notice = minutes(input.minNoticeMin, 'minNoticeMin', 0);
  return {
    weekly: readWeek(input),
    overrides: readOverrides(input),
    before: minutes(input.bufferBeforeMin, 'bufferBeforeMin', 0),
    after: minutes(input.bufferAfterMin, 'bufferAfterMin', 0),
    length: minutes(input.lengthMin, 'lengthMin', 1),
    step: minutes(input.stepMin, 'stepMin', 1),
    cap: readCap(input.maxPerDay),
    earliest: Math.max(moment(input.from, 'from'), moment(input.now, 'now') + notice),
    latest: moment(input.to, 'to'),
  };
}

function readWeek(input: SlotInput): DayWindow[][] {
  const week: DayWindow[][] = [[], [], [], [], [], [], [], []];
  input.weekly.forEach((entry, index) => {
    const window = readWindow(entry, () => `weekly[${index}]`);
    for (const day of entry.days) {
      const windows = Number.isInteger(day) && day >= 1 ? week[day] : undefined;
      if (windows === undefined) wrongInput(`weekly[${index}].days`, 'ISO weekdays from 1 to 7', day);
      windows.push(window);
    }
  });
  return week;
}

function readOverrides(input: SlotInput): Map<number, DayWindow[]> {
  const overrides = new Map<number, DayWindow[]>();
  input.overrides.forEach(({ date, windows }, index) => {
    const day = readDate(date);
    if (Number.isNaN(day)) wrongInput(`overrides[${index}].date`, 'a date like 2026-06-01', date);
    const read = windows.map((window, at) => readWindow(window, () => `overrides[${index}].windows[${at}]`));
    overrides.set(day, [...(overrides.get(day) ?? []), ...read]);
  });
  return overrides;
}

function readWindow(window: HoursWindow, place: () => string): DayWindow {
  const start = readClock(window.start);
  const end = readClock(window.end);
  if (!(start < 24 * 60)) wrongInput(`${place()}.start`, 'a time from 00:00 to 23:59', window.start);
  if (Number.isNaN(end)) wrongInput(`${place()}.end`, 'a time from 00:00 to 24:00', window.end);
  return { start: start * MINUTE, end: end * MINUTE + (end <= start ? DAY : 0) };
}

function readCap(value: number | null): number | null {
  if (value === null || value === undefined) return null;
  if (!Number.isSafeInteger(value) || value < 0)
    wrongInput('maxPerDay', 'null or a whole number from 0', value);
  return value;
}

function minutes(value: number, field: string, least: number): number {
  if (!Number.isSafeInteger(value) || value < least || value > MOST_MINUTES) {
    wrongInput(field, `whole minutes from ${least} to ${MOST_MINUTES}`, value);
  }
  return value * MINUTE;
}

function moment(value: Moment, field: string): Instant {
  const instant = readMoment(value);
  if (Number.isNaN(instant)) wrongInput(field, MOMENT_RULE, value);
  return instant;
}
