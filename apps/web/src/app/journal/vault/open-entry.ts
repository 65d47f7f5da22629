import { computed, type Signal, signal } from '@angular/core';
import {
  type BidEntry,
  type Entry,
  type MarginDocument,
  mergeEntries,
  mergeMargins,
  type Seal,
  startMargin,
} from '@visavis/journal';
import type { Answer, Ask, Given } from './protocol';
import { isSame, TypedText } from './typed-text';
import { VaultRefused } from './vault-trouble';
import type { Snapshot, Sync, VaultEntry } from './vault-types';

export type AskVault = <A extends Ask>(ask: A, given: Given<A>) => Promise<Answer<A>>;

/** An entry, and its margin, while somebody works on it. */
export class OpenEntry {
  readonly id: string;
  readonly #ask: AskVault;
  readonly #typed: TypedText<Entry>;
  readonly #margin: TypedText<MarginDocument>;
  readonly #stored = signal<VaultEntry | null>(null);
  readonly #closed: () => void;

  readonly entry: Signal<Entry>;
  readonly margin: Signal<MarginDocument>;
  /** How the vault has it: readers, number, whether its epoch is closed; null before it was first saved. */
  readonly stored = this.#stored.asReadonly();
  /**
   * Where the newest stroke is: `typed` in this page only (for less than half a second), `device` sealed on this device,
   * `sent` on its way, `confirmed` by its hash.
   */
  readonly sync = computed<'typed' | Sync>(() => {
    if (this.#typed.isTyped() || this.#margin.isTyped()) return 'typed';
    if (this.#typed.isUnsaved() || this.#margin.isUnsaved()) return 'device';
    return this.#stored()?.sync ?? 'confirmed';
  });
  /** Why it cannot be laid down, saved or sent; what was typed is still here. */
  readonly trouble = computed(
    () => this.#typed.trouble() ?? this.#margin.trouble() ?? this.#stored()?.trouble ?? null,
  );

  constructor(
    ask: AskVault,
    id: string,
    given: {
      readonly entry: Entry;
      readonly stored: VaultEntry | null;
      readonly margin: MarginDocument | null;
      readonly closed: () => void;
    },
  ) {
    this.id = id;
    this.#ask = ask;
    this.#closed = given.closed;
    this.#stored.set(given.stored);
    this.#typed = new TypedText<Entry>(
      {
        draft: (document, base) => ask('draft', { kind: 'entry', id, document, base }),
        save: (document) => ask('save', { kind: 'entry', id, document }),
        join: (base, mine, theirs) => mergeEntries(base, mine, theirs, (this.#stored()?.rev ?? 0) + 1),
      },
      given.entry,
      given.stored === null,
    );
    this.#margin = new TypedText<MarginDocument>(
      {
        draft: (document, base) => ask('draft', { kind: 'margin', id, document, base }),
        save: (document) => ask('save', { kind: 'margin', id, document }),
        join: mergeMargins,
      },
      given.margin ?? startMargin(id),
      given.margin === null,
    );
    this.entry = this.#typed.text;
    this.margin = this.#margin.text;
  }

  /** As often as somebody types: it is on this device within 400 ms and a revision after a pause. */
  write(entry: Entry): void {
    this.#typed.write(entry);
  }

  writeMargin(margin: MarginDocument): void {
    this.#margin.write(margin);
  }

  /** Seals a stage by the revision that is saved with it, at once. */
  async sealStage(seal: Seal): Promise<void> {
    await this.save();
    const document = this.entry();
    if (document.kind !== 'bid') throw new VaultRefused('not-asked');
    this.#typed.became(
      await this.#ask('sealStage', { id: this.id, document: document satisfies BidEntry, seal }),
    );
  }

  /** A revision of everything typed, now: on leaving, on blur, before an update. */
  async save(): Promise<void> {
    await Promise.all([this.#typed.save(), this.#margin.save()]);
  }

  /** On this device, now: the page may be gone in a moment. */
  async keep(): Promise<void> {
    await Promise.all([this.#typed.keep(), this.#margin.keep()]);
  }

  hasUnsaved(): boolean {
    return this.#typed.isUnsaved() || this.#margin.isUnsaved();
  }

  /** What it said on this device before, the newest first. */
  snapshots(kind: 'entry' | 'margin' = 'entry'): Promise<readonly Snapshot[]> {
    return this.#ask('snapshots', { kind, id: this.id });
  }

  /** The vault has news of it. */
  heard(stored: VaultEntry): void {
    this.#stored.set(stored);
    if (stored.entry) this.#typed.heard(stored.entry);
    if (stored.hasMargin && !this.#margin.isUnsaved()) void this.#readMargin();
  }

  async close(): Promise<void> {
    try {
      await this.save();
    } finally {
      this.stop();
      this.#closed();
    }
  }

  /** The vault is locked: nothing more is written from here. */
  stop(): void {
    this.#typed.stop();
    this.#margin.stop();
  }

  async #readMargin(): Promise<void> {
    const margin = await this.#ask('readMargin', this.id).catch(() => null);
    if (margin && !isSame(margin, this.margin())) this.#margin.heard(margin);
  }
}
