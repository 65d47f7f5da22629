import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  inject,
  input,
  output,
  PendingTasks,
  PLATFORM_ID,
  signal,
} from '@angular/core';
import { isPlatformServer } from '@angular/common';
import type { Instant, Language } from '@visavis/kernel';
import { groupByDay } from '../times/group-times';
import { sameClock } from '../times/zones';
import { LIST_WORDS } from '../words/times-words';
import { DayTimes } from './day-times';

const DAYS_AT_FIRST = 7;
/** Days that wake in one task: a slow phone takes 5 ms for each. */
const DAYS_AT_A_TIME = 6;

/**
 * Days, then times. As many days are shown at first in the reader's zone as the server had shown in the
 * supervisor's, and rows keep their places, so that nothing moves when the page wakes up in another zone. They wake a
 * few at a time, so that a finger never waits for all of them; until then they are what the server wrote.
 */
@Component({
  selector: 'vv-time-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DayTimes],
  templateUrl: './time-list.html',
})
export class TimeList {
  protected readonly words = LIST_WORDS;

  /** Epoch milliseconds, ascending. */
  readonly starts = input.required<readonly Instant[]>();
  readonly language = input.required<Language>();
  readonly zone = input.required<string>();
  readonly supervisorZone = input.required<string>();
  readonly chosen = input.required<Instant | null>();
  readonly canGoOn = input(false);
  readonly goOn = output();

  private readonly days = computed(() => groupByDay(this.starts(), this.zone()));
  private readonly awake = signal(isPlatformServer(inject(PLATFORM_ID)) ? Infinity : DAYS_AT_A_TIME);
  private readonly shownAtFirst = computed(() =>
    Math.min(DAYS_AT_FIRST, groupByDay(this.starts(), this.supervisorZone()).length),
  );
  protected readonly firstDays = computed(() =>
    this.days().slice(0, Math.min(this.shownAtFirst(), this.awake())),
  );
  protected readonly laterDays = computed(() => this.days().slice(this.shownAtFirst(), this.awake()));
  protected readonly otherZone = computed(() =>
    sameClock(this.zone(), this.supervisorZone(), this.starts()) ? null : this.supervisorZone(),
  );

  /** The day that was open before this code ran: opened by the visitor, or by the server around a chosen time. */
  private readonly openBefore =
    inject(DOCUMENT).querySelector('details.day[open]')?.getAttribute('data-date') ?? null;
  protected readonly openDate = computed(() => {
    const start = this.chosen();
    const day = start === null ? null : this.days().find(({ starts }) => starts.includes(start));
    return day?.date ?? this.openBefore;
  });

  constructor() {
    if (this.awake() === Infinity) return;
    // What the server wrote is taken over until the application is stable; then what nobody claimed goes.
    const done = inject(PendingTasks).add();
    const wakeMore = () => {
      if (this.awake() >= this.days().length) return done();
      this.awake.update((days) => days + DAYS_AT_A_TIME);
      setTimeout(wakeMore);
    };
    setTimeout(wakeMore);
  }
}
