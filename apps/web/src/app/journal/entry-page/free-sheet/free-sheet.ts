import { booleanAttribute, Component, input, output } from '@angular/core';
import { FREE_FIELDS, type FreeEntry } from '@visavis/journal';
import { AnswerField, type AskedField } from '../../answers/answer-field/answer-field';

/** An entry without bid and without stages. */
@Component({
  selector: 'visavis-free-sheet',
  imports: [AnswerField],
  template: `
    @for (field of fields; track field.id) {
      <visavis-answer-field [field]="field" [answer]="answerTo(field.id)" [readOnly]="readOnly()" (changed)="answer(field.id, $event)" />
    }
  `,
})
export class FreeSheet {
  readonly entry = input.required<FreeEntry>();
  readonly readOnly = input(false, { transform: booleanAttribute });
  readonly written = output<FreeEntry>();
  protected readonly fields: readonly AskedField[] = FREE_FIELDS;

  protected answerTo(id: string): unknown {
    return (this.entry().answers as Readonly<Record<string, unknown>>)[id];
  }

  protected answer(id: string, answer: unknown): void {
    const { [id]: _former, ...others } = this.entry().answers as Readonly<Record<string, unknown>>;
    this.written.emit({
      ...this.entry(),
      answers: answer === undefined ? others : { ...others, [id]: answer },
    });
  }
}
