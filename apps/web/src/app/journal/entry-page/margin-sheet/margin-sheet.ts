import { Component, computed, DestroyRef, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  type BidEntry,
  fieldsOfStage,
  type Field,
  type FieldId,
  isMarginField,
  type MarginAnswers,
  type MarginDocument,
  type MarginFieldId,
  writeInMargin,
} from '@visavis/journal';
import { Icon } from '../../../ui/icon';
import { AnswerField, type AskedField } from '../../answers/answer-field/answer-field';
import { troubleWords } from '../../journal-words';

const MINUTE = 60_000;
const HOT_MINUTES = 15;

/** Words for whatever has no place elsewhere, a client's real name for one. */
const NOTE: AskedField = {
  id: 'margin_note',
  type: 'longtext',
  maxLength: 20_000,
  question: $localize`Note pour moi seul`,
};

/** The private margin beside a bid: an object of its own that nothing in the product can share. */
@Component({
  selector: 'visavis-margin-sheet',
  imports: [AnswerField, Icon, MatButton],
  templateUrl: './margin-sheet.html',
  styleUrl: './margin-sheet.scss',
})
export class MarginSheet {
  readonly margin = input.required<MarginDocument>();
  readonly entry = input.required<BidEntry>();
  readonly written = output<MarginDocument>();

  protected readonly note = NOTE;
  protected readonly hot = fieldsOfStage('E_hot');
  protected readonly cold = fieldsOfStage('F_cold').filter(({ id }) => isMarginField(id as FieldId));
  protected readonly waitsFor = computed(() =>
    this.entry().answers.outcome === undefined ? troubleWords('outcome-first') : '',
  );
  readonly #endsAt = signal<number | null>(null);
  readonly #now = signal(Date.now());
  /** Whole minutes left of the fifteen; null before they are begun. */
  protected readonly minutesLeft = computed(() => {
    const endsAt = this.#endsAt();
    return endsAt === null ? null : Math.max(0, Math.ceil((endsAt - this.#now()) / MINUTE));
  });

  constructor() {
    const timer = setInterval(() => this.#now.set(Date.now()), MINUTE / 4);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected answerTo(field: Field): unknown {
    return (this.margin().answers as Readonly<Record<string, unknown>>)[field.id];
  }

  protected writeNote(note: unknown): void {
    this.written.emit({ ...this.margin(), note: String(note ?? '') });
  }

  protected answer(field: Field, answer: unknown): void {
    const id = field.id as MarginFieldId;
    this.written.emit(writeInMargin(this.margin(), this.entry(), id, answer as MarginAnswers[typeof id]));
  }

  protected beginFifteenMinutes(): void {
    this.#now.set(Date.now());
    this.#endsAt.set(Date.now() + HOT_MINUTES * MINUTE);
    document.getElementById('field-hot_free')?.focus();
  }
}
