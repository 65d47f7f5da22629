import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ProblemPage as ProblemPageData } from '@visavis/booking';
import { PROBLEM_WORDS, waitWords } from '../words/text-page-words';

const A_MINUTE = 60;

/** No page to show: says why, and what to do. */
@Component({
  selector: 'vv-problem-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="column">
      <h1>{{ words().title }}</h1>
      <p class="lead">{{ hint() }}</p>
    </div>
  `,
})
export class ProblemPage {
  readonly page = input.required<ProblemPageData>();

  protected readonly words = computed(() => PROBLEM_WORDS[this.page().reason]);
  protected readonly hint = computed(() =>
    this.words().hint(waitWords(this.page().retryAfterSeconds ?? A_MINUTE)),
  );
}
