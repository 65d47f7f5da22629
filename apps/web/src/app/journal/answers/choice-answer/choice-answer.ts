import { booleanAttribute, Component, computed, input } from '@angular/core';
import type { Option } from '@visavis/journal';
import { inType } from '../../in-type';
import { AnswerControl } from '../answer-control';

type Value = string | number;

/** One of a list, or several. What was chosen can be taken back. */
@Component({
  selector: 'visavis-choice-answer',
  template: `
    <div
      [class]="steps() ? 'steps' : several() ? 'options several' : 'options'"
      [class.ruler]="ruler()"
      [class.long]="ruler() && options().length > 7"
      [style.--columns]="options().length"
      [attr.role]="several() ? 'group' : 'radiogroup'"
      tabindex="-1"
      [id]="controlId()"
      [attr.aria-labelledby]="namedBy() || null"
      [attr.aria-describedby]="describedBy() || null"
    >
      @for (option of options(); track option.value) {
        <label [class.tick]="!steps()">
          <input [type]="several() ? 'checkbox' : 'radio'" autocomplete="off" [name]="controlId()" [checked]="chosen().has(option.value)" (change)="choose(option.value, $event)" />
          <span>{{ said(option) }}</span>
        </label>
      }
    </div>
    @if (!several() && chosen().size > 0) {
      <button class="clear" type="button" (click)="say(undefined)" i18n>Effacer ma réponse</button>
    }
  `,
  styleUrl: '../answer.scss',
})
export class ChoiceAnswer extends AnswerControl {
  readonly options = input.required<readonly Option[]>();
  readonly several = input(false, { transform: booleanAttribute });
  /** Side by side instead of one below the other: for few and short ones. */
  readonly steps = input(false, { transform: booleanAttribute });
  /** Numbers, evenly spaced. */
  readonly ruler = input(false, { transform: booleanAttribute });
  protected readonly chosen = computed<ReadonlySet<Value>>(() => {
    const answer = this.answer() as Value | readonly Value[] | undefined;
    if (answer === undefined) return new Set();
    return new Set(Array.isArray(answer) ? (answer as readonly Value[]) : [answer as Value]);
  });

  protected said(option: Option): string {
    return inType(option.words);
  }

  protected choose(value: Value, event: Event): void {
    if (!this.several()) return this.changed.emit(value);
    const isIn = (event.target as HTMLInputElement).checked;
    // In the order of the list, whatever the order of the clicks.
    this.say(
      this.options()
        .map((option) => option.value)
        .filter((each) => (each === value ? isIn : this.chosen().has(each))),
    );
  }
}
