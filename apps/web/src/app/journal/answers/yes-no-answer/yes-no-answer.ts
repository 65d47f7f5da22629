import { Component, computed, input } from '@angular/core';
import type { Field, Option } from '@visavis/journal';
import { questionWords } from '../../question-words';
import { AnswerControl } from '../answer-control';
import { ChoiceAnswer } from '../choice-answer/choice-answer';
import { TextAnswer } from '../text-answer/text-answer';

interface YesOrNo {
  readonly yes?: boolean;
  readonly text?: string;
}

/** Yes or no, and what one wants to add. */
@Component({
  selector: 'visavis-yes-no-answer',
  imports: [ChoiceAnswer, TextAnswer],
  template: `
    <visavis-choice-answer steps [controlId]="controlId()" [namedBy]="namedBy()" [describedBy]="describedBy()" [options]="options()" [answer]="chosen()" (changed)="choose($event)" />
    <div class="part">
      <label class="name" [for]="controlId() + '-text'" i18n>Ce que vous voulez ajouter</label>
      <visavis-text-answer [controlId]="controlId() + '-text'" [rows]="2" [answer]="both().text" (changed)="write($event)" />
    </div>
  `,
  styleUrl: '../answer.scss',
})
export class YesNoAnswer extends AnswerControl {
  readonly field = input.required<Field>();
  protected readonly both = computed(() => (this.answer() as YesOrNo | undefined) ?? {});
  protected readonly chosen = computed(() => {
    const { yes } = this.both();
    return yes === undefined ? undefined : yes ? 'yes' : 'no';
  });
  protected readonly options = computed<readonly Option[]>(() =>
    ['yes', 'no'].map((value) => ({
      value,
      words: questionWords().parts[`guard_symmetry.${value}`] ?? value,
    })),
  );

  protected choose(value: unknown): void {
    const { yes: _former, ...others } = this.both();
    this.say(value === undefined ? others : { ...others, yes: value === 'yes' });
  }

  protected write(text: unknown): void {
    const { text: _former, ...others } = this.both();
    this.say(text === undefined ? others : { ...others, text });
  }
}
