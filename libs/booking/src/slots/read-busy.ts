import type { Instant } from '@visavis/kernel';
import { readMoment } from './read-moment';
import type { BusyTime } from './slot-input';
import { MOMENT_RULE, wrongInput } from './wrong-input';

/** Busy ranges as parallel arrays, in the order given, empty and reversed ones left out. Epoch milliseconds. */
export interface BusyRanges {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Starts of the appointments among them that count towards the cap. */
  readonly bookings: readonly Instant[];
}

/** Busy ranges without overlap, ascending. */
export type MergedBusy = Pick<BusyRanges, 'starts' | 'ends'>;

/** @throws RangeError that begins with the name of the field that is no moment. */
export function readBusy(items: readonly BusyTime[]): BusyRanges {
  const starts = new Float64Array(items.length);
  const ends = new Float64Array(items.length);
  const bookings: Instant[] = [];
  let count = 0;
  // This loop and mergeBusy's see every engagement of every request, so they are plain index loops.
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) continue;
    const start = readMoment(item.start);
    const end = readMoment(item.end);
    if (Number.isNaN(start)) wrongInput(`busy[${index}].start`, MOMENT_RULE, item.start);
    if (Number.isNaN(end)) wrongInput(`busy[${index}].end`, MOMENT_RULE, item.end);
    const own = ownStart(item, start);
    if (Number.isNaN(own)) wrongInput(`busy[${index}].booking`, MOMENT_RULE, item.booking);
    if (start >= end) continue;
    if (own !== null) bookings.push(own);
    starts[count] = start;
    ends[count] = end;
    count += 1;
  }
  return { starts: starts.subarray(0, count), ends: ends.subarray(0, count), bookings };
}

/** Start of the appointment that an item stands for, NaN if unreadable, null if it does not count towards the cap. */
function ownStart({ booking }: BusyTime, start: Instant): Instant | null {
  if (booking === true) return start;
  return booking === undefined || booking === false ? null : readMoment(booking);
}

/** Overlapping and touching ranges made one. */
export function mergeBusy({ starts, ends }: BusyRanges): MergedBusy {
  const from = ascending(starts);
  const until = ascending(ends);
  const mergedStarts = new Float64Array(from.length);
  const mergedEnds = new Float64Array(from.length);
  let count = 0;
  let lastEnd = -Infinity;
  // With both sides sorted on their own, everything begun so far is over when as many ends as starts have passed.
  for (let index = 0; index < from.length; index += 1) {
    const start = Number(from[index]);
    if (start > lastEnd) {
      mergedStarts[count] = start;
      count += 1;
    }
    lastEnd = Number(until[index]);
    mergedEnds[count - 1] = lastEnd;
  }
  return { starts: mergedStarts.subarray(0, count), ends: mergedEnds.subarray(0, count) };
}

function ascending(values: Float64Array): Float64Array {
  for (let index = 1; index < values.length; index += 1) {
    if (Number(values[index]) < Number(values[index - 1])) return values.slice().sort();
  }
  return values;
}
