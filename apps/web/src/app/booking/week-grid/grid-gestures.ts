import type { WeekAppointment } from '@visavis/booking';
import type { Instant, TimeRange } from '@visavis/kernel';

/** A stretch of empty calendar somebody pointed at, and where on the screen. */
export interface ChosenTime extends TimeRange {
  readonly x: number;
  readonly y: number;
}

export interface MoveAsked {
  readonly appointment: WeekAppointment;
  readonly start: Instant;
}

/** Where the thing being moved, or the time being chosen, would be if one let go now. */
export interface Ghost extends TimeRange {
  readonly appointment: WeekAppointment | null;
  readonly by: 'pointer' | 'keys';
}

/** What the pointer took hold of, where, and how many minutes below its top. */
export interface Held {
  readonly appointment: WeekAppointment | null;
  readonly x: number;
  readonly y: number;
  readonly grabbed: number;
  readonly from: Instant;
}
