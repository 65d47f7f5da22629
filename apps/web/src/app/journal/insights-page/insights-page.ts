import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { openLoopsOf, sayWhyOneHypothesis } from '@visavis/journal';
import { LANGUAGE } from '../../ui/language';
import { Skeleton } from '../../ui/skeleton';
import { readNumber, showNumber } from '../answers/number-answer/read-number';
import { inType } from '../in-type';
import { wordsOfTrouble } from '../journal-words';
import { readable } from '../keep-hypothesis';
import { today } from '../today';
import { JournalVault } from '../vault/journal-vault';
import type { AllInsights } from '../vault/all-insights';
import { type Card, describeInsights } from './describe-insights';
import { HypothesisSheet } from './hypothesis-sheet/hypothesis-sheet';
import { InsightCard } from './insight-card/insight-card';
import { UsefulTrials } from './useful-trials/useful-trials';

/** What the journal can honestly say: counts always, a verdict once there is enough, each picture with its table. */
@Component({
  selector: 'visavis-insights-page',
  imports: [HypothesisSheet, InsightCard, RouterLink, Skeleton, UsefulTrials],
  templateUrl: './insights-page.html',
  styleUrl: './insights-page.scss',
})
export class InsightsPage {
  readonly #vault = inject(JournalVault);

  /** Stay on this page: neither is kept, neither leaves the device. */
  protected readonly target = signal<number | null>(null);
  protected readonly secured = signal<number | null>(null);
  readonly #found = resource({
    // Counted anew whenever an entry changes while the page is open.
    params: () => ({ entries: this.#vault.entries(), target: this.target(), secured: this.secured() }),
    loader: ({ params }) =>
      this.#vault.insights({
        filter: {},
        ...(params.target !== null && { target: params.target, secured: params.secured ?? 0 }),
      }),
  });
  protected readonly problem = computed(() =>
    this.#found.error() ? wordsOfTrouble(this.#found.error()) : '',
  );
  /** What was found stays on the page while it is counted anew. */
  protected readonly cards = linkedSignal<AllInsights | null, readonly Card[] | null>({
    source: () => (this.#found.hasValue() ? this.#found.value() : null),
    computation: (found, former) => (found ? describeInsights(found) : (former?.value ?? null)),
  });
  protected readonly hasDemo = computed(() => this.#vault.entries().some(({ entry }) => entry?.demo));
  /** Of the fictitious journal there are none to lay down. */
  protected readonly hasLoops = computed(() => openLoopsOf(readable(this.#vault), today()).length > 0);
  protected readonly whyOne = inType(sayWhyOneHypothesis(LANGUAGE));
  protected readonly unopened = computed(() =>
    this.#found.hasValue() ? this.#found.value().unopenedSeals : 0,
  );

  protected amount(which: 'target' | 'secured', event: Event): void {
    const input = event.target as HTMLInputElement;
    const value = readNumber(input.value);
    this[which].set(value);
    input.value = value === null ? '' : showNumber(value);
  }
}
