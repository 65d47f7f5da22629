import { Component, computed, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { INTL_LOCALE } from '../../../ui/language';
import { Icon } from '../../../ui/icon';
import { sayDay } from '../../../ui/say-time';
import type { EntryRow } from '../../entry-row';

/** A long journal drawn at once would be felt by whoever types. */
const AT_ONCE = 100;

/** Entries month by month, the newest first; those that cannot be opened stand before all others. */
@Component({
  selector: 'visavis-entry-list',
  imports: [Icon, MatButton, RouterLink],
  template: `
    @for (month of months(); track month.month) {
      <section [attr.aria-labelledby]="'month-' + month.month">
        <h2 [id]="'month-' + month.month">{{ month.words }}</h2>
        <ul class="bare">
          @for (row of month.rows; track row.id) {
            <li>
              <a [routerLink]="['/journal', row.id]">
                <span class="title">{{ row.title }}</span>
                <span class="facts">
                  @if (row.trouble) {
                    <span class="trouble">{{ row.trouble }}</span>
                  } @else {
                    <span class="outcome" [class]="row.outcome">{{ row.outcomeWords }}</span>
                    <span>{{ day(row) }}</span>
                    @if (row.isFromMemory) {
                      <span i18n>de mémoire</span>
                    }
                    @if (row.isDemo) {
                      <span class="demo" i18n>exemple fictif</span>
                    }
                    @for (tag of row.tags; track tag) {
                      <span class="tag">#{{ tag }}</span>
                    }
                  }
                </span>
              </a>
              @if (row.dueWords) {
                <span class="due">{{ row.dueWords }}</span>
              }
              @if (row.readers) {
                <span class="readers"><visavis-icon name="shared" /><span i18n>Lu par {{ row.readers }}</span></span>
              }
            </li>
          }
        </ul>
      </section>
    }
    @if (rows().length > shown()) {
      <p><button matButton type="button" (click)="more()" i18n>Montrer la suite</button></p>
    }
  `,
  styleUrl: './entry-list.scss',
})
export class EntryList {
  readonly rows = input.required<readonly EntryRow[]>();

  protected readonly shown = signal(AT_ONCE);
  protected readonly months = computed(() => {
    const sorted = this.rows()
      .toSorted((one, other) => compare(other.date, one.date))
      .slice(0, this.shown());
    return [...Map.groupBy(sorted, ({ date }) => date?.slice(0, 7) ?? '')].map(([month, rows]) => ({
      month,
      words: month === '' ? $localize`À regarder` : sayMonth(month),
      rows,
    }));
  });

  protected more(): void {
    this.shown.update((count) => count + AT_ONCE);
  }

  protected day({ date }: EntryRow): string {
    return date === null ? '' : sayDay(date);
  }
}

function compare(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}

/** « novembre 2026 » */
export function sayMonth(month: string): string {
  return new Intl.DateTimeFormat(INTL_LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01`),
  );
}
