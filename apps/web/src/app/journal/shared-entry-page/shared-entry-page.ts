import { Component, computed, inject, input, resource, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { Entry } from '@visavis/journal';
import { FocusTitle } from '../../ui/focus-title';
import { Skeleton } from '../../ui/skeleton';
import { BidSheet } from '../entry-page/bid-sheet/bid-sheet';
import { asComment, CommentList } from '../entry-page/comment-list/comment-list';
import { FreeSheet } from '../entry-page/free-sheet/free-sheet';
import { EntryJotter } from '../jotter';
import { troubleWords, wordsOfTrouble } from '../journal-words';
import { VerifyPerson } from '../people-page/verify-person/verify-person';
import { JournalVault } from '../vault/journal-vault';

/** An entry as its reader sees it: the text, and beside it what the two say to each other. */
@Component({
  selector: 'visavis-shared-entry-page',
  imports: [BidSheet, CommentList, FocusTitle, FreeSheet, MatButton, RouterLink, Skeleton, VerifyPerson],
  providers: [EntryJotter],
  templateUrl: './shared-entry-page.html',
  styleUrl: './shared-entry-page.scss',
})
export class SharedEntryPage {
  readonly #vault = inject(JournalVault);
  readonly #notices = inject(MatSnackBar);
  private readonly list = viewChild(CommentList);

  readonly id = input.required<string>();
  readonly #read = resource({
    params: () => this.id(),
    loader: () => Promise.all([this.#vault.readPeople(), this.#vault.readShared()]),
  });
  readonly #comments = resource({
    params: () => this.id(),
    loader: ({ params }) => this.#vault.comments(params),
  });

  protected readonly isReading = this.#read.isLoading;
  protected readonly about = computed(() => this.#vault.shared().find(({ id }) => id === this.id()));
  protected readonly name = computed(() => this.about()?.ownerName ?? '');
  protected readonly entry = computed<Entry | null>(() => this.about()?.entry ?? null);
  protected readonly bid = computed(() => {
    const entry = this.entry();
    return entry?.kind === 'bid' ? entry : null;
  });
  protected readonly free = computed(() => {
    const entry = this.entry();
    return entry?.kind === 'free' ? entry : null;
  });
  protected readonly problem = computed(() => {
    const error = this.#read.error() ?? this.#comments.error();
    if (error) return wordsOfTrouble(error);
    const about = this.about();
    if (about) return about.trouble === null ? '' : troubleWords(about.trouble);
    return this.isReading() ? '' : GONE;
  });
  protected readonly comments = computed(() =>
    (this.#comments.hasValue() ? this.#comments.value() : []).map(asComment),
  );
  protected readonly isVerified = computed(() => this.about()?.pin === 'verified');
  protected readonly verifying = signal(false);

  constructor() {
    inject(EntryJotter).follow(this.id);
  }

  protected verified(): void {
    this.verifying.set(false);
    this.#read.reload();
    this.#comments.reload();
  }

  protected readonly working = signal(false);
  protected readonly whoReads = computed(() => $localize`Sera lu par ${this.name()}:name:, et par vous.`);

  protected async comment(text: string): Promise<void> {
    this.working.set(true);
    try {
      await this.#vault.comment(this.id(), text);
      this.list()?.clear();
      this.#comments.reload();
    } catch (error) {
      this.#notices.open(wordsOfTrouble(error));
    } finally {
      this.working.set(false);
    }
  }
}

const GONE = $localize`Cette entrée n’est pas, ou plus, partagée avec vous.`;
