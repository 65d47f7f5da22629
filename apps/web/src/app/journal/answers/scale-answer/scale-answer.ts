import { Component, computed, input } from '@angular/core';
import type { Field, Option } from '@visavis/journal';
import { questionWords, wordsOf } from '../../question-words';
import { AnswerControl } from '../answer-control';
import { ChoiceAnswer } from '../choice-answer/choice-answer';

type Items = Readonly<Record<string, number>>;

/** A number on a ruler, or one for each of a few things. */
@Component({
  selector: 'visavis-scale-answer',
  imports: [ChoiceAnswer],
  template: `
    @if (field().items; as items) {
      <div role="group" tabindex="-1" [id]="controlId()" [attr.aria-labelledby]="namedBy() || null" [attr.aria-describedby]="describedBy() || null">
        @for (item of items; track item) {
          <div class="part">
            <span class="name" [id]="controlId() + '-' + item + '-name'">{{ nameOf(item) }}</span>
            <visavis-choice-answer steps ruler [controlId]="controlId() + '-' + item" [namedBy]="controlId() + '-' + item + '-name'" [options]="options()" [answer]="of(item)" (changed)="rate(item, $event)" />
          </div>
        }
      </div>
    } @else {
      <visavis-choice-answer steps ruler [controlId]="controlId()" [namedBy]="namedBy()" [describedBy]="describedBy()" [options]="options()" [answer]="answer()" (changed)="say($event)" />
    }
    @if (anchors(); as anchors) {
      <p class="anchors">
        @for (anchor of anchors; track anchor) {
          <span>{{ anchor }}</span>
        }
      </p>
    }
  `,
  styleUrl: '../answer.scss',
})
export class ScaleAnswer extends AnswerControl {
  readonly field = input.required<Field>();
  protected readonly options = computed<readonly Option[]>(() => {
    const { min = 0, max = 10 } = this.field();
    return Array.from({ length: max - min + 1 }, (_, at) => {
      const words = min < 0 && min + at > 0 ? `+${min + at}` : String(min + at).replace('-', '−');
      return { value: min + at, words };
    });
  });
  protected readonly anchors = computed(() => wordsOf(this.field().id)?.anchors ?? null);

  protected nameOf(item: string): string {
    return questionWords().parts[`${this.field().id}.${item}`] ?? item;
  }

  protected of(item: string): unknown {
    return (this.answer() as Items | undefined)?.[item];
  }

  protected rate(item: string, value: unknown): void {
    const { [item]: _former, ...others } = (this.answer() as Items | undefined) ?? {};
    this.say(value === undefined ? others : { ...others, [item]: value });
  }
}
