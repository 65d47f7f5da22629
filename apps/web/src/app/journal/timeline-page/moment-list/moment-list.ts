import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Moment, type Month, timelineOf, type Stored } from '@visavis/journal';
import { sayDay } from '../../../ui/say-time';
import { entryTitle } from '../../entry-title';
import { SEAL_WORDS } from '../../entry-words';
import { sayMonth } from '../entry-list/entry-list';

const MOMENT_WORDS: Record<Moment['what'], string> = {
  ...SEAL_WORDS,
  begun: $localize`Entrée commencée`,
  decided: $localize`Décision connue`,
  written: $localize`Note écrite`,
  declared: $localize`Hypothèse déclarée`,
  ended: $localize`Hypothèse terminée`,
};

/** What happened to every entry, in the order in which it happened. */
@Component({
  selector: 'visavis-moment-list',
  imports: [RouterLink],
  template: `
    @for (month of months(); track month.month) {
      <section [attr.aria-labelledby]="'moments-' + month.month">
        <h2 [id]="'moments-' + month.month">{{ month.words }}</h2>
        <ol class="bare">
          @for (moment of month.moments; track moment.id + moment.what + moment.on) {
            <li>
              <span class="day">{{ moment.day }}</span>
              <a [routerLink]="['/journal', moment.id]">{{ moment.title }}</a>
              <span class="quiet">{{ moment.words }}</span>
            </li>
          }
        </ol>
      </section>
    }
  `,
  styleUrls: ['../entry-list/entry-list.scss', './moment-list.scss'],
})
export class MomentList {
  readonly entries = input.required<readonly Stored[]>();

  readonly #titles = computed(() => new Map(this.entries().map(({ id, entry }) => [id, entryTitle(entry)])));
  protected readonly months = computed(() =>
    timelineOf(this.entries()).map(({ month, moments }: Month) => ({
      month,
      words: sayMonth(month),
      moments: moments.map((moment) => ({
        ...moment,
        title: this.#titles().get(moment.id) ?? moment.title,
        day: sayDay(moment.on),
        words: MOMENT_WORDS[moment.what],
      })),
    })),
  );
}
