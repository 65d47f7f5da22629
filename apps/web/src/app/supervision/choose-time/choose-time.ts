import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DAY, type Instant } from '@visavis/kernel';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { sayClock, sayDay } from '../../ui/say-time';
import { Skeleton } from '../../ui/skeleton';
import { dateAt } from '../../ui/zone-clock';
import { SessionClient } from '../session-client';

/** Days read at once; what a server answers in one go is three months. */
const DAYS = 28;
const MOST_DAYS = 84;
/** Days with free times shown before one asks for more. */
const FIRST_DAYS = 6;

/** Free times of a contract, day after day, on the clock of whoever chooses. */
@Component({
  selector: 'visavis-choose-time',
  imports: [MatButton, Skeleton],
  templateUrl: './choose-time.html',
  styleUrl: './choose-time.scss',
})
export class ChooseTime {
  readonly #client = inject(SessionClient);
  readonly #session = inject(Session);

  readonly contractId = input.required<string>();
  readonly chosen = input<Instant | null>(null);
  readonly choose = output<Instant>();

  readonly #days = signal(DAYS);
  readonly #from = Date.now();
  readonly #loaded = resource({
    params: () => ({ id: this.contractId(), days: this.#days() }),
    loader: ({ params, abortSignal }) =>
      this.#client.freeTimes(params.id, this.#from, this.#from + params.days * DAY, abortSignal),
  });
  protected readonly problem = computed(() => (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''));
  protected readonly loading = this.#loaded.isLoading;
  protected readonly zone = this.#session.zone;
  /** The zone of the other's calendar, when it is not one's own. */
  protected readonly elsewhere = computed(() => {
    const theirs = this.#loaded.hasValue() ? this.#loaded.value().timeZone : this.zone();
    return theirs === this.zone() ? '' : theirs;
  });
  readonly #shown = signal(FIRST_DAYS);
  readonly #allDays = computed(() => {
    const byDate = new Map<string, { at: Instant; clock: string }[]>();
    for (const at of this.#loaded.hasValue() ? this.#loaded.value().starts : []) {
      const date = dateAt(this.zone(), at);
      byDate.set(date, [...(byDate.get(date) ?? []), { at, clock: sayClock(this.zone(), at) }]);
    }
    return [...byDate].map(([date, times]) => ({ date, label: sayDay(date), times }));
  });
  protected readonly days = computed(() => this.#allDays().slice(0, this.#shown()));
  protected readonly more = computed(
    () => this.#allDays().length > this.#shown() || this.#days() < MOST_DAYS,
  );

  protected showMore(): void {
    this.#shown.update((shown) => shown + FIRST_DAYS);
    if (this.#allDays().length < this.#shown()) this.#days.update((days) => Math.min(days * 3, MOST_DAYS));
  }

  reload(): void {
    this.#loaded.reload();
  }

  protected timeLabel(day: string, clock: string): string {
    return `${day}, ${clock}`;
  }
}
