import { Component, computed, input } from '@angular/core';
import type { Field } from '@visavis/journal';
import { LANGUAGE } from '../../../ui/language';
import { AnswerControl } from '../answer-control';

/** A chance in whole steps. Until it is answered no mark stands anywhere: the middle would suggest itself. */
@Component({
  selector: 'visavis-chance-answer',
  template: `
    <div class="chance">
      <input type="range" autocomplete="off" [class.unanswered]="value() === null" [id]="controlId()" [min]="min()" [max]="max()" [step]="field().step ?? 5"
        [value]="value() ?? (min() + max()) / 2" [attr.aria-valuetext]="words()" [attr.aria-labelledby]="namedBy() || null" [attr.aria-describedby]="describedBy() || null" [attr.aria-invalid]="wrong()"
        (input)="slide($event)" (click)="slide($event)" (keydown.enter)="slide($event)" />
      <output [attr.for]="controlId()">{{ words() }}</output>
    </div>
    @if (value() !== null) {
      <button class="clear" type="button" (click)="say(undefined)" i18n>Effacer ma réponse</button>
    }
  `,
  styleUrls: ['../answer.scss', './chance-answer.scss'],
})
export class ChanceAnswer extends AnswerControl {
  readonly field = input.required<Field>();
  protected readonly min = computed(() => this.field().min ?? 0);
  protected readonly max = computed(() => this.field().max ?? 100);
  protected readonly value = computed(() => (this.answer() as number | undefined) ?? null);
  protected readonly words = computed(() => {
    const value = this.value();
    if (value === null) return $localize`pas encore répondu`;
    return LANGUAGE === 'fr' ? `${value}\u202f%` : `${value}%`;
  });

  protected slide(event: Event): void {
    this.changed.emit(Number((event.target as HTMLInputElement).value));
  }
}
