import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { MatSnackBar } from '@angular/material/snack-bar';
import { overrideWish, type AvailabilityReply, type OverrideWish } from '@visavis/booking';
import { wordsOf } from '../../../shell/refusal-words';
import { Icon } from '../../../ui/icon';
import { isLocalDate } from '../../../ui/local-date';
import { minutesOf, sayDayAndYear, sayMinute } from '../../../ui/say-time';
import { AvailabilityClient } from '../../availability-client';
import { nextWindow, type DayWindow } from '../offer-draft';

/** Single dates that are closed or have other hours. Saved one by one, at once, and every change can be undone. */
@Component({
  selector: 'visavis-overrides',
  imports: [Icon, MatButton, MatIconButton, MatRadioButton, MatRadioGroup],
  templateUrl: './overrides.html',
  styleUrl: './overrides.scss',
})
export class Overrides {
  readonly #client = inject(AvailabilityClient);
  readonly #notices = inject(MatSnackBar);

  readonly saved = input.required<AvailabilityReply>();
  readonly today = input.required<string>();
  readonly learned = output<AvailabilityReply>();

  protected readonly rows = computed(() =>
    this.saved()
      .overrides.filter(({ date }) => date >= this.today())
      .sort((a, b) => a.date.localeCompare(b.date))
      .map((override) => ({
        ...override,
        day: sayDayAndYear(override.date),
        hours: override.windows
          .map(({ start, end }) => `${sayMinute(minutesOf(start))}\u2009–\u2009${sayMinute(minutesOf(end))}`)
          .join(', '),
      })),
  );
  protected readonly date = signal('');
  protected readonly label = signal('');
  protected readonly open = signal(false);
  protected readonly windows = signal<readonly DayWindow[]>([]);
  protected readonly problem = signal('');

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected chooseKind(open: boolean): void {
    this.open.set(open);
    if (open && this.windows().length === 0) this.addWindow();
  }

  protected addWindow(): void {
    this.windows.update((windows) => [...windows, nextWindow(windows)]);
  }

  protected removeWindow(at: number): void {
    this.windows.update((windows) => windows.filter((_, place) => place !== at));
  }

  protected type(at: number, edge: 'start' | 'end', event: Event): void {
    const value = this.valueOf(event);
    this.windows.update((windows) =>
      windows.map((window, place) => (place === at ? { ...window, [edge]: value } : window)),
    );
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const date = this.date();
    const label = this.label().trim();
    const wish = overrideWish.safeParse({
      windows: this.open() ? this.windows() : [],
      label: label === '' ? null : label,
    });
    if (!isLocalDate(date)) return this.problem.set($localize`Choisissez une date.`);
    if (!wish.success)
      return this.problem.set(
        $localize`Vérifiez les heures\u202f: il en manque une, ou elle n’est pas valable.`,
      );
    const before = this.saved().overrides.find((override) => override.date === date);
    const added = await this.#attempt(() => this.#client.saveOverride(date, wish.data));
    if (!added) return;
    this.date.set('');
    this.label.set('');
    this.#offerUndo($localize`Exception enregistrée\u202f: ${sayDayAndYear(date)}:day:`, () =>
      before ? this.#client.saveOverride(date, wishFrom(before)) : this.#client.removeOverride(date),
    );
  }

  protected async remove(override: AvailabilityReply['overrides'][number]): Promise<void> {
    if (!(await this.#attempt(() => this.#client.removeOverride(override.date)))) return;
    this.#offerUndo($localize`Exception retirée\u202f: ${sayDayAndYear(override.date)}:day:`, () =>
      override.holiday
        ? this.#client.closeHolidays({
            dates: [{ date: override.date, name: override.label ?? override.date }],
          })
        : this.#client.saveOverride(override.date, wishFrom(override)),
    );
  }

  #offerUndo(words: string, back: () => Promise<AvailabilityReply>): void {
    const notice = this.#notices.open(words, $localize`Annuler`);
    notice.onAction().subscribe(() => void this.#attempt(back));
  }

  async #attempt(act: () => Promise<AvailabilityReply>): Promise<boolean> {
    this.problem.set('');
    try {
      this.learned.emit(await act());
      return true;
    } catch (error) {
      this.problem.set(wordsOf(error));
      return false;
    }
  }
}

function wishFrom({ windows, label }: AvailabilityReply['overrides'][number]): OverrideWish {
  return { windows, label };
}
