import { booleanAttribute, Component, computed, input, output } from '@angular/core';
import { type HypothesisEntry, sayAnchor } from '@visavis/journal';
import { RouterLink } from '@angular/router';
import { sayDayAndYear } from '../../../ui/say-time';
import { AnswerField, type AskedField } from '../../answers/answer-field/answer-field';
import { inType } from '../../in-type';
import { questionWords } from '../../question-words';

const NOTE: AskedField = {
  id: 'note',
  type: 'text',
  maxLength: 2000,
  question: $localize`Qu’en attendez-vous, et qu’est-ce qui vous ferait changer d’avis\u202f?`,
};

/** A hypothesis as an entry: what was declared stands; what one thinks of it is written, and kept like everything. */
@Component({
  selector: 'visavis-hypothesis-note',
  imports: [AnswerField, RouterLink],
  template: `
    <p>{{ anchor() }}</p>
    <p class="quiet"><span i18n>Déclarée le {{ since() }}.</span> @if (until()) { <span i18n>Terminée le {{ until() }}.</span> }</p>
    <visavis-answer-field [field]="field" [answer]="entry().answers.note" [readOnly]="readOnly()" (changed)="write($event)" />
    <p><a routerLink="/journal/insights" i18n>Ce que les offres en disent</a></p>
  `,
})
export class HypothesisNote {
  readonly entry = input.required<HypothesisEntry>();
  readonly readOnly = input(false, { transform: booleanAttribute });
  readonly written = output<HypothesisEntry>();
  protected readonly field = NOTE;
  protected readonly anchor = computed(() => {
    const { signal, value } = this.entry().answers;
    return inType(sayAnchor(signal, value, questionWords()));
  });
  protected readonly since = computed(() => sayDayAndYear(this.entry().answers.declaredOn));
  protected readonly until = computed(() => {
    const { endedOn } = this.entry().answers;
    return endedOn === undefined ? '' : sayDayAndYear(endedOn);
  });

  protected write(note: unknown): void {
    const { note: _former, ...others } = this.entry().answers;
    const answers = note === undefined ? others : { ...others, note: String(note) };
    this.written.emit({ ...this.entry(), answers });
  }
}
