import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import {
  fieldOf,
  hypothesesEnded,
  hypothesesInForce,
  HYPOTHESIS_SIGNALS,
  type HypothesisEntry,
  type HypothesisSignal,
  nameSignal,
  type Option,
  optionsOf,
  sayAnchor,
  type Stored,
  valuesOf,
} from '@visavis/journal';
import { attempts } from '../../attempts';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { Icon } from '../../../ui/icon';
import { sayDayAndYear } from '../../../ui/say-time';
import { ChoiceAnswer } from '../../answers/choice-answer/choice-answer';
import { entryTitle } from '../../entry-title';
import { inType } from '../../in-type';
import { declareInstead, endNow, readable } from '../../keep-hypothesis';
import { questionWords } from '../../question-words';
import { JournalVault } from '../../vault/journal-vault';

/** Declares the hypothesis of the year, ends it or puts another one in its place. */
@Component({
  selector: 'visavis-hypothesis-sheet',
  imports: [ChoiceAnswer, Icon, MatButton, RouterLink],
  templateUrl: './hypothesis-sheet.html',
  styleUrl: './hypothesis-sheet.scss',
})
export class HypothesisSheet {
  readonly #vault = inject(JournalVault);
  readonly #dialogs = inject(MatDialog);

  protected readonly signals: readonly Option[] = HYPOTHESIS_SIGNALS.map((value) => ({
    value,
    words: nameSignal(value, undefined, questionWords()),
  }));
  readonly #all = computed(() => readable(this.#vault).filter(({ entry }) => !entry.demo));
  protected readonly inForce = computed(() => hypothesesInForce(this.#all()).map(shown));
  protected readonly ended = computed(() => hypothesesEnded(this.#all()).map(shown));
  protected readonly readOnly = computed(() => !this.#vault.writes());
  protected readonly isChoosing = signal(false);
  readonly #attempts = attempts();
  protected readonly working = this.#attempts.working;
  protected readonly signal = signal<HypothesisSignal | undefined>(undefined);
  protected readonly value = signal<unknown>(undefined);
  protected readonly values = computed(() => {
    const signal = this.signal();
    return signal && valuesOf(signal) ? optionsOf(fieldOf(signal), questionWords()) : null;
  });
  /** What will be compared; empty while something is not chosen yet. */
  protected readonly anchor = computed(() => {
    const [signal, value] = [this.signal(), this.value()];
    if (!signal || (this.values() && value === undefined)) return '';
    return inType(sayAnchor(signal, value as string | undefined, questionWords()));
  });

  protected choose(signal: unknown): void {
    this.signal.set(signal as HypothesisSignal | undefined);
    this.value.set(undefined);
  }

  protected async declare(event: Event): Promise<void> {
    event.preventDefault();
    const [signal, value] = [this.signal(), this.value() as string | undefined];
    if (!signal || this.anchor() === '') return;
    const [former] = this.inForce();
    await this.#attempts.try(async () => {
      const wish = { signal, ...(value !== undefined && { value }) };
      await declareInstead(this.#vault, former ? [former.id] : [], wish);
      this.isChoosing.set(false);
      this.choose(undefined);
    });
  }

  protected async end(id: string): Promise<void> {
    const yes = await ConfirmDialog.ask(this.#dialogs, {
      title: $localize`Terminer cette hypothèse\u202f?`,
      text: $localize`Elle reste dans le journal avec ce que vous en attendiez. Elle ne peut pas être reprise\u202f: une hypothèse se déclare avant ce qu’elle doit prédire.`,
      yes: $localize`Terminer`,
      no: $localize`La garder`,
    });
    if (yes) await this.#attempts.try(() => endNow(this.#vault, id));
  }
}

function shown({ id, entry }: Stored<HypothesisEntry>) {
  const { signal, value, declaredOn, endedOn } = entry.answers;
  return {
    id,
    name: entryTitle(entry),
    anchor: inType(sayAnchor(signal, value, questionWords())),
    since: sayDayAndYear(declaredOn),
    until: endedOn ? sayDayAndYear(endedOn) : '',
  };
}
