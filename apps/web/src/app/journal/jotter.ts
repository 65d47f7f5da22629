import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { wordsOfTrouble } from './journal-words';
import { JournalVault } from './vault/journal-vault';
import type { Jottings } from './vault/vault-types';

/** What is typed beside an entry and is no part of it yet, by what it will be; in this page only. */
export class Jotter {
  protected readonly all = signal<Jottings>({});
  /** In words: why it does not outlive the page. */
  readonly trouble = signal('').asReadonly();

  at(name: string): unknown {
    return this.all()[name];
  }

  /** Nothing takes it away. */
  keep(name: string, jotted: unknown): void {
    this.all.update(({ [name]: _former, ...others }) =>
      jotted === undefined ? others : { ...others, [name]: jotted },
    );
  }
}

/** The same, laid down on the device with every stroke: it survives reloading, a lock and the end of a session. */
@Injectable()
export class EntryJotter extends Jotter {
  readonly #vault = inject(JournalVault);
  readonly #trouble = signal('');
  override readonly trouble = this.#trouble.asReadonly();
  #entryId: string | null = null;

  /** To be asked while the page is made: what belongs beside another entry goes when that is shown. */
  follow(id: () => string): void {
    effect(() => {
      const entryId = id();
      untracked(() => void this.#read(entryId));
    });
  }

  override keep(name: string, jotted: unknown): void {
    super.keep(name, jotted);
    if (this.#entryId !== null) void this.#lay(this.#entryId);
  }

  async #read(entryId: string): Promise<void> {
    this.#entryId = entryId;
    this.all.set({});
    try {
      const kept = await this.#vault.jottings(entryId);
      // What was typed while this was read is the newer.
      if (this.#entryId === entryId) this.all.update((typed) => ({ ...kept, ...typed }));
    } catch (error) {
      this.#trouble.set(wordsOfTrouble(error));
    }
  }

  async #lay(entryId: string): Promise<void> {
    try {
      await this.#vault.jot(entryId, this.all());
      this.#trouble.set('');
    } catch (error) {
      this.#trouble.set(wordsOfTrouble(error));
    }
  }
}
