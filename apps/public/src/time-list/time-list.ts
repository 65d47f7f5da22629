import { isPlatformServer } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  inject,
  input,
  output,
  PLATFORM_ID,
  signal,
} from '@angular/core';
import type { Instant, Language } from '@visavis/kernel';
import { groupByDay } from '../times/group-times';
import { sameClock } from '../times/zones';
import { LIST_WORDS } from '../words/times-words';
import { DayTimes } from './day-times';

const DAYS_AT_FIRST = 7;

/**
 * Days, then times. As many days are shown at first in the reader's zone as the server had shown in the
 * supervisor's, and rows keep their places, so that nothing moves when the page wakes up in another zone. The server
 * writes all days; those behind the fold wake when somebody opens it, as a slow phone takes 5 ms for each.
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
  private readonly shownAtFirst = computed(() =>
    Math.min(DAYS_AT_FIRST, groupByDay(this.starts(), this.supervisorZone()).length),
  );
  protected readonly firstDays = computed(() => this.days().slice(0, this.shownAtFirst()));
  protected readonly laterDays = computed(() => this.days().slice(this.shownAtFirst()));
  protected readonly otherZone = computed(() =>
    sameClock(this.zone(), this.supervisorZone(), this.starts()) ? null : this.supervisorZone(),
  );

  private readonly document = inject(DOCUMENT);
  /** Opened by the visitor, also before this code ran. */
  protected readonly openedLater = signal(this.document.querySelector('details.later[open]') !== null);
  private readonly isServer = isPlatformServer(inject(PLATFORM_ID));
  protected readonly showsLater = computed(
    () =>
      this.isServer || this.openedLater() || this.laterDays().some(({ date }) => date === this.openDate()),
  );

  /** The day that was open before this code ran: opened by the visitor, or by the server around a chosen time. */
  private readonly openBefore =
    this.document.querySelector('details.day[open]')?.getAttribute('data-date') ?? null;
  protected readonly openDate = computed(() => {
    const start = this.chosen();
    const day = start === null ? null : this.days().find(({ starts }) => starts.includes(start));
    return day?.date ?? this.openBefore;
  });
}
