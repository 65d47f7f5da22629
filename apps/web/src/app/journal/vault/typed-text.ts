import { computed, type Signal, signal } from '@angular/core';
import { VaultRefused, type VaultTrouble } from './vault-trouble';

/** Typing is on this device within this time. */
const DRAFT_WITHIN_MILLISECONDS = 300;
/** A pause of this length makes a revision of it. */
const SAVE_AFTER_MILLISECONDS = 4_000;

export interface TextDoor<Text> {
  draft(text: Text, base: Text | null): Promise<void>;
  save(text: Text): Promise<unknown>;
  /** Two edits of one text joined; nothing typed is ever lost. */
  join(base: Text | null, mine: Text, theirs: Text): Text;
}

/**
 * One text that somebody types: on this device within 400 ms, a revision after a pause. What another device saved
 * meanwhile is joined with what is being typed.
 */
export class TypedText<Text> {
  readonly #door: TextDoor<Text>;
  readonly #text;
  readonly #typed = signal(false);
  readonly #unsaved = signal(false);
  readonly #trouble = signal<VaultTrouble | null>(null);
  #base: Text | null;
  /** On its way to become a revision. */
  #saved: Text | null = null;
  #draftTimer: ReturnType<typeof setTimeout> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();

  readonly text: Signal<Text>;
  /** The last strokes are not on this device yet. */
  readonly isTyped = this.#typed.asReadonly();
  /** No revision holds it yet. */
  readonly isUnsaved = this.#unsaved.asReadonly();
  /** Why it could not be laid down or saved; what was typed is still here, and is tried again. */
  readonly trouble = this.#trouble.asReadonly();

  constructor(door: TextDoor<Text>, text: Text, isNew: boolean) {
    this.#door = door;
    this.#text = signal(text);
    this.#base = isNew ? null : text;
    this.text = computed(() => this.#text());
  }

  write(text: Text): void {
    this.#text.set(text);
    this.#typed.set(true);
    this.#unsaved.set(true);
    this.#draftTimer ??= setTimeout(() => void this.#lay(), DRAFT_WITHIN_MILLISECONDS);
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => void this.save().catch(() => undefined), SAVE_AFTER_MILLISECONDS);
  }

  /** On this device, now. */
  async keep(): Promise<void> {
    if (this.#typed()) await this.#lay();
  }

  /** On this device and a revision, now; one after the other. */
  save(): Promise<void> {
    clearTimeout(this.#saveTimer);
    this.#saving = this.#saving.catch(() => undefined).then(() => this.#saveNow());
    return this.#saving;
  }

  /** It was saved by other means, together with something else. */
  became(text: Text): void {
    this.#stop();
    this.#text.set(text);
    this.#base = text;
    this.#typed.set(false);
    this.#unsaved.set(false);
  }

  /** What the vault now says of it: one's own revision, or another device's. */
  heard(theirs: Text): void {
    if (isSame(theirs, this.#base)) return;
    const [before, mine] = [this.#base, this.#text()];
    this.#base = theirs;
    // One's own revision comes back while typing goes on: that is no other edit.
    if (isSame(theirs, this.#saved) || isSame(theirs, mine)) return;
    if (this.#unsaved()) this.write(this.#door.join(before, mine, theirs));
    else this.#text.set(theirs);
  }

  stop(): void {
    this.#stop();
  }

  async #lay(): Promise<void> {
    clearTimeout(this.#draftTimer);
    this.#draftTimer = undefined;
    const text = this.#text();
    try {
      await this.#door.draft(text, this.#base);
      if (isSame(this.#text(), text)) this.#typed.set(false);
      this.#trouble.set(null);
    } catch (error) {
      this.#tell(error);
    }
  }

  async #saveNow(): Promise<void> {
    if (!this.#unsaved()) return;
    await this.keep();
    const text = this.#text();
    this.#saved = text;
    try {
      await this.#door.save(text);
      this.#trouble.set(null);
    } catch (error) {
      this.#tell(error);
      throw error;
    }
    if (isSame(this.#text(), text)) this.#unsaved.set(false);
  }

  #tell(error: unknown): void {
    this.#trouble.set(error instanceof VaultRefused ? error.reason : 'worker-failed');
  }

  #stop(): void {
    clearTimeout(this.#draftTimer);
    clearTimeout(this.#saveTimer);
    this.#draftTimer = undefined;
  }
}

/** Texts keep the order of their keys on the way to the worker and back. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
