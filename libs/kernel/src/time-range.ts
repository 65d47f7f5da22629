/** A moment, in epoch milliseconds (UTC). */
export type Instant = number;

/** A half-open stretch of time `[start, end)`, both in epoch milliseconds. */
export interface TimeRange {
  readonly start: Instant;
  readonly end: Instant;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** True when the two half-open ranges share at least one moment; empty or reversed ranges share none. */
export function overlaps(a: TimeRange, b: TimeRange): boolean {
  return a.start < a.end && b.start < b.end && a.start < b.end && b.start < a.end;
}
