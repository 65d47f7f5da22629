import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { GAP_WORDS } from '../../supervision-words';
import { DraftEditing } from '../draft-editing';

interface Item {
  readonly kind: string;
  readonly note?: string | null;
}

/** Kinds to tick, each with room for a note once it is ticked: exceptions, other relationships. */
@Component({
  selector: 'visavis-ticks-field',
  template: `
    <fieldset [id]="'field-' + path()" tabindex="-1">
      <legend>{{ label() }}</legend>
      @for (row of rows(); track row.kind) {
        <div>
          <label class="tick">
            <input type="checkbox" [checked]="row.at >= 0" (change)="tick(row.kind, $event)" />
            <span>{{ row.words }}</span>
          </label>
          @if (row.at >= 0) {
            <label class="note">
              <span>{{ noteLabel() }}</span>
              <input autocomplete="off" [value]="row.note" [attr.aria-invalid]="row.wrong !== ''" (input)="note(row.at, $event)" />
              <em class="wrong">{{ row.wrong }}</em>
            </label>
          }
        </div>
      }
      <em class="wrong">{{ wrong() }}</em>
    </fieldset>
  `,
  styleUrl: '../rows-field/rows-field.scss',
  styles: `.note { display: block; margin-inline-start: 2.125rem; } .note > span { font-weight: var(--weight-normal); font-size: 0.875rem; } div { inline-size: 100%; }`,
})
export class TicksField {
  readonly #editing = inject(DraftEditing);

  readonly path = input.required<string>();
  readonly label = input.required<string>();
  readonly noteLabel = input.required<string>();
  readonly kinds = input.required<readonly { readonly value: string; readonly words: string }[]>();

  readonly #items = computed(() => (this.#editing.at(this.path()) as readonly Item[] | null) ?? []);
  protected readonly rows = computed(() =>
    this.kinds().map(({ value, words }) => {
      const at = this.#items().findIndex(({ kind }) => kind === value);
      const path = `${this.path()}.${at}`;
      const code =
        at < 0 ? null : (this.#editing.gapAt(`${path}.kind`) ?? this.#editing.gapAt(`${path}.note`));
      return {
        kind: value,
        words,
        at,
        note: this.#items()[at]?.note ?? '',
        wrong: code ? GAP_WORDS[code] : '',
      };
    }),
  );
  protected readonly wrong = computed(() => {
    const code = this.#editing.gapAt(this.path());
    return code === null ? '' : GAP_WORDS[code];
  });

  constructor() {
    effect(() => {
      const [path, label] = [this.path(), this.label()];
      untracked(() => this.#editing.name(path, label));
    });
  }

  protected tick(kind: string, event: Event): void {
    const others = this.#items().filter((item) => item.kind !== kind);
    const ticked = (event.target as HTMLInputElement).checked;
    this.#editing.set(this.path(), ticked ? [...others, { kind, note: '' }] : others);
  }

  protected note(at: number, event: Event): void {
    this.#editing.set(`${this.path()}.${at}.note`, (event.target as HTMLInputElement).value);
  }
}
