import { Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { Icon } from '../../ui/icon';
import { Skeleton } from '../../ui/skeleton';
import { entryRow } from '../entry-row';
import { wordsOfTrouble } from '../journal-words';
import { ShareEntryDialog } from '../share-entry-dialog/share-entry-dialog';
import { today } from '../today';
import { JournalVault } from '../vault/journal-vault';
import { PIN_WORDS, pinOf } from './pin-words';
import { VerifyPerson } from './verify-person/verify-person';

/** Who can read what: everybody one has a contract with, whether they were verified, and the entries they read. */
@Component({
  selector: 'visavis-people-page',
  imports: [Icon, MatButton, RouterLink, Skeleton, VerifyPerson],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
})
export class PeoplePage {
  readonly #vault = inject(JournalVault);
  readonly #dialogs = inject(MatDialog);
  readonly #notices = inject(MatSnackBar);
  readonly #read = resource({ loader: () => this.#vault.readPeople() });
  protected readonly problem = computed(() => (this.#read.error() ? wordsOfTrouble(this.#read.error()) : ''));
  protected readonly isReading = this.#read.isLoading;
  protected readonly own = this.#vault.ownWords;
  protected readonly verifying = signal<string | null>(null);
  /** Looked at anew whenever an entry changes: what is shared again leaves the list. */
  readonly #before = resource({
    params: () => this.#vault.entries(),
    loader: () => this.#vault.sharedBefore(),
  });
  protected readonly before = computed(() => {
    const before = this.#before.hasValue() ? this.#before.value() : [];
    return this.#vault.entries().flatMap((stored) => {
      const found = before.find(({ id }) => id === stored.id);
      if (!found) return [];
      const { title } = entryRow(stored, today());
      return {
        id: stored.id,
        title,
        reader: this.#vault.people().find(({ userId }) => userId === found.userId)?.name ?? '',
        again: $localize`Partager à nouveau ${title}:title:`,
        leave: $localize`Ne plus partager ${title}:title:`,
      };
    });
  });
  protected readonly people = computed(() =>
    this.#vault.people().map((person) => ({
      ...person,
      state: pinOf(person),
      said: PIN_WORDS[pinOf(person)],
      reads: this.#vault
        .entries()
        .filter(({ readers }) => readers.some(({ userId }) => userId === person.userId))
        .map((stored) => entryRow(stored, today())),
    })),
  );

  protected async shareAgain(id: string): Promise<void> {
    await ShareEntryDialog.open(this.#dialogs, id);
    this.#before.reload();
  }

  protected async letGo(id: string): Promise<void> {
    try {
      await this.#vault.letGo(id);
      this.#before.reload();
    } catch (error) {
      this.#notices.open(wordsOfTrouble(error));
    }
  }
}
