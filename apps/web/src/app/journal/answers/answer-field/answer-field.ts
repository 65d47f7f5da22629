import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  answerShape,
  type Field,
  fieldErrorsOf,
  isEmpty,
  isFieldId,
  optionsOf,
  renderAnswer,
} from '@visavis/journal';
import { fieldWords } from '../../../ui/field-error-words';
import { Icon } from '../../../ui/icon';
import { inType } from '../../in-type';
import { EntryJotter, Jotter } from '../../jotter';
import { questionOf, questionWords, wordsOf } from '../../question-words';
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
export type AskedField = Pick<Field, 'id' | 'type'> &
  Partial<Field> & {
    /** Of a question that is asked nowhere else. */
    readonly question?: string;
  };

export interface Hindsight {
  readonly value: unknown;
  readonly on: string;
}

/** An earlier answer that this question looks back at. */
export interface Earlier {
  readonly question: string;
  readonly words: string;
}

/** Under which something typed that is no answer is kept beside its entry. */
export function unfitName(id: string): string {
  return `unfit/${id}`;
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

  readonly #jotter = inject(EntryJotter, { optional: true }) ?? new Jotter();
  protected readonly asked = computed(() => this.field() as Field);
  protected readonly id = computed(() => `field-${this.field().id}`);
  protected readonly question = computed(() => {
    const { id, question } = this.field();
    return question === undefined ? questionOf(id, this.outcome()) : inType(question);
  });
  protected readonly hint = computed(() => inType(wordsOf(this.field().id)?.hint ?? ''));
  protected readonly why = computed(() => {
    const { id } = this.field();
    return isFieldId(id) ? inType(questionWords().why[id]) : '';
  });
  protected readonly isLabel = computed(
    () => IN_ONE_CONTROL.includes(this.field().type) && !this.isClosed() && this.waitsFor() === '',
  );
  protected readonly isClosed = computed(
    () => this.readOnly() || (this.sealedOn() !== null && this.correction() === null),
  );
  protected readonly options = computed(() => optionsOf(this.asked(), questionWords(), this.outcome()));
  protected readonly areSteps = computed(() => this.field().type === 'ordinal');
  protected readonly areSeveral = computed(() => this.field().type === 'set<enum>');
  /** What is written beside a sealed answer while it is written; null while nothing is. */
  protected readonly correction = computed(() => {
    const jotted = this.sealedOn() === null ? undefined : this.#jotter.at(`correction/${this.field().id}`);
    return (jotted as { readonly value?: unknown } | undefined) ?? null;
  });
  /** Typed, and no answer of this kind. */
  readonly #unfit = computed(() => this.#jotter.at(unfitName(this.field().id)));
  protected readonly shownAnswer = computed(() => this.#unfit() ?? this.correction()?.value ?? this.answer());
  protected readonly inWords = computed(() => this.#render(this.answer()));
  protected readonly sealWords = computed(() => {
    const on = this.sealedOn();
    return on === null ? '' : $localize`Scellé le ${sayDayAndYear(on)}:date:`;
  });
  protected readonly laterViews = computed(() =>
    this.hindsight().map(({ value, on }) => ({ words: this.#render(value), when: sayDayAndYear(on) })),
  );
  readonly #refused = computed(() => {
    const unfit = this.#unfit();
    return unfit === undefined ? '' : this.#whyNot(unfit);
  });
  protected readonly wrong = computed(() => this.#refused() || this.missing());
  protected readonly describedBy = computed(() =>
    [this.hint() && `${this.id()}-hint`, this.wrong() && `${this.id()}-wrong`].filter(Boolean).join(' '),
  );

  /** What is no answer of this kind stays on the screen and on the device, and is said to be wrong; it is not handed on. */
  protected take(answer: unknown): void {
    const unfit = answer !== undefined && this.#whyNot(answer) !== '';
    if (unfit || this.#unfit() !== undefined)
      this.#jotter.keep(unfitName(this.field().id), unfit ? answer : undefined);
    if (unfit) return;
    if (this.correction()) this.#jotCorrection({ value: answer });
    else this.changed.emit(answer);
  }

  protected startCorrecting(): void {
    this.#jotCorrection({});
  }

  protected stopCorrecting(): void {
    this.#jotCorrection(undefined);
    this.#jotter.keep(unfitName(this.field().id), undefined);
  }

  protected correct(): void {
    if (this.#unfit() !== undefined) return;
    const value = this.correction()?.value;
    if (!isEmpty(value)) this.corrected.emit(value);
    this.stopCorrecting();
  }

  #jotCorrection(correction: { readonly value?: unknown } | undefined): void {
    this.#jotter.keep(`correction/${this.field().id}`, correction);
  }

  /** In words; empty when it is an answer of this kind. */
  #whyNot(answer: unknown): string {
    const { error } = answerShape(this.field()).safeParse(answer);
    const [first] = error ? fieldErrorsOf(error) : [];
    return first ? fieldWords(first.code) : '';
  }

  #render(answer: unknown): string {
    return isEmpty(answer) ? '' : renderAnswer(this.asked(), answer, questionWords(), this.outcome());
  }
}
