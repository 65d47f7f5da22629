import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  answerShape,
  type Field,
  type FieldId,
  fieldErrorsOf,
  isEmpty,
  isFieldId,
  optionsOf,
  questionTo,
  renderAnswer,
  whyAsked,
} from '@visavis/journal';
import { fieldWords } from '../../../ui/field-error-words';
import { Icon } from '../../../ui/icon';
import { LANGUAGE } from '../../../ui/language';
import { inType } from '../../in-type';
import { sayDayAndYear } from '../../../ui/say-time';
import { ChanceAnswer } from '../chance-answer/chance-answer';
import { ChoiceAnswer } from '../choice-answer/choice-answer';
import { ListAnswer } from '../list-answer/list-answer';
import { NumberAnswer } from '../number-answer/number-answer';
import { PartsAnswer } from '../parts-answer/parts-answer';
import { PointsAnswer } from '../points-answer/points-answer';
import { ScaleAnswer } from '../scale-answer/scale-answer';
import { TextAnswer } from '../text-answer/text-answer';
import { YesNoAnswer } from '../yes-no-answer/yes-no-answer';

/** A question of a bid, or one of a free entry, which have neither stage nor reason. */
export type AskedField = Pick<Field, 'id' | 'type' | 'question'> & Partial<Field>;

export interface Hindsight {
  readonly value: unknown;
  readonly on: string;
}

/** An earlier answer that this question looks back at. */
export interface Earlier {
  readonly question: string;
  readonly words: string;
}

const IN_ONE_CONTROL: readonly Field['type'][] = [
  'string',
  'text',
  'longtext',
  'date',
  'integer',
  'number',
  'money',
  'probability',
];

/**
 * One question with its answer, of whatever kind: why it is asked, what is wrong with it, and once it is sealed the
 * answer as it was, its date and what was seen later. Answers leave only as values of controls and as text, never as
 * attributes.
 */
@Component({
  selector: 'visavis-answer-field',
  imports: [
    ChanceAnswer,
    ChoiceAnswer,
    Icon,
    ListAnswer,
    MatButton,
    NumberAnswer,
    PartsAnswer,
    PointsAnswer,
    ScaleAnswer,
    TextAnswer,
    YesNoAnswer,
  ],
  templateUrl: './answer-field.html',
  styleUrls: ['../answer.scss', './answer-field.scss'],
})
export class AnswerField {
  readonly field = input.required<AskedField>();
  readonly answer = input<unknown>();
  readonly outcome = input<string>();
  readonly references = input<readonly string[]>([]);
  /** Date of the seal that covers it. */
  readonly sealedOn = input<string | null>(null);
  readonly hindsight = input<readonly Hindsight[]>([]);
  readonly recalled = input<readonly Earlier[]>([]);
  /** It cannot be answered without them: they are shown at once. */
  readonly needsRecalled = input(false);
  /** Read only for another reason: somebody else's entry. */
  readonly readOnly = input(false);
  /** In words: why it cannot be answered yet. */
  readonly waitsFor = input('');
  /** Missing for a seal that was tried. */
  readonly missing = input('');
  readonly changed = output<unknown>();
  readonly corrected = output<unknown>();

  protected readonly asked = computed(() => this.field() as Field);
  protected readonly id = computed(() => `field-${this.field().id}`);
  protected readonly question = computed(() => inType(questionTo(this.field(), this.outcome())[LANGUAGE]));
  protected readonly hint = computed(() => inType(this.field().hint?.[LANGUAGE] ?? ''));
  protected readonly why = computed(() => {
    const { id } = this.field();
    return isFieldId(id) ? inType(whyAsked(id as FieldId, LANGUAGE)) : '';
  });
  protected readonly isLabel = computed(
    () => IN_ONE_CONTROL.includes(this.field().type) && !this.isClosed() && this.waitsFor() === '',
  );
  protected readonly isClosed = computed(
    () => this.readOnly() || (this.sealedOn() !== null && this.correction() === null),
  );
  protected readonly options = computed(() => optionsOf(this.asked(), this.outcome()));
  protected readonly areSteps = computed(() => this.field().type === 'ordinal');
  /** What is written beside a sealed answer while it is written; null while nothing is. */
  protected readonly correction = signal<{ value: unknown } | null>(null);
  protected readonly shownAnswer = linkedSignal(() => this.correction()?.value ?? this.answer());
  protected readonly inWords = computed(() => this.#render(this.answer()));
  protected readonly sealWords = computed(() => {
    const on = this.sealedOn();
    return on === null ? '' : $localize`Scellé le ${sayDayAndYear(on)}:date:`;
  });
  protected readonly laterViews = computed(() =>
    this.hindsight().map(({ value, on }) => ({ words: this.#render(value), when: sayDayAndYear(on) })),
  );
  readonly #refused = signal('');
  protected readonly wrong = computed(() => this.#refused() || this.missing());
  protected readonly describedBy = computed(() =>
    [this.hint() && `${this.id()}-hint`, this.wrong() && `${this.id()}-wrong`].filter(Boolean).join(' '),
  );

  /** What is no answer of this kind stays on the screen and is said to be wrong; it is not handed on. */
  protected take(answer: unknown): void {
    const parsed = answer === undefined ? null : answerShape(this.field()).safeParse(answer);
    const [error] = parsed?.error ? fieldErrorsOf(parsed.error) : [];
    this.#refused.set(error ? fieldWords(error.code) : '');
    if (error) return;
    if (this.correction()) this.correction.set({ value: answer });
    else this.changed.emit(answer);
  }

  protected startCorrecting(): void {
    this.correction.set({ value: undefined });
  }

  protected stopCorrecting(): void {
    this.correction.set(null);
    this.#refused.set('');
  }

  protected correct(): void {
    const value = this.correction()?.value;
    if (!isEmpty(value)) this.corrected.emit(value);
    this.stopCorrecting();
  }

  #render(answer: unknown): string {
    return isEmpty(answer) ? '' : renderAnswer(this.asked(), answer, LANGUAGE, this.outcome());
  }
}
