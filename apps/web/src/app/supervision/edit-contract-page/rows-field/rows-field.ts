import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { GAP_WORDS } from '../../supervision-words';
import { DraftEditing } from '../draft-editing';
import { DraftField } from '../draft-field/draft-field';

/** A list of things with a few fields each, such as codes of ethics: rows that are added and removed. */
@Component({
  selector: 'visavis-rows-field',
  imports: [DraftField, MatButton],
  template: `
    <fieldset [id]="'field-' + path()" tabindex="-1">
      <legend>{{ label() }}</legend>
      @for (row of rows(); track $index; let place = $index) {
        <div class="row">
          @for (column of columns(); track column.name) {
            <visavis-draft-field [path]="path() + '.' + place + '.' + column.name" [label]="column.label" />
          }
          <button matButton type="button" [attr.aria-label]="removeLabel($index)" (click)="remove($index)" i18n>Enlever</button>
        </div>
      }
      <em class="wrong">{{ wrong() }}</em>
      <button matButton="outlined" type="button" (click)="add()">{{ addLabel() }}</button>
    </fieldset>
  `,
  styleUrl: './rows-field.scss',
})
export class RowsField {
  readonly #editing = inject(DraftEditing);

  readonly path = input.required<string>();
  readonly label = input.required<string>();
  readonly addLabel = input.required<string>();
  readonly columns = input.required<readonly { readonly name: string; readonly label: string }[]>();

  protected readonly rows = computed(
    () => (this.#editing.at(this.path()) as readonly unknown[] | null) ?? [],
  );
  protected readonly wrong = computed(() => {
    const code = this.#editing.gapAt(this.path());
    return code === null || (code === 'required' && !this.#editing.strict()) ? '' : GAP_WORDS[code];
  });

  constructor() {
    effect(() => {
      const [path, label] = [this.path(), this.label()];
      untracked(() => this.#editing.name(path, label));
    });
  }

  protected removeLabel(index: number): string {
    return $localize`Enlever la ligne ${index + 1}:number:`;
  }

  protected add(): void {
    const blank = Object.fromEntries(this.columns().map(({ name }) => [name, null]));
    this.#editing.set(this.path(), [...this.rows(), blank]);
  }

  protected remove(index: number): void {
    this.#editing.set(
      this.path(),
      this.rows().filter((_row, at) => at !== index),
    );
  }
}
