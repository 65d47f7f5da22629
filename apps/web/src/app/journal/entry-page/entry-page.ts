import { Component, computed, DestroyRef, effect, inject, input, resource, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import {
  type BidEntry,
  type Entry,
  type MarginDocument,
  type Seal,
  sealingOf,
  settleBeside,
} from '@visavis/journal';
import { attempts } from '../attempts';
import { VaultLock } from '../../shell/vault-lock';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FocusTitle } from '../../ui/focus-title';
import { Skeleton } from '../../ui/skeleton';
import { TypeToConfirmDialog } from '../../ui/type-to-confirm-dialog';
import { entryRow } from '../entry-row';
import { entryTitle } from '../entry-title';
import { troubleWords, wordsOfTrouble } from '../journal-words';
import { today } from '../today';
import { ShareEntryDialog } from '../share-entry-dialog/share-entry-dialog';
import { JournalVault } from '../vault/journal-vault';
import type { OpenEntry } from '../vault/open-entry';
import type { Reader } from '../vault/vault-types';
import { BesideTexts, type Settlement } from './beside-texts/beside-texts';
import { BidSheet } from './bid-sheet/bid-sheet';
import { asComment, CommentList } from './comment-list/comment-list';
import { FreeSheet } from './free-sheet/free-sheet';
import { HypothesisNote } from './hypothesis-note/hypothesis-note';
import { EntryJotter } from '../jotter';
import { HistoryDialog } from './history-dialog/history-dialog';
import { nameOf, sayReaders } from '../say-readers';
import { ReadersLine } from './readers-line/readers-line';
import { SaveState } from './save-state/save-state';
import { TagLine } from './tag-line/tag-line';

/** One entry while it is written: what was typed is kept on the device at once, and the page always says where it is. */
@Component({
  selector: 'visavis-entry-page',
  imports: [
    BesideTexts,
    BidSheet,
    CommentList,
    FocusTitle,
    FreeSheet,
    HypothesisNote,
    MatButton,
    ReadersLine,
    RouterLink,
    SaveState,
    Skeleton,
    TagLine,
  ],
  providers: [EntryJotter],
  templateUrl: './entry-page.html',
  styleUrl: './entry-page.scss',
})
export class EntryPage {
  readonly #vault = inject(JournalVault);
  readonly #lock = inject(VaultLock);
  readonly #dialogs = inject(MatDialog);
  readonly #notices = inject(MatSnackBar);
  readonly #router = inject(Router);

  readonly id = input.required<string>();
  private readonly sheet = viewChild(BidSheet);
  private readonly list = viewChild(CommentList);

