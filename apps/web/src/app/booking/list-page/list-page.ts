import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import type { WeekAppointment } from '@visavis/booking';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { Icon } from '../../ui/icon';
import { addDays, isLocalDate } from '../../ui/local-date';
import { nowSignal } from '../../ui/now-signal';
import { sayClockRange, sayDateRange, sayDay } from '../../ui/say-time';
import { dateAt, startOfDate } from '../../ui/zone-clock';
import { kindWords, nameOf } from '../appointment-naming';
import { OUTCOME_WORDS, STATUS_WORDS } from '../booking-words';
import { Diary } from '../diary';
import { FirstSteps } from '../first-steps/first-steps';
import { MoveNotice } from '../move-notice/move-notice';

const DAYS = 28;

/** The same diary, day by day: four weeks to read from top to bottom. */
@Component({
  selector: 'visavis-list-page',
  imports: [FirstSteps, Icon, MatButton, MatCheckbox, MatIconButton, MoveNotice, RouterLink, RouterOutlet],
  templateUrl: './list-page.html',
  styleUrl: './list-page.scss',
})
export class ListPage {
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly diary = inject(Diary);

  /** From the address: the first day to show. */
  readonly date = input<string>();

  readonly #now = nowSignal();
  protected readonly zone = this.#session.zone;
  protected readonly today = computed(() => dateAt(this.zone(), this.#now()));
  protected readonly from = computed(() => {
    const date = this.date();
    return date !== undefined && isLocalDate(date) ? date : this.today();
  });
  protected readonly title = computed(() => sayDateRange(this.from(), addDays(this.from(), DAYS - 1)));
  protected readonly withCancelled = signal(false);
  protected readonly error = computed(() => (this.diary.error() ? wordsOf(this.diary.error()) : ''));
  protected readonly days = computed(() => {
    const byDate = new Map<string, WeekAppointment[]>();
    const begin = startOfDate(this.zone(), this.from());
    for (const appointment of [...this.diary.appointments()].sort((a, b) => a.start - b.start)) {
      if (appointment.start < begin || (appointment.status === 'cancelled' && !this.withCancelled()))
        continue;
      const date = dateAt(this.zone(), appointment.start);
      byDate.set(date, [...(byDate.get(date) ?? []), appointment]);
    }
    return [...byDate].map(([date, appointments]) => ({
      date,
      today: date === this.today(),
      label: sayDay(date),
      rows: appointments.map((appointment) => ({
        appointment,
        name: nameOf(appointment),
        clock: sayClockRange(this.zone(), appointment.start, appointment.end),
        kind: appointment.kind === 'block' && appointment.title === null ? '' : kindWords(appointment),
        status: appointment.outcome
          ? OUTCOME_WORDS[appointment.outcome]
          : appointment.status === 'booked'
            ? ''
            : STATUS_WORDS[appointment.status],
      })),
    }));
  });

  constructor() {
    effect(() =>
      this.diary.look({
        start: startOfDate(this.zone(), this.from()),
        end: startOfDate(this.zone(), addDays(this.from(), DAYS)),
      }),
    );
  }

  protected step(direction: 1 | -1): void {
    this.showFrom(addDays(this.from(), direction * DAYS));
  }

  protected showFrom(date: string): void {
    void this.#router.navigate([], {
      queryParams: { date: date === this.today() ? null : date },
      queryParamsHandling: 'merge',
    });
  }
}
