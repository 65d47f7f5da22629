import { Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon } from '../../ui/icon';
import { Skeleton } from '../../ui/skeleton';
import { entryRow } from '../entry-row';
import { wordsOfTrouble } from '../journal-words';
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
  readonly #read = resource({ loader: () => this.#vault.readPeople() });
  protected readonly problem = computed(() => (this.#read.error() ? wordsOfTrouble(this.#read.error()) : ''));
  protected readonly isReading = this.#read.isLoading;
  protected readonly own = this.#vault.ownWords;
  protected readonly verifying = signal<string | null>(null);
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
}
