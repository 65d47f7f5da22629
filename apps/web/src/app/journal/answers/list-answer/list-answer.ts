import { Component, computed, ElementRef, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Field, isEmpty } from '@visavis/journal';
import { AnswerControl } from '../answer-control';
import { PartsAnswer } from '../parts-answer/parts-answer';

type Row = Readonly<Record<string, unknown>>;

/** A list of things of several parts. A row that was added and says nothing yet is not part of the answer. */
@Component({
  selector: 'visavis-list-answer',
  imports: [MatButton, PartsAnswer],
  template: `
    <div role="group" tabindex="-1" [id]="controlId()" [attr.aria-labelledby]="namedBy() || null" [attr.aria-describedby]="describedBy() || null">
      <ol class="rows">
        @for (row of rows(); track $index; let at = $index) {
          <li>
            <span class="visually-hidden" [id]="controlId() + '-' + at + '-name'" i18n>Ligne {{ at + 1 }}</span>
            <visavis-parts-answer [field]="field()" [references]="references()" [controlId]="controlId() + '-' + at" [namedBy]="controlId() + '-' + at + '-name'" [answer]="row" (changed)="write(at, $event)" />
            <button matButton type="button" [attr.aria-label]="removeLabel(at)" (click)="remove(at)" i18n>Enlever</button>
          </li>
        }
      </ol>
      @if (rows().length < most()) {
        <button matButton="outlined" type="button" (click)="add()" i18n>Ajouter une ligne</button>
      } @else {
        <p class="quiet small" i18n>{{ most() }} lignes au plus.</p>
      }
    </div>
  `,
  styleUrl: '../answer.scss',
})
export class ListAnswer extends AnswerControl {
  readonly #place = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly field = input.required<Field>();
  readonly references = input<readonly string[]>([]);
  protected readonly most = computed(() => this.field().maxItems ?? 30);
  /** Rows on the screen: those of the answer, and empty ones that were just added where they were added. */
  protected readonly rows = linkedSignal<unknown, readonly Row[]>({
    source: this.answer,
    computation: (answer, former) => {
      const said = (answer as readonly Row[] | undefined) ?? [];
      const shown = former?.value ?? [];
      return isSaid(shown, said) ? shown : said;
    },
  });

  protected removeLabel(at: number): string {
    return $localize`Enlever la ligne ${at + 1}:number:`;
  }

  protected add(): void {
    this.rows.update((rows) => [...rows, {}]);
    const last = `[id="${this.controlId()}-${this.rows().length - 1}"]`;
    setTimeout(() =>
      this.#place.nativeElement.querySelector<HTMLElement>(`${last} :is(input, textarea, select)`)?.focus(),
    );
  }

  protected write(at: number, row: unknown): void {
    this.#take(this.rows().map((each, place) => (place === at ? ((row as Row | undefined) ?? {}) : each)));
  }

  protected remove(at: number): void {
    this.#take(this.rows().filter((_row, place) => place !== at));
  }

  #take(rows: readonly Row[]): void {
    this.rows.set(rows);
    this.say(rows.filter((row) => !isEmpty(row)));
  }
}

function isSaid(shown: readonly Row[], said: readonly Row[]): boolean {
  const rows = shown.filter((row) => !isEmpty(row));
  return JSON.stringify(rows) === JSON.stringify(said);
}
