import { DAY, type Instant } from '@visavis/kernel';
import { wrongInput } from './wrong-input';

/** A stretch of time during which a zone keeps one UTC offset. Milliseconds throughout. */
export interface OffsetSpan {
  /** First instant, -Infinity for the first known span. */
  readonly from: Instant;
  /** First instant after it, Infinity for the last known span. */
  readonly until: Instant;
  /** Local time minus UTC. */
  readonly offset: number;
  /** Local times below this one (and not claimed by an earlier span) are read with this span's offset. */
  readonly localUntil: number;
}

/** The offsets of one zone, right for every instant in [coversFrom, coversTo). */
export interface ZoneOffsets {
  readonly coversFrom: Instant;
  readonly coversTo: Instant;
  readonly spans: readonly OffsetSpan[];
  readonly leastOffset: number;
  readonly mostOffset: number;
  /** Day numbers (since 1970-01-01) of local dates that do not exist, such as 2011-12-30 in Apia. */
  readonly skippedDays: readonly number[];
}

const YEAR = 366 * DAY;
/** Limit of Temporal and of ECMAScript dates, either side of 1970. */
const LAST_MOMENT = 8.64e15;
const MOST_ZONES = 512;
const LONGEST_TABLE = 30 * YEAR;

/**
 * Zone data never change while the process runs, so the tables are kept: finding a transition costs microseconds
 * and a request needs hundreds of local times. Tables are never modified, only replaced.
 */
const tables = new Map<string, ZoneOffsets>();

/**
 * Offsets of `timeZone` for the instants from `from` to `to` and at least a year either side.
 * @throws RangeError when the runtime knows no such IANA zone. A bare offset such as `+02:00` is not a zone.
 */
export function zoneOffsets(timeZone: string, from: Instant, to: Instant): ZoneOffsets {
  const known = tables.get(timeZone);
  const wantFrom = clamp(from - YEAR);
  const wantTo = clamp(to + YEAR);
  if (known !== undefined && known.coversFrom <= wantFrom && known.coversTo >= wantTo) return known;

  // A year more than asked, so that the passing of time does not rebuild the table every millisecond.
  let coversFrom = clamp(wantFrom - YEAR);
  let coversTo = clamp(wantTo + YEAR);
  if (known !== undefined) {
    const unionFrom = Math.min(coversFrom, known.coversFrom);
    const unionTo = Math.max(coversTo, known.coversTo);
    if (unionTo - unionFrom <= LONGEST_TABLE) [coversFrom, coversTo] = [unionFrom, unionTo];
  }
  const table = buildTable(timeZone, coversFrom, coversTo);
  if (tables.size >= MOST_ZONES && known === undefined) {
    for (const oldest of tables.keys()) {
      tables.delete(oldest);
      break;
    }
  }
  tables.set(timeZone, table);
  return table;
}

/**
 * The instant of a local time (milliseconds since 1970-01-01T00:00 on the wall clock), as Temporal's 'compatible'
 * disambiguation reads it: in a gap with the offset before it, in an overlap the first of the two.
 */
export function toInstant(zone: ZoneOffsets, local: number): Instant {
  for (const span of zone.spans) if (local < span.localUntil) return local - span.offset;
  throw new RangeError('a local time must be a number');
}

/** Day number of the local date on which an instant falls. */
export function localDay(zone: ZoneOffsets, instant: Instant): number {
  for (const span of zone.spans) if (instant < span.until) return Math.floor((instant + span.offset) / DAY);
  throw new RangeError('an instant must be a number');
}

function clamp(instant: Instant): Instant {
  return Math.min(Math.max(instant, -LAST_MOMENT), LAST_MOMENT);
}

function buildTable(timeZone: string, coversFrom: Instant, coversTo: Instant): ZoneOffsets {
  const spans: OffsetSpan[] = [];
  const skippedDays: number[] = [];
  let here = startOfTable(timeZone, coversFrom);
  let from = -Infinity;
  for (;;) {
    const offset = here.offsetNanoseconds / 1e6;
    const next = here.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= coversTo) {
      spans.push({ from, until: Infinity, offset, localUntil: Infinity });
      const offsets = spans.map((span) => span.offset);
      const [leastOffset, mostOffset] = [Math.min(...offsets), Math.max(...offsets)];
      return { coversFrom, coversTo, spans, leastOffset, mostOffset, skippedDays };
    }
    const until = next.epochMilliseconds;
    const nextOffset = next.offsetNanoseconds / 1e6;
    spans.push({ from, until, offset, localUntil: until + Math.max(offset, nextOffset) });
    const firstMissing = Math.ceil((until + offset) / DAY);
    for (let day = firstMissing; (day + 1) * DAY <= until + nextOffset; day += 1) skippedDays.push(day);
    from = until;
    here = next;
  }
}

function startOfTable(timeZone: string, at: Instant): Temporal.ZonedDateTime {
  const name = typeof timeZone === 'string' ? timeZone : '';
  try {
    if (!/^[+-]/.test(name)) return new Temporal.ZonedDateTime(BigInt(at) * 1_000_000n, name);
  } catch {
    // fall through: the runtime's message names neither the field nor the zone
  }
  return wrongInput('timeZone', 'an IANA time zone', timeZone);
}
