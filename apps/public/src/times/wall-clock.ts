import type { Instant } from '@visavis/kernel';

const DAY_MS = 86_400_000;

interface ZoneClock {
  readonly format: Intl.DateTimeFormat;
  readonly offsets: Map<Instant, number>;
}

const clocks = new Map<string, ZoneClock>();

/**
 * What the clocks of a zone show, as the epoch milliseconds at which UTC shows the same. Asking Intl is slow, and
 * a page asks thousands of times: it is asked for the edges of each UTC day, and again only within days on which
 * clocks change.
 * @param timeZone IANA name known to the runtime; anything else is a RangeError of Intl.
 */
export function wallClock(instant: Instant, timeZone: string): number {
  const midnight = Math.floor(instant / DAY_MS) * DAY_MS;
  const offset = offsetAt(midnight, timeZone);
  return instant + (offset === offsetAt(midnight + DAY_MS, timeZone) ? offset : offsetAt(instant, timeZone));
}

function offsetAt(instant: Instant, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) clocks.set(timeZone, (clock = { format: formatFor(timeZone), offsets: new Map() }));
  let offset = clock.offsets.get(instant);
  if (offset === undefined) clock.offsets.set(instant, (offset = readOffset(clock.format, instant)));
  return offset;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}

/** en-US writes "11/26/2026, 10:30:00". */
function readOffset(format: Intl.DateTimeFormat, instant: Instant): number {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
    format.format(instant).match(/\d+/g) ?? []
  ).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}
