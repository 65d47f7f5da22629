import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Language, Problem } from '@visavis/kernel';
import { timeWords } from '../times/format-time';
import { FIELD_NAMES, type FieldErrors } from '../words/field-messages';
import { alternativesMessage, refusalMessage } from '../words/refusal-messages';
import { slotReasonWords } from '../words/slot-reason-words';
import { LIST_WORDS } from '../words/times-words';

/** What happened, what was kept, what to do next. Takes the focus when it appears (`id="problem"`). */
@Component({
  selector: 'vv-problem-box',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './problem-box.html',
})
export class ProblemBox {
  protected readonly words = LIST_WORDS;

  readonly problem = input.required<Problem>();
  readonly errors = input<FieldErrors>({});
  readonly language = input.required<Language>();
  readonly zone = input.required<string>();
  /** The form the times offered instead belong to, when the box stands outside of it. */
  readonly formId = input<string | null>(null);
  /** False where nothing was typed that could be lost. */
  readonly kept = input(true);

  protected readonly what = computed(() => {
    const { reason, because } = this.problem();
    return [refusalMessage(reason), slotReasonWords(because)].filter(Boolean).join(' ');
  });
  protected readonly next = computed(() => alternativesMessage(this.problem()));
  protected readonly fields = computed(() =>
    Object.keys(this.errors()).map((field) => ({
      // A time is chosen in the list, which has no single field to jump to.
      anchor: field === 'start' ? '#when-title' : `#${field}`,
      name: FIELD_NAMES[field as keyof FieldErrors],
    })),
  );
  protected readonly alternatives = computed(() => {
    const words = timeWords(this.language(), this.zone());
    return (this.problem().alternatives ?? []).map((start) => ({
      iso: new Date(start).toISOString(),
      words: words.dayAndTime(start),
    }));
  });
}
