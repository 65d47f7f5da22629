import { Component, computed, input, linkedSignal } from '@angular/core';
import type { Field } from '@visavis/journal';
import { questionWords } from '../../question-words';
import { AnswerControl } from '../answer-control';
import { readNumber, showNumber } from './read-number';

/** An amount, hours or a count, typed as one writes it; « je ne sais pas » where that is an answer. */
@Component({
  selector: 'visavis-number-answer',
  template: `
    <input class="short" type="text" inputmode="decimal" autocomplete="off" [id]="controlId()" [value]="typed().text" [disabled]="isUnknown()"
      [attr.aria-labelledby]="namedBy() || null" [attr.aria-describedby]="describedBy() || null" [attr.aria-invalid]="wrong() || typed().isNoNumber" (input)="type($event)" />
    @if (unit()) {
      <span class="quiet" aria-hidden="true">&nbsp;{{ unit() }}</span>
    }
    @if (field().allowUnknown) {
      <label class="tick"><input type="checkbox" autocomplete="off" [checked]="isUnknown()" (change)="toggleUnknown($event)" /><span>{{ unknownWords() }}</span></label>
    }
  `,
  styleUrl: '../answer.scss',
})
export class NumberAnswer extends AnswerControl {
  readonly field = input.required<Field>();
  protected readonly isUnknown = computed(() => this.answer() === 'unknown');
  protected readonly unit = computed(() => (this.field().type === 'money' ? '€' : ''));
  protected readonly unknownWords = computed(
    () => questionWords().parts[`${this.field().id}.unknown`] ?? '?',
  );
  /** What is typed stays as it was typed as long as it means the answer. */
  protected readonly typed = linkedSignal<unknown, { text: string; isNoNumber: boolean }>({
    source: this.answer,
    computation: (answer, former) => {
      if (former?.value.isNoNumber && answer === former.source) return former.value;
      // What is no number, and was kept as it was typed.
      if (typeof answer === 'string' && answer !== 'unknown') return { text: answer, isNoNumber: true };
      if (typeof answer !== 'number') return former?.value.isNoNumber ? former.value : EMPTY;
      const kept = former?.value.text ?? '';
      return { text: readNumber(kept) === answer ? kept : showNumber(answer), isNoNumber: false };
    },
  });

  protected type(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    const value = readNumber(text);
    this.typed.set({ text, isNoNumber: value === null && text.trim() !== '' });
    this.changed.emit(text.trim() === '' ? undefined : (value ?? text));
  }

  protected toggleUnknown(event: Event): void {
    this.typed.set(EMPTY);
    this.changed.emit((event.target as HTMLInputElement).checked ? 'unknown' : undefined);
  }
}

const EMPTY = { text: '', isNoNumber: false };
