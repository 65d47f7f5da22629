import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { titleOf } from '@visavis/journal';
import { Session } from '../../shell/session';
import { sayMoment } from '../../ui/say-time';
import { Skeleton } from '../../ui/skeleton';
import { troubleWords, wordsOfTrouble } from '../journal-words';
import { type SessionsAround, SessionsWith } from '../sessions-with';
import { JournalVault } from '../vault/journal-vault';
import type { SharedEntry } from '../vault/vault-types';

/** What others have shared with the person, by whose it is: first what they bring to the next session. */
@Component({
  selector: 'visavis-shared-page',
  imports: [RouterLink, Skeleton],
  templateUrl: './shared-page.html',
  styleUrl: './shared-page.scss',
})
export class SharedPage {
  readonly #vault = inject(JournalVault);
  readonly #sessions = inject(SessionsWith);
  readonly #zone = inject(Session).zone;
  readonly #read = resource({
    loader: () => Promise.all([this.#vault.readShared(), this.#vault.readPeople()]),
  });
  readonly #around = resource({
    params: () => (this.#read.hasValue() ? this.#vault.people() : undefined),
    loader: async ({ params }) => {
      const all = params.map(
        async ({ userId, contractId }) => [userId, await this.#sessions.around(contractId)] as const,
      );
      return new Map<string, SessionsAround>(await Promise.all(all));
    },
  });
  protected readonly problem = computed(() => (this.#read.error() ? wordsOfTrouble(this.#read.error()) : ''));
  protected readonly isReading = this.#read.isLoading;
  protected readonly owners = computed(() =>
    [...Map.groupBy(this.#vault.shared(), ({ ownerId }) => ownerId)].map(([id, entries]) => {
      const around = this.#around.hasValue() ? this.#around.value().get(id) : undefined;
      const isBrought = ({ sharedAt }: SharedEntry) => sharedAt > (around?.last ?? 0);
      return {
        id,
        name: entries[0]?.ownerName ?? '',
        meets: around?.next ? sayMoment(this.#zone(), around.next) : '',
        brought: entries.filter(isBrought).map((entry) => this.#row(entry)),
        earlier: entries.filter((entry) => !isBrought(entry)).map((entry) => this.#row(entry)),
      };
    }),
  );

  #row(one: SharedEntry) {
    return {
      ...one,
      when: sayMoment(this.#zone(), one.sharedAt),
      changed: sayMoment(this.#zone(), one.savedAt),
      isVerified: one.pin === 'verified',
      title: one.entry
        ? titleOf(one.entry) || $localize`Sans titre`
        : $localize`Entrée qui ne peut pas être ouverte`,
      said: one.trouble === null ? '' : troubleWords(one.trouble),
    };
  }
}
