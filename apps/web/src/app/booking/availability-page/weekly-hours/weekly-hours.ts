import { Component, computed, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Icon } from '../../../ui/icon';
import { sayWeekday } from '../../../ui/say-time';
import { isOvernight, nextWindow, type DayWindow } from '../offer-draft';

export interface HoursChanged {
  readonly days: readonly (readonly DayWindow[])[];
  /** What was touched: typing on in one field is one step of the way back; '' is a step of its own. */
  readonly field: string;
}

/** Open hours by weekday: stretches can be added, removed and copied; they may run over midnight. */
@Component({
  selector: 'visavis-weekly-hours',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger],
  templateUrl: './weekly-hours.html',
  styleUrl: './weekly-hours.scss',
})
export class WeeklyHours {
  readonly days = input.required<readonly (readonly DayWindow[])[]>();
  readonly changed = output<HoursChanged>();

  protected readonly rows = computed(() =>
    this.days().map((windows, index) => ({
      index,
      name: sayWeekday(index + 1),
      windows: windows.map((window) => ({
        ...window,
        overnight: isOvernight(window),
        wrong: window.start === '' || window.end === '',
      })),
    })),
  );

  protected addWindow(index: number): void {
    this.#set(index, [...this.#windows(index), nextWindow(this.#windows(index))], '');
  }

  protected removeWindow(index: number, at: number): void {
    this.#set(
      index,
      this.#windows(index).filter((_, place) => place !== at),
      '',
    );
  }

  protected type(index: number, at: number, edge: 'start' | 'end', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    const windows = this.#windows(index).map((window, place) =>
      place === at ? { ...window, [edge]: value } : window,
    );
    this.#set(index, windows, `${index}.${at}.${edge}`);
  }

  /** An end at midnight is "24:00", which a clock field cannot show. */
  protected shownEnd(end: string): string {
    return end === '24:00' ? '00:00' : end;
  }

  protected copyTo(index: number, targets: readonly number[]): void {
    const copied = this.#windows(index);
    this.changed.emit({
      days: this.days().map((windows, day) => (targets.includes(day) ? copied : windows)),
      field: '',
    });
  }

  #windows(index: number): readonly DayWindow[] {
    return this.days()[index] ?? [];
  }

  #set(index: number, windows: readonly DayWindow[], field: string): void {
    this.changed.emit({ days: this.days().map((before, day) => (day === index ? windows : before)), field });
  }
}