  readonly #opened = resource({
    params: () => this.id(),
    loader: ({ params }) => this.#vault.open(params),
  });
  readonly #open = computed(() => (this.#opened.hasValue() ? this.#opened.value() : null));
  protected readonly problem = computed(() =>
    this.#opened.error() ? wordsOfTrouble(this.#opened.error()) : '',
  );
  protected readonly entry = computed<Entry | null>(() => this.#open()?.entry() ?? null);
  protected readonly bid = computed(() => asKind(this.entry(), 'bid'));
  protected readonly free = computed(() => asKind(this.entry(), 'free'));
  protected readonly hypothesis = computed(() => asKind(this.entry(), 'hypothesis'));
  protected readonly margin = computed(() => this.#open()?.margin() ?? null);
  protected readonly step = computed(() => this.#open()?.sync() ?? 'confirmed');
  protected readonly unsaved = computed(() => {
    const trouble = this.#open()?.trouble() ?? null;
    return trouble === null ? '' : troubleWords(trouble);
  });
  readonly #stored = computed(() => this.#vault.entries().find(({ id }) => id === this.id()));
  protected readonly row = computed(() => {
    const stored = this.#stored();
    return stored ? entryRow(stored, today()) : null;
  });
  protected readonly title = computed(() => {
    const entry = this.entry();
    return entry ? entryTitle(entry) : '';
  });
  protected readonly writes = this.#vault.writes;
  protected readonly readers = computed(() => this.#stored()?.readers ?? []);
  protected readonly mayShare = computed(
    () => this.#vault.mayShare() && this.#stored() !== undefined && this.entry()?.kind !== 'hypothesis',
  );
  /** As text, so that it is asked for once and not with every key. */
  readonly #sealedIn = computed(() => {
    const bid = this.bid();
    const sealing = bid && sealingOf(bid, 'forecast');
    return sealing ? `${this.id()} ${sealing.revision}` : undefined;
  });
  readonly #foreseen = resource({
    params: () => this.#sealedIn(),
    loader: () => this.#vault.sealedForecast(this.id()),
  });
  protected readonly foreseen = computed<BidEntry | null>(() =>
    this.#foreseen.hasValue() ? this.#foreseen.value() : null,
  );
  protected readonly forecastTrouble = computed(() =>
    this.#foreseen.error() ? wordsOfTrouble(this.#foreseen.error()) : '',
  );
  /** Of one that was never saved there are none, nor of one that was never read by anybody else. */
  readonly #comments = resource({
    params: () => (this.#stored() ? `${this.id()} ${this.readers().length}` : undefined),
    loader: () => this.#vault.comments(this.id()),
  });
  protected readonly comments = computed(() =>
    (this.#comments.hasValue() ? this.#comments.value() : []).map(asComment),
  );
  protected readonly commentTrouble = computed(() =>
    this.#comments.error() ? wordsOfTrouble(this.#comments.error()) : '',
  );
  protected readonly isShared = computed(() => this.readers().length > 0);
  protected readonly whoReads = computed(
    () => $localize`Sera lu par ${sayReaders(this.readers())}:name:, et par vous.`,
  );
  protected readonly planned = computed(() =>
    this.#vault.reminders().filter(({ entryId }) => entryId === this.id()),
  );
  protected readonly reminderTrouble = computed(() => {
    const trouble = this.#vault.reminderTrouble();
    return trouble === null ? '' : troubleWords(trouble);
  });
  readonly #attempts = attempts();
  protected readonly working = this.#attempts.working;

  constructor() {
    inject(EntryJotter).follow(this.id);
    let open: OpenEntry | null = null;
    const leave = () => void open?.close().catch(() => undefined); // what could not be saved is a draft on this device
    effect(() => {
      const next = this.#open();
      if (open && open !== next) leave();
      open = next;
    });
    effect(() => {
      const readers = this.readers();
      if (readers.length > 0) this.#lock.show({ kind: 'shared', readers: readers.map(nameOf) });
      else if (this.#vault.state() === 'open') this.#lock.show({ kind: 'open' });
    });
    inject(DestroyRef).onDestroy(() => {
      leave();
      if (this.#lock.isOpen()) this.#lock.show({ kind: 'open' });
    });
  }

  protected write(entry: Entry): void {
    this.#open()?.write(entry);
  }

  protected writeMargin(margin: MarginDocument): void {
    this.#open()?.writeMargin(margin);
  }

  protected tag(tags: readonly string[]): void {
    const entry = this.entry();
    if (entry) this.write({ ...entry, tags });
  }

  protected settle({ at, how }: Settlement): void {
    const entry = this.entry();
    if (!entry) return;
    try {
      this.write(settleBeside(entry, at, how));
    } catch (error) {
      this.#notices.open(wordsOfTrouble(error));
    }
  }

  protected async seal(seal: Seal): Promise<void> {
    await this.#attempts.try(async () => this.#open()?.sealStage(seal));
  }

  protected async continueFromMemory(): Promise<void> {
    const yes = await ConfirmDialog.ask(this.#dialogs, {
      title: $localize`La décision est déjà connue`,
      text: $localize`L’entrée est alors marquée «\u202fde mémoire\u202f». Les chances que vous aviez notées ne sont pas gardées\u202f: écrites après coup, elles ne diraient rien. Tout le reste demeure.`,
      yes: $localize`Continuer de mémoire`,
      no: $localize`Revenir`,
    });
    if (yes) this.sheet()?.continueFromMemory();
  }

  protected history(): void {
    HistoryDialog.open(this.#dialogs, this.id());
  }

  protected async share(): Promise<void> {
    const name = await ShareEntryDialog.open(this.#dialogs, this.id());
    if (name !== null) this.#notices.open($localize`${name}:name: peut maintenant lire cette entrée.`);
  }

  protected async revoke({ userId, name }: Reader): Promise<void> {
    const yes = await ConfirmDialog.ask(this.#dialogs, {
      title: $localize`Révoquer l’accès de ${name}:name:\u202f?`,
      text: $localize`Révoquer empêche toute nouvelle lecture. Cela n’efface pas ce qui a déjà été lu.`,
      yes: $localize`Révoquer`,
      no: $localize`Laisser le partage`,
    });
    if (yes) await this.#attempts.try(() => this.#vault.revoke(this.id(), userId));
  }

  protected async comment(text: string): Promise<void> {
    await this.#attempts.try(async () => {
      await this.#vault.comment(this.id(), text);
      this.list()?.clear();
      this.#comments.reload();
    });
  }

  protected async takeOver(): Promise<void> {
    await this.#attempts.try(() => this.#vault.takeOver());
  }

  protected async remove(): Promise<void> {
    const typed = await TypeToConfirmDialog.ask(this.#dialogs, {
      title: $localize`Supprimer cette entrée\u202f?`,
      text: $localize`Tous ses états et sa marge disparaissent pour toujours. Il n’en reste qu’une attestation signée, sans texte.`,
      label: $localize`Tapez «\u202fsupprimer\u202f» pour confirmer`,
      expected: $localize`supprimer`,
      yes: $localize`Supprimer`,
      no: $localize`La garder`,
    });
    if (typed === null) return;
    await this.#attempts.try(async () => {
      await this.#vault.remove(this.id());
      await this.#router.navigate(['/journal']);
    });
  }
}

function asKind<Kind extends Entry['kind']>(
  entry: Entry | null,
  kind: Kind,
): Extract<Entry, { kind: Kind }> | null {
  return entry?.kind === kind ? (entry as Extract<Entry, { kind: Kind }>) : null;
}
