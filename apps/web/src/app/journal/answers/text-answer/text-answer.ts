import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import { Component, computed, input } from '@angular/core';
import type { Kind } from '@visavis/journal';
import { AnswerControl } from '../answer-control';

/** Words: one line, a text that grows while it is written, or a date. */
@Component({
  selector: 'visavis-text-answer',
  imports: [CdkTextareaAutosize],
  template: `
    @if (isLong()) {
      <textarea cdkTextareaAutosize [cdkAutosizeMinRows]="rows()" autocomplete="off" [id]="controlId()" [value]="shown()"
        [attr.aria-labelledby]="namedBy() || null" [attr.aria-describedby]="describedBy() || null" [attr.aria-invalid]="wrong()" (input)="type($event)"></textarea>
    } @else {
      <input autocomplete="off" [type]="kind() === 'date' ? 'date' : 'text'" [class.short]="kind() === 'date'" [id]="controlId()" [value]="shown()"
        [attr.aria-labelledby]="namedBy() || null" [attr.aria-describedby]="describedBy() || null" [attr.aria-invalid]="wrong()" (input)="type($event)" />
    }
  `,
  styleUrl: '../answer.scss',
})
export class TextAnswer extends AnswerControl {
  readonly kind = input<Kind>('text');
  readonly rows = input(3);
  protected readonly isLong = computed(() => this.kind() === 'text' || this.kind() === 'longtext');
  protected readonly shown = computed(() => String(this.answer() ?? ''));

  protected type(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    // Spaces alone say nothing yet, but are not taken away under the fingers of who is typing.
    this.changed.emit(value === '' ? undefined : value);
  }
}
