import { Directive, input, output } from '@angular/core';
import { isEmpty } from '@visavis/journal';

/** What every control of an answer has. `changed` tells the whole answer; undefined once it says nothing. */
@Directive()
export abstract class AnswerControl {
  readonly answer = input<unknown>();
  /** Of the field on the page: what one is led to when something is missing. */
  readonly controlId = input.required<string>();
  /** Elements that name and describe the control. */
  readonly namedBy = input('');
  readonly describedBy = input('');
  readonly wrong = input(false);
  readonly changed = output<unknown>();

  protected say(answer: unknown): void {
    this.changed.emit(isEmpty(answer) ? undefined : answer);
  }
}
