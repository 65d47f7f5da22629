import type { WeekAppointment } from '@visavis/booking';
import type { Instant, TimeRange } from '@visavis/kernel';

/** What the dialogs that change the week are opened with; `zone` is the supervisor's. */
export interface BookByHandData {
  readonly zone: string;
  readonly start: Instant;
}

export interface BlockTimeData extends TimeRange {
  readonly zone: string;
}

export interface MoveData {
  readonly zone: string;
  readonly appointment: WeekAppointment;
}
