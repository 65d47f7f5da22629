import { DOCUMENT } from '@angular/common';
import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { titleOf, writeMarkdown } from '@visavis/journal';
import { saveFile } from '../../shell/download';
import { wordsOfTrouble } from '../journal-words';
import { questionWords } from '../question-words';
import { today } from '../today';
import { JournalVault } from '../vault/journal-vault';
import { VaultRefused } from '../vault/vault-trouble';
import type { HomecomingPlan, Progress } from '../vault/vault-types';

type Format = 'markdown' | 'json' | 'pdf';

const FILES: Record<Format, { readonly ending: string; readonly type: string }> = {
  markdown: { ending: 'md', type: 'text/markdown' },
  json: { ending: 'json', type: 'application/json' },
  pdf: { ending: 'pdf', type: 'application/pdf' },
};

const AT_ONCE = 25;

/** The journal taken along, made on this device, and brought back: what would change is shown before anything does. */
@Component({
  selector: 'visavis-take-away-page',
  imports: [MatButton],
  templateUrl: './take-away-page.html',
  styleUrl: './take-away-page.scss',
})
export class TakeAwayPage {
  readonly #vault = inject(JournalVault);
  readonly #document = inject(DOCUMENT);

  readonly #written = signal<Progress | null>(null);
  protected readonly count = computed(() => this.#vault.entries().length);
  protected readonly unreadable = computed(
    () => this.#vault.entries().filter(({ entry }) => entry === null).length,
  );
  protected readonly making = signal(false);
  protected readonly bringing = signal(false);
  protected readonly percent = computed(() => {
    const progress = this.#vault.progress() ?? this.#written();
    return progress ? (100 * progress.done) / Math.max(1, progress.total) : 0;
  });
  protected readonly done = signal('');
  protected readonly problem = signal('');
  protected readonly plan = signal<HomecomingPlan | null>(null);
  #stopper: AbortController | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  protected async takeAway(format: Format): Promise<void> {
    const stopper = new AbortController();
    this.#stopper = stopper;
    await this.#work(this.making, async () => {
      const written = await this.#write(format, stopper.signal);
      if (stopper.signal.aborted) return this.done.set($localize`Arrêté. Aucun fichier n’a été fait.`);
      const { ending, type } = FILES[format];
      saveFile(this.#document, new Blob([written], { type }), `journal-${today()}.${ending}`);
      this.done.set(
        $localize`Fichier remis à votre navigateur. Il est lisible par qui l’ouvre\u202f: rangez-le avec soin.`,
      );
    });
  }

  protected stop(): void {
    this.#stopper?.abort();
  }

  protected async read(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    this.plan.set(null);
    if (!file) return;
    await this.#work(this.bringing, async () =>
      this.plan.set(await this.#vault.planHomecoming(await file.text())),
    );
  }

  protected forgetPlan(): void {
    this.plan.set(null);
  }

  protected async bringHome(): Promise<void> {
    await this.#work(this.bringing, async () => {
      await this.#vault.bringHome();
      this.plan.set(null);
      this.done.set($localize`Le fichier est repris dans votre journal.`);
    });
  }

  async #write(format: Format, stopped: AbortSignal): Promise<string | Blob> {
    if (format === 'json') return this.#vault.takeAway();
    const texts = await this.#writeTexts(stopped);
    if (format === 'markdown') return texts.join('\n\n---\n\n');
    const { journalOnPaper } = await import('../pdf/on-paper');
    return journalOnPaper(texts);
  }

  /** By what they are called; every few of them the page is let go on, and can be stopped. */
  async #writeTexts(stopped: AbortSignal): Promise<readonly string[]> {
    const taken = await this.#vault.everything();
    const sorted = taken.toSorted((one, other) => (titleOf(one.entry) < titleOf(other.entry) ? -1 : 1));
    const texts: string[] = [];
    try {
      for (const [at, { entry, margin }] of sorted.entries()) {
        if (at % AT_ONCE === 0) {
          this.#written.set({ done: at, total: sorted.length });
          await new Promise((goOn) => setTimeout(goOn));
        }
        if (stopped.aborted) return [];
        texts.push(writeMarkdown(entry, questionWords(), margin));
      }
      return texts;
    } finally {
      this.#written.set(null);
    }
  }

  async #work(state: ReturnType<typeof signal<boolean>>, act: () => Promise<void>): Promise<void> {
    this.done.set('');
    this.problem.set('');
    state.set(true);
    try {
      await act();
    } catch (error) {
      this.problem.set(isSpoilt(error) ? notAJournal(error) : wordsOfTrouble(error));
    } finally {
      state.set(false);
    }
  }
}

function isSpoilt(error: unknown): error is VaultRefused {
  return error instanceof VaultRefused && error.reason === 'malformed';
}

/** Where a file that was meant to come home is spoilt: the first place is enough to find it. */
function notAJournal({ details }: VaultRefused): string {
  const [first] = (details['errors'] ?? []) as readonly { readonly field: string }[];
  const place = first?.field ?? '';
  return $localize`Ce fichier n’est pas un journal intact, rien n’a été repris. Premier endroit abîmé\u202f: ${place}:place:`;
}
