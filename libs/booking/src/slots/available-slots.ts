import { DAY, type Instant } from '@visavis/kernel';
import { openGrids } from './open-grids';
import { mergeBusy, readBusy } from './read-busy';
import { readSlotRules } from './read-slot-rules';
import type { SlotInput } from './slot-input';
import { wrongInput } from './wrong-input';
import { localDay, zoneOffsets, type ZoneOffsets } from './zone-offsets';

/** Fifty years: a longer range is a mistake, and its answer would not fit in memory. */
const LONGEST_RANGE = 50 * 366 * DAY;

/**
 * Every start that is offered, epoch milliseconds, ascending.
 * @throws RangeError that begins with the name of the field that is wrong.
 */
export function availableSlots(input: SlotInput): Instant[] {
  const rules = readSlotRules(input);
  const busy = readBusy(input.busy);
  const { earliest, latest } = rules;
  if (latest - earliest > LONGEST_RANGE) wrongInput('to', 'less than fifty years away', input.to);
  const zone = zoneOffsets(input.timeZone, earliest, Math.max(earliest, latest) + rules.length);
  if (earliest >= latest) return [];

  const { starts, ends } = mergeBusy(busy);
  const isFull = dayFull(zone, busy.bookings, rules.cap);
  const slots: Instant[] = [];
  let next = 0; // the first busy range that the slots still to come can meet
  for (const grid of openGrids(rules, zone, earliest, latest - 1)) {
    const before = Math.min(latest, grid.startsBefore, grid.end - rules.length + 1);
    let start = firstOnGrid(grid.anchor, rules.step, earliest);
    while (start < before) {
      while (Number(ends[next]) <= start - rules.before) next += 1;
      if (Number(starts[next]) < start + rules.length + rules.after) {
        start = firstOnGrid(grid.anchor, rules.step, Number(ends[next]) + rules.before);
        continue;
      }
      if (isFull === null || !isFull(start)) slots.push(start);
      start += rules.step;
    }
  }
  return slots;
}

/** The first point of the grid at or after `from`, and not before the anchor. */
function firstOnGrid(anchor: Instant, step: number, from: Instant): Instant {
  return anchor + Math.max(0, Math.ceil((from - anchor) / step)) * step;
}

function dayFull(
  zone: ZoneOffsets,
  bookings: readonly Instant[],
  cap: number | null,
): ((start: Instant) => boolean) | null {
  if (cap === null || bookings.length < cap) return null;
  const counts = new Map<number, number>();
  for (const booking of bookings) {
    const day = localDay(zone, booking);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return (start) => (counts.get(localDay(zone, start)) ?? 0) >= cap;
}
