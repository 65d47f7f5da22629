import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { GAP_WORDS } from '../../supervision-words';
import { DraftEditing } from '../draft-editing';

export type FieldKind =
  'line' | 'long' | 'date' | 'email' | 'whole' | 'money' | 'percent' | 'choice' | 'yes-no';

/** One field of a draft, by its path: shows what it says, changes it, says what is missing about it. */
@Component({
  selector: 'visavis-draft-field',
  templateUrl: './draft-field.html',
  styleUrl: './draft-field.scss',
})
export class DraftField {
  readonly #editing = inject(DraftEditing);

  readonly path = input.required<string>();
  readonly label = input.required<string>();
  readonly kind = input<FieldKind>('line');
  readonly hint = input('');
  readonly rows = input(4);
  readonly options = input<readonly { readonly value: string; readonly words: string }[]>([]);
  /** What an emptied field becomes; some texts may be empty and must not be missing. */
  readonly empty = input<null | ''>(null);
  /** Instead of writing a chosen value: for choices that decide about other fields too. */
  readonly chosen = output<string>();
  readonly handsOver = input(false);

  protected readonly id = computed(() => `field-${this.path()}`);
  protected readonly shown = computed(() => showValue(this.kind(), this.#editing.at(this.path())));
  protected readonly wrong = computed(() => {
    const code = this.#editing.gapAt(this.path());
    if (code === null || (code === 'required' && !this.#editing.strict())) return '';
    return GAP_WORDS[code];
  });

  constructor() {
    effect(() => {
      const [path, label] = [this.path(), this.label()];
      untracked(() => this.#editing.name(path, label));
    });
  }

  protected type(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    if (this.handsOver()) return this.chosen.emit(value);
    this.#editing.set(this.path(), readValue(this.kind(), value, this.empty()));
  }
}

/** What stands in the field: cents as euros, hundredths of a percent as percent. */
export function showValue(kind: FieldKind, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (kind === 'money') return typeof value === 'number' ? String(value / 100) : '';
  if (kind === 'percent') return typeof value === 'number' ? String(value / 100) : '';
  if (kind === 'yes-no') return value === true ? 'yes' : 'no';
  return String(value as string | number);
}

export function readValue(kind: FieldKind, text: string, empty: null | ''): unknown {
  if (kind === 'long') return text;
  if (text.trim() === '') return empty;
  if (kind === 'whole') return Number(text);
  if (kind === 'money' || kind === 'percent') return Math.round(Number(text) * 100);
  return kind === 'yes-no' ? text === 'yes' : text;
}
