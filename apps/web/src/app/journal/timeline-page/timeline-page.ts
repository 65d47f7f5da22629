import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import { type EntryFilter, filterEntries, onThisDay, openLoopsOf, type Stored } from '@visavis/journal';
import { attempts } from '../attempts';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Icon } from '../../ui/icon';
import { beginEntry } from '../begin-entry';
import { entryRow } from '../entry-row';
import { wordsOfTrouble } from '../journal-words';
import { StartChoices, type Start } from '../start-choices/start-choices';
import { today } from '../today';
import { JournalVault } from '../vault/journal-vault';
import { EntryFilters } from './entry-filters/entry-filters';
import { EntryList } from './entry-list/entry-list';
import { MomentList } from './moment-list/moment-list';
import { OpenLoops } from './open-loops/open-loops';

/** The journal: what was written, what waits, what was on this day; found by words, filters and tags. */
@Component({
  selector: 'visavis-timeline-page',
  imports: [EntryFilters, EntryList, Icon, MatButton, MomentList, OpenLoops, RouterLink, StartChoices],
  templateUrl: './timeline-page.html',
  styleUrl: './timeline-page.scss',
})
export class TimelinePage {
  readonly #vault = inject(JournalVault);
  readonly #router = inject(Router);
  readonly #dialogs = inject(MatDialog);
  readonly #notices = inject(MatSnackBar);

  protected readonly today = today();
  readonly #entries = this.#vault.entries;
  readonly #readable = computed(() =>
    this.#entries().flatMap(({ id, entry }): Stored[] => (entry ? [{ id, entry }] : [])),
  );
  protected readonly isEmpty = computed(() => this.#entries().length === 0);
  protected readonly hasDemo = computed(() => this.#readable().some(({ entry }) => entry.demo));
  protected readonly tags = computed(() =>
    [...new Set(this.#readable().flatMap(({ entry }) => entry.tags))].toSorted((one, other) =>
      one.localeCompare(other),
    ),
  );
  protected readonly filter = signal<EntryFilter>({});
  protected readonly isByMoment = signal(false);
  readonly #attempts = attempts();
  protected readonly working = this.#attempts.working;
  /** Percent of a long work; null while there is none. */
  protected readonly progress = computed(() => {
    const progress = this.#vault.progress();
    return progress && (100 * progress.done) / Math.max(1, progress.total);
  });
  protected readonly sought = signal('');
  /** Ids that the search found; null while nothing is sought. */
  protected readonly hits = linkedSignal<string, readonly string[] | null>({
    source: this.sought,
    computation: (sought, former) => (sought.trim() === '' ? null : (former?.value ?? null)),
  });
  /** More may be found: right after unlocking texts are still being indexed. */
  protected readonly isSearching = signal(false);
  readonly #shown = computed(() => {
    const ids = new Set(filterEntries(this.#readable(), this.filter()).map(({ id }) => id));
    const hits = this.hits();
    const isFiltered = Object.keys(this.filter()).length > 0 || hits !== null;
    return this.#entries().filter(
      ({ id, entry }) => (entry ? ids.has(id) : !isFiltered) && (hits === null || hits.includes(id)),
    );
  });
  protected readonly rows = computed(() => this.#shown().map((stored) => entryRow(stored, this.today)));
  protected readonly moments = computed(() =>
    this.#shown().flatMap(({ id, entry }): Stored[] => (entry ? [{ id, entry }] : [])),
  );
  protected readonly isNarrowed = computed(
    () => Object.keys(this.filter()).length > 0 || this.sought().trim() !== '',
  );
  protected readonly waiting = computed(() =>
    this.#entries()
      .map((stored) => entryRow(stored, this.today))
      .filter(({ dueWords, step, isDemo }) => dueWords !== '' && step !== 'enter-decision' && !isDemo)
      .slice(0, 5),
  );
  protected readonly loops = computed(() => openLoopsOf(this.#readable(), this.today));
  protected readonly writes = this.#vault.writes;
  protected readonly earlier = computed(() =>
    onThisDay(this.#readable(), this.today).flatMap(({ id }) => {
      const stored = this.#entries().find((each) => each.id === id);
      return stored ? [entryRow(stored, this.today)] : [];
    }),
  );
  #latest = 0;

  protected async seek(event: Event): Promise<void> {
    const text = (event.target as HTMLInputElement).value;
    this.sought.set(text);
    this.isSearching.set(false);
    const mine = ++this.#latest;
    if (text.trim() === '') return;
    try {
      await this.#find(text, mine);
    } catch (error) {
      this.#notices.open(wordsOfTrouble(error));
    }
  }

  /** Until everything was looked through, or something else is looked for. */
  async #find(text: string, mine: number): Promise<void> {
    while (mine === this.#latest) {
      const { hits, isAll } = await this.#vault.search(text);
      if (mine !== this.#latest) return;
      this.hits.set(hits.map(({ id }) => id));
      this.isSearching.set(!isAll);
      if (isAll) return;
      await this.#vault.indexed();
    }
  }

  protected async begin(start: Start): Promise<void> {
    await this.#attempts.try(async () => {
      const id = beginEntry(this.#vault, start, this.today);
      await this.#router.navigate(['/journal', id]);
    });
  }

  protected async loadDemo(): Promise<void> {
    await this.#attempts.try(() => this.#vault.loadDemo());
  }

  protected async removeDemo(): Promise<void> {
    const yes = await ConfirmDialog.ask(this.#dialogs, {
      title: $localize`Enlever le journal d’exemple\u202f?`,
      text: $localize`Les quarante offres fictives disparaissent. Ce que vous avez écrit vous-même reste.`,
      yes: $localize`Enlever l’exemple`,
      no: $localize`Le garder`,
    });
    if (yes) await this.#attempts.try(() => this.#vault.removeDemo());
  }
}
