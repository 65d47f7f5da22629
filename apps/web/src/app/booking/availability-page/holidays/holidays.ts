import { Component, computed, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import type { AvailabilityReply } from '@visavis/booking';
import { wordsOf } from '../../../shell/refusal-words';
import { sayDayAndYear } from '../../../ui/say-time';
import { AvailabilityClient } from '../../availability-client';

/** The public holidays of a country and region, to be closed with one act. */
@Component({
  selector: 'visavis-holidays',
  imports: [MatButton, MatCheckbox],
  templateUrl: './holidays.html',
  styleUrl: './holidays.scss',
})
export class Holidays {
  readonly #client = inject(AvailabilityClient);

  readonly saved = input.required<AvailabilityReply>();
  readonly today = input.required<string>();
  readonly learned = output<AvailabilityReply>();

  readonly #countries = resource({ loader: ({ abortSignal }) => this.#client.countries(abortSignal) });
  protected readonly countries = computed(() =>
    this.#countries.hasValue() ? this.#countries.value().countries : [],
  );
  protected readonly regions = computed(
    () => this.countries().find(({ code }) => code === this.saved().holidayCountry)?.regions ?? [],
  );

  readonly #thisYear = computed(() => Number(this.today().slice(0, 4)));
  protected readonly year = linkedSignal(() => this.#thisYear());
  protected readonly years = computed(() => [this.#thisYear(), this.#thisYear() + 1]);
  readonly #holidays = resource({
    // The country and the closed dates are part of the question: another answer when they change.
    params: () => {
      const { holidayCountry, holidayRegion, overrides } = this.saved();
      return holidayCountry === null
        ? undefined
        : { year: this.year(), holidayCountry, holidayRegion, closed: overrides.length };
    },
    loader: ({ params, abortSignal }) => this.#client.holidays(params.year, abortSignal),
  });
  protected readonly holidays = computed(() => {
    const all = this.#holidays.hasValue() ? this.#holidays.value().holidays : [];
    return all
      .filter(({ date }) => date >= this.today())
      .map((holiday) => ({ ...holiday, day: sayDayAndYear(holiday.date) }));
  });
  readonly #unticked = signal<ReadonlySet<string>>(new Set());
  protected readonly toClose = computed(() =>
    this.holidays().filter(({ date, closed }) => !closed && !this.#unticked().has(date)),
  );
  protected readonly problem = signal('');
  protected readonly done = signal('');

  protected isTicked(date: string): boolean {
    return !this.#unticked().has(date);
  }

  protected tick(date: string, ticked: boolean): void {
    this.#unticked.update((unticked) => {
      const next = new Set(unticked);
      if (ticked) next.delete(date);
      else next.add(date);
      return next;
    });
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }

  protected async chooseCountry(code: string): Promise<void> {
    await this.#save(() =>
      this.#client.saveCalendar({
        timeZone: this.saved().timeZone,
        holidayCountry: code || null,
        holidayRegion: null,
      }),
    );
  }

  protected async chooseRegion(code: string): Promise<void> {
    const { timeZone, holidayCountry } = this.saved();
    await this.#save(() =>
      this.#client.saveCalendar({ timeZone, holidayCountry, holidayRegion: code || null }),
    );
  }

  protected async close(): Promise<void> {
    const dates = this.toClose().map(({ date, name }) => ({ date, name }));
    if (await this.#save(() => this.#client.closeHolidays({ dates })))
      this.done.set($localize`Dates fermées\u202f: ${dates.length}:count:`);
  }

  async #save(act: () => Promise<AvailabilityReply>): Promise<boolean> {
    this.problem.set('');
    this.done.set($localize`Enregistrement…`);
    try {
      this.learned.emit(await act());
      this.done.set($localize`Enregistré`);
      return true;
    } catch (error) {
      this.done.set('');
      this.problem.set(wordsOf(error));
      return false;
    }
  }
}
