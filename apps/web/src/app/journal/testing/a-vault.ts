import { signal } from '@angular/core';
import { type Entry, loadDemo, type MarginDocument } from '@visavis/journal';
import { JournalVault } from '../vault/journal-vault';
import type {
  Jottings,
  Person,
  RecoveryKit,
  SharedEntry,
  VaultEntry,
  VaultState,
  Written,
} from '../vault/vault-types';
import type { VaultTrouble } from '../vault/vault-trouble';

export const A_KIT: RecoveryKit = {
  passphrase: 'abaisser bonbon crayon dentelle éolien fenouil girafe',
  recoveryCode: 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345',
  vaultId: '6f1c3f0e-2b7a-4a53-9a52-0d8f2f6f0a11',
  words: ['abaisser', 'abandon'],
  madeOn: '2026-11-27',
  groupsAsked: [1, 4],
};

export function aStored(id: string, entry: Entry | null, more: Partial<VaultEntry> = {}): VaultEntry {
  return {
    id,
    entry,
    trouble: null,
    rev: 1,
    savedAt: 0,
    epochClosed: false,
    readers: [],
    sync: 'confirmed',
    hasMargin: false,
    ...more,
  };
}

/** A vault without keys, worker and server: what pages ask of it is written down. */
export class AVault {
  readonly state = signal<VaultState>('open');
  readonly refusal = signal<VaultTrouble | null>(null);
  readonly mayShare = signal(false);
  readonly ownWords = signal<readonly string[]>([]);
  readonly firstLook = signal(null);
  readonly entries = signal<readonly VaultEntry[]>([]);
  readonly writes = signal(true);
  readonly people = signal<readonly Person[]>([]);
  readonly progress = signal(null);
  readonly begun: Entry[] = [];
  readonly done: string[] = [];
  readonly margins = new Map<string, MarginDocument>();
  readonly saved: Written[] = [];
  /** Thrown by the next asks. */
  refuses: Error | null = null;

  async look(): Promise<void> {
    this.#refuse();
  }

  async prepare(): Promise<RecoveryKit> {
    return A_KIT;
  }

  async confirmAndOpen(): Promise<void> {
    this.#refuse();
    this.state.set('open');
  }

  async countUnsent(): Promise<number> {
    return 0;
  }

  fetchAhead(): void {
    this.fetchedAhead++;
  }

  async unlock(): Promise<void> {
    this.#refuse();
    this.state.set('open');
  }

  async lock(): Promise<void> {
    this.state.set('locked');
  }

  begin(entry: Entry): { readonly id: string } {
    this.begun.push(entry);
    return { id: 'begun' };
  }

  /** As much of an open entry as changes from lists need: what was written is saved on closing. */
  async open(id: string) {
    const stored = this.entries().find((each) => each.id === id);
    let text = stored?.entry;
    if (!text) throw new Error('nothing to open');
    return {
      entry: () => text as Entry,
      write: (written: Entry) => void (text = written),
      close: async () => void (await this.save({ kind: 'entry', id, document: text as Entry })),
    };
  }

  readonly shared = signal<readonly SharedEntry[]>([]);
  async readShared(): Promise<void> {
    this.#refuse();
  }

  async readPeople(): Promise<void> {
    this.#refuse();
  }

  wordsOf(userId: string): readonly string[] {
    return this.people().find((person) => person.userId === userId)?.words ?? [];
  }

  async confirmWords(userId: string): Promise<void> {
    this.#refuse();
    this.people.update((all) =>
      all.map((person) => (person.userId === userId ? { ...person, pin: 'verified' } : person)),
    );
  }

  /** What new keys took from its readers. */
  before: { readonly id: string; readonly userId: string }[] = [];
  async sharedBefore() {
    return this.before;
  }

  async letGo(left: string): Promise<void> {
    this.before = this.before.filter(({ id }) => id !== left);
  }

  async share(id: string, userId: string): Promise<void> {
    this.#refuse();
    this.done.push(`share ${id} ${userId}`);
  }

  async save(written: Written): Promise<number> {
    this.#refuse();
    this.saved.push(written);
    if (written.kind === 'margin') {
      this.margins.set(written.id, written.document);
      return 1;
    }
    const former = this.entries().find(({ id }) => id === written.id);
    const stored = aStored(written.id, written.document, {
      ...former,
      entry: written.document,
      rev: (former?.rev ?? 0) + 1,
    });
    this.entries.update((all) => [...all.filter(({ id }) => id !== written.id), stored]);
    return stored.rev;
  }

  async loadDemo(): Promise<void> {
    const demo = await loadDemo('2026-11-27');
    this.entries.update((all) => [...all, ...demo.map((entry, at) => aStored(`demo-${at}`, entry))]);
  }

  async removeDemo(): Promise<void> {
    this.entries.update((all) => all.filter(({ entry }) => !entry?.demo));
  }

  /** What each search finds, in turn; the last one again and again. */
  found: (readonly string[] | 'more to come')[] = [['1']];
  fetchedAhead = 0;
  readonly whenIndexed = Promise.withResolvers<void>();

  async search(): Promise<{ readonly hits: readonly { readonly id: string }[]; readonly isAll: boolean }> {
    const found = (this.found.length > 1 ? this.found.shift() : this.found[0]) ?? [];
    return found === 'more to come'
      ? { hits: [], isAll: false }
      : { hits: found.map((id) => ({ id })), isAll: true };
  }

  indexed(): Promise<void> {
    return this.whenIndexed.promise;
  }

  async readMargin(id: string): Promise<MarginDocument | null> {
    return this.margins.get(id) ?? null;
  }

  /** By entry, as last laid down. */
  readonly jotted = new Map<string, Jottings>();
  async jottings(id: string): Promise<Jottings> {
    return this.jotted.get(id) ?? {};
  }

  async jot(id: string, jottings: Jottings): Promise<void> {
    this.#refuse();
    this.jotted.set(id, jottings);
  }

  async history(): Promise<readonly never[]> {
    return [];
  }

  async remove(removed: string): Promise<void> {
    this.entries.update((all) => all.filter(({ id }) => id !== removed));
  }

  #refuse(): void {
    if (this.refuses) throw this.refuses;
  }
}

export function provideVault(vault: AVault) {
  return { provide: JournalVault, useValue: vault };
}
