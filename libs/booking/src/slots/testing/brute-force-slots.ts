/**
 * The rules of slots in the plainest way known: minute by minute, with Temporal for every question about local time.
 * It shares nothing with the engine, not even a type, so that both can only agree by being right. It is slow, takes
 * times in epoch milliseconds only, and counts on UTC offsets of whole minutes.
 */
interface Hours {
  readonly start: string;
  readonly end: string;
}

export interface PlainScenario {
  readonly timeZone: string;
  readonly weekly: readonly (Hours & { readonly days: readonly number[] })[];
  readonly overrides: readonly { readonly date: string; readonly windows: readonly Hours[] }[];
  readonly busy: readonly {
    readonly start: number;
    readonly end: number;
    readonly booking?: true | number;
  }[];
  readonly bufferBeforeMin: number;
  readonly bufferAfterMin: number;
  readonly lengthMin: number;
  readonly stepMin: number;
  readonly minNoticeMin: number;
  readonly maxPerDay: number | null;
  readonly now: number;
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

export class BruteForceSlots {
  private readonly openMinutes = new Map<number, boolean>();
  private readonly runStarts = new Map<number, number>();
  private readonly hoursOfDates = new Map<string, readonly { start: number; end: number }[]>();
  private readonly nearDates = new Map<string, readonly string[]>();
  private readonly dates = new Map<number, string>();
  private readonly moments = new Map<string, number>();

  constructor(private readonly scenario: PlainScenario) {}

  /** Every whole minute of the range that nothing speaks against. */
  starts(): number[] {
    const found: number[] = [];
    const first = Math.ceil(this.scenario.from / MINUTE) * MINUTE;
    for (let start = first; start < this.scenario.to; start += MINUTE) {
      if (this.reason(start) === null) found.push(start);
    }
    return found;
  }

  reason(start: number): string | null {
    const { now, minNoticeMin, from, to, lengthMin, stepMin, maxPerDay, bufferBeforeMin, bufferAfterMin } =
      this.scenario;
    const end = start + lengthMin * MINUTE;
    if (start < from || start < now + minNoticeMin * MINUTE) return 'too-soon';
    if (start >= to) return 'too-late';
    const date = this.dateOf(start);
    const overridden = this.overridesOf(date);
    if (overridden.length > 0 && overridden.every(({ windows }) => windows.length === 0))
      return 'closed-date';
    for (let minute = floorToMinute(start); minute < end; minute += MINUTE) {
      if (!this.isOpen(minute)) return 'outside-hours';
    }
    if ((start - this.gridStart(floorToMinute(start))) % (stepMin * MINUTE) !== 0) return 'off-grid';
    const real = this.scenario.busy.filter((item) => item.start < item.end);
    const sameDay = real
      .filter(({ booking }) => booking !== undefined)
      .filter((item) => this.dateOf(item.booking === true ? item.start : Number(item.booking)) === date);
    if (maxPerDay !== null && sameDay.length >= maxPerDay) return 'day-full';
    if (real.some((item) => item.start < end && start < item.end)) return 'busy';
    const [early, late] = [start - bufferBeforeMin * MINUTE, end + bufferAfterMin * MINUTE];
    return real.some((item) => item.start < late && early < item.end) ? 'buffer' : null;
  }

  /** A minute is open when a window covers it that its own local date, if overridden, has not replaced. */
  private isOpen(minute: number): boolean {
    const known = this.openMinutes.get(minute);
    if (known !== undefined) return known;
    const date = this.dateOf(minute);
    const claimed = this.overridesOf(date).length > 0;
    const open = this.datesNear(date)
      .filter((other) => !claimed || other === date)
      .some((other) => this.hoursOf(other).some(({ start, end }) => start <= minute && minute < end));
    this.openMinutes.set(minute, open);
    return open;
  }

  /** Where the grid of an open minute begins: where it opened, or Monday, when all the week before it was open. */
  private gridStart(minute: number): number {
    const date = Temporal.PlainDate.from(this.dateOf(minute));
    const monday = date.subtract({ days: date.dayOfWeek - 1 });
    const opened = this.runStart(minute);
    const thisMonday = this.at(monday.toString(), '00:00');
    return opened <= this.at(monday.subtract({ days: 7 }).toString(), '00:00') ? thisMonday : opened;
  }

  /** When the doors opened behind which `minute` lies; not followed for more than fifteen days. */
  private runStart(minute: number): number {
    let start = minute;
    while (minute - start < 15 * DAY && this.isOpen(start - MINUTE)) {
      start -= MINUTE;
      const known = this.runStarts.get(start);
      if (known !== undefined) {
        start = known;
        break;
      }
    }
    this.runStarts.set(minute, start);
    return start;
  }

  private hoursOf(date: string): readonly { start: number; end: number }[] {
    const known = this.hoursOfDates.get(date);
    if (known !== undefined) return known;
    const plain = Temporal.PlainDate.from(date);
    const exists = plain.toZonedDateTime(this.scenario.timeZone).toPlainDate().equals(plain);
    const overrides = this.overridesOf(date);
    const weekly = this.scenario.weekly.filter(({ days }) => days.includes(plain.dayOfWeek));
    const windows = overrides.length > 0 ? overrides.flatMap((override) => override.windows) : weekly;
    const hours = (exists ? windows : [])
      .map(({ start, end }) => {
        const next = plain.add({ days: 1 }).toString();
        const endTime = end === '24:00' ? '00:00' : end;
        return {
          start: this.at(date, start),
          end: this.at(endTime <= start || end === '24:00' ? next : date, endTime),
        };
      })
      .filter(({ start, end }) => start < end);
    this.hoursOfDates.set(date, hours);
    return hours;
  }

  private overridesOf(date: string) {
    return this.scenario.overrides.filter((override) => override.date === date);
  }

  private datesNear(date: string): readonly string[] {
    const known = this.nearDates.get(date);
    if (known !== undefined) return known;
    const near = [-2, -1, 0, 1].map((days) => Temporal.PlainDate.from(date).add({ days }).toString());
    this.nearDates.set(date, near);
    return near;
  }

  private at(date: string, time: string): number {
    const written = `${date}T${time}`;
    const known = this.moments.get(written);
    if (known !== undefined) return known;
    const { epochMilliseconds } = Temporal.PlainDateTime.from(written).toZonedDateTime(
      this.scenario.timeZone,
      {
        disambiguation: 'compatible',
      },
    );
    this.moments.set(written, epochMilliseconds);
    return epochMilliseconds;
  }

  private dateOf(instant: number): string {
    const known = this.dates.get(instant);
    if (known !== undefined) return known;
    const date = Temporal.Instant.fromEpochMilliseconds(instant)
      .toZonedDateTimeISO(this.scenario.timeZone)
      .toPlainDate()
      .toString();
    this.dates.set(instant, date);
    return date;
  }
}

function floorToMinute(instant: number): number {
  return Math.floor(instant / MINUTE) * MINUTE;
}
