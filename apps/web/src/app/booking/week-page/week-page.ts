import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import type { WeekAppointment } from '@visavis/booking';
import { HOUR, MINUTE } from '@visavis/kernel';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { Icon } from '../../ui/icon';
import { addDays, isLocalDate, mondayOf, weekdayOf } from '../../ui/local-date';
import { mediaSignal } from '../../ui/media-signal';
import { nowSignal } from '../../ui/now-signal';
import { sayClockRange, sayDateRange, sayDay, sayShortWeekday } from '../../ui/say-time';
import { dateAt, startOfDate } from '../../ui/zone-clock';
import { AvailabilityClient } from '../availability-client';
import { Diary } from '../diary';
import { FirstSteps } from '../first-steps/first-steps';
import { MoveAppointment } from '../move-appointment';
import { MoveNotice } from '../move-notice/move-notice';
import { OpenDialogs } from '../open-dialogs';
import { openHoursOn } from '../open-hours';
import type { ChosenTime, MoveAsked } from '../week-grid/grid-gestures';
import { WeekGrid } from '../week-grid/week-grid';
import { visibleDates } from './visible-dates';

@Component({
  selector: 'visavis-week-page',
  imports: [
    FirstSteps,
    Icon,
    MatButton,
    MatCheckbox,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    MoveNotice,
    RouterLink,
    RouterOutlet,
    WeekGrid,
  ],
  templateUrl: './week-page.html',
  styleUrl: './week-page.scss',
})
export class WeekPage {
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #availability = inject(AvailabilityClient);
  readonly #dialogs = inject(OpenDialogs);
  readonly #mover = inject(MoveAppointment);
  protected readonly diary = inject(Diary);

  /** From the address: any date of the week to show. */
  readonly date = input<string>();

  protected readonly now = nowSignal();
  protected readonly zone = this.#session.zone;
  protected readonly today = computed(() => dateAt(this.zone(), this.now()));
  protected readonly anchor = computed(() => {
    const date = this.date();
    return date !== undefined && isLocalDate(date) ? date : this.today();
  });
  readonly #wide = mediaSignal('(min-width: 48rem)');
  readonly #medium = mediaSignal('(min-width: 34rem)');
  readonly #count = computed(() => (this.#wide() ? 7 : this.#medium() ? 3 : 1));
  protected readonly dates = computed(() => visibleDates(this.anchor(), this.#count()));
  protected readonly title = computed(() =>
    sayDateRange(mondayOf(this.anchor()), addDays(mondayOf(this.anchor()), 6)),
  );
  protected readonly strip = computed(() =>
    this.#count() === 7
      ? []
      : visibleDates(this.anchor(), 7).map((date) => ({
          date,
          label: sayDay(date),
          weekday: sayShortWeekday(weekdayOf(date)),
          number: Number(date.slice(8)),
          shown: this.dates().includes(date),
        })),
  );
  protected readonly withCancelled = signal(false);
  protected readonly shown = computed(() =>
    this.diary.appointments().filter(({ status }) => this.withCancelled() || status !== 'cancelled'),
  );
  protected readonly error = computed(() => (this.diary.error() ? wordsOf(this.diary.error()) : ''));

  readonly #saved = resource({ loader: ({ abortSignal }) => this.#availability.saved(abortSignal) });
  protected readonly open = computed(() => {
    const saved = this.#saved.hasValue() ? this.#saved.value() : undefined;
    if (!saved) return [];
    return this.dates().flatMap((date) => [
      ...openHoursOn(saved, 'discovery-call', date),
      ...openHoursOn(saved, 'session', date),
    ]);
  });

  protected readonly chosen = signal<ChosenTime | null>(null);
  protected readonly chosenWords = computed(() => {
    const chosen = this.chosen();
    return chosen
      ? `${sayDay(dateAt(this.zone(), chosen.start))}, ${sayClockRange(this.zone(), chosen.start, chosen.end)}`
      : '';
  });
  private readonly menu = viewChild.required(MatMenuTrigger);
  private readonly menuPlace = viewChild.required<ElementRef<HTMLElement>>('menuPlace');

  constructor() {
    effect(() => {
      const monday = mondayOf(this.anchor());
      this.diary.look({
        start: startOfDate(this.zone(), monday),
        end: startOfDate(this.zone(), addDays(monday, 7)),
      });
    });
  }

  protected step(direction: 1 | -1): void {
    this.showDate(addDays(this.anchor(), direction * this.#count()));
  }

  protected showDate(date: string): void {
    void this.#router.navigate([], {
      queryParams: { date: date === this.today() ? null : date },
      queryParamsHandling: 'merge',
    });
  }

  protected openAppointment({ id }: WeekAppointment): void {
    void this.#router.navigate(['/week/appointments', id], { queryParamsHandling: 'preserve' });
  }

  protected async move({ appointment, start }: MoveAsked): Promise<void> {
    await this.#mover.move(appointment, start, this.zone());
    document.querySelector<HTMLElement>(`[data-appointment="${CSS.escape(appointment.id)}"]`)?.focus();
  }

  protected offer(chosen: ChosenTime): void {
    this.chosen.set(chosen);
    const { style } = this.menuPlace().nativeElement;
    style.insetInlineStart = `${chosen.x}px`;
    style.insetBlockStart = `${chosen.y}px`;
    this.menu().openMenu();
  }

  protected async bookByHand(): Promise<void> {
    const start = this.chosen()?.start ?? this.#nextHour();
    if (await this.#dialogs.bookByHand({ zone: this.zone(), start })) this.diary.refresh();
  }

  protected async blockTime(): Promise<void> {
    const { start, end } = this.chosen() ?? { start: this.#nextHour(), end: this.#nextHour() + HOUR };
    if (await this.#dialogs.blockTime({ zone: this.zone(), start, end })) this.diary.refresh();
  }

  protected forgetChosen(): void {
    this.chosen.set(null);
  }

  /** The next full hour, or nine in the morning of the day that is shown. */
  #nextHour(): number {
    const day = startOfDate(this.zone(), this.anchor());
    const nine = day + 9 * 60 * MINUTE;
    return nine > this.now() ? nine : Math.ceil(this.now() / HOUR) * HOUR;
  }
}
