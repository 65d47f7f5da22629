/** A moment: epoch milliseconds, or ISO 8601 text with an offset or `Z`. */
export type Moment = number | string;

/** Opening hours on the supervisor's wall clock, `HH:MM`. End `24:00` is the next midnight; end ≤ start means the next day. */
export interface HoursWindow {
  readonly start: string;
  readonly end: string;
}

export interface WeeklyWindow extends HoursWindow {
  /** ISO weekdays, 1 Monday to 7 Sunday, on which the window starts. */
  readonly days: readonly number[];
}

export interface DateOverride {
  /** Local date of the supervisor, `YYYY-MM-DD`. Several overrides of one date add up. */
  readonly date: string;
  /** Replaces everything the week would offer on that date; empty closes the date. */
  readonly windows: readonly HoursWindow[];
}

export interface BusyTime {
  readonly start: Moment;
  /** Exclusive. At or before `start`, the item is ignored altogether. */
  readonly end: Moment;
  /** Present on an own appointment that counts towards the cap: its start, or `true` when that is the item's start. */
  readonly booking?: boolean | Moment;
}

/** Everything that decides which starts a supervisor offers. Minutes are elapsed minutes. */
export interface SlotInput {
  /** IANA zone of the supervisor. */
  readonly timeZone: string;
  readonly weekly: readonly WeeklyWindow[];
  readonly overrides: readonly DateOverride[];
  readonly busy: readonly BusyTime[];
  readonly bufferBeforeMin: number;
  readonly bufferAfterMin: number;
  readonly lengthMin: number;
  readonly stepMin: number;
  readonly minNoticeMin: number;
  /** Appointments per local date of the supervisor; null for no limit. */
  readonly maxPerDay: number | null;
  readonly now: Moment;
  /** First start of interest, inclusive. */
  readonly from: Moment;
  /** Last start of interest, exclusive; a slot may end after it. */
  readonly to: Moment;
}

/** Why a start is not offered, in the order in which reasons are given. */
export const SLOT_REASONS = [
  'too-soon', // before `from`, or less than the notice away
  'too-late', // at or after `to`
  'closed-date', // an override closes the local date of the start
  'outside-hours', // not wholly inside the opening hours
  'off-grid', // inside, but not on a step
  'day-full', // the cap of that local date is reached
  'busy', // meets another engagement
  'buffer', // only its preparation or wrap-up does
] as const;
export type SlotReason = (typeof SLOT_REASONS)[number];
