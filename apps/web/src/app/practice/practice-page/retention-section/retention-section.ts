import { Component, computed, inject, input, resource } from '@angular/core';
import { wordsOf } from '../../../shell/refusal-words';
import { Session } from '../../../shell/session';
import { Skeleton } from '../../../ui/skeleton';
import { PracticeClient } from '../../practice-client';
import { PracticeSection } from '../practice-section';
import { retentionSentence } from './retention-sentence';

type Period = 'retentionMonths' | 'contractRetentionYears' | 'noteRetentionYears';

/** How long things are kept, and what that means now. */
@Component({
  selector: 'visavis-retention-section',
  imports: [Skeleton],
  templateUrl: './retention-section.html',
  styleUrl: '../practice-page.scss',
  styles:
    'ul { margin: 0 0 var(--space-2); padding-inline-start: var(--space-5); } small { display: block; }',
})
export class RetentionSection extends PracticeSection {
  readonly #client = inject(PracticeClient);
  readonly #session = inject(Session);

  /** Another one asks again: settings were saved. */
  readonly saved = input.required<unknown>();

  readonly #trial = resource({
    params: () => (this.locked() ? undefined : { saved: this.saved() }),
    loader: ({ abortSignal }) => this.#client.retention(abortSignal),
  });
  protected readonly lines = computed(() =>
    this.#trial.hasValue()
      ? this.#trial.value().kinds.map((kind) => retentionSentence(kind, this.#session.zone()))
      : null,
  );
  protected readonly problem = computed(() => (this.#trial.error() ? wordsOf(this.#trial.error()) : ''));

  protected type(period: Period, event: Event): void {
    this.changed.emit({ [period]: (event.target as HTMLInputElement).valueAsNumber });
  }
}
