import { computed, signal } from '@angular/core';
import { sameDraft, type OfferDraft } from './offer-draft';

/** One offer: what is saved, what is being edited, and the way back. */
export class DraftHistory {
  readonly #saved = signal<OfferDraft | null>(null);
  readonly #draft = signal<OfferDraft | null>(null);
  readonly #past = signal<readonly OfferDraft[]>([]);
  #lastField = '';

  readonly draft = this.#draft.asReadonly();
  readonly canUndo = computed(() => this.#past().length > 0);
  readonly dirty = computed(() => {
    const [saved, draft] = [this.#saved(), this.#draft()];
    return saved !== null && draft !== null && !sameDraft(saved, draft);
  });

  /** What the server has; what is being edited stays when it differs from what was saved before. */
  learn(saved: OfferDraft): void {
    if (!this.dirty()) this.#draft.set(saved);
    this.#saved.set(saved);
  }

  /** What the server has now is what was just sent. */
  accept(saved: OfferDraft): void {
    this.#saved.set(saved);
    this.#draft.set(saved);
    this.#past.set([]);
    this.#lastField = '';
  }

  /** Typing on in one field is one step of the way back. */
  change(draft: OfferDraft, field: string): void {
    const before = this.#draft();
    if (before && (field !== this.#lastField || field === ''))
      this.#past.update((past) => [...past.slice(-49), before]);
    this.#lastField = field;
    this.#draft.set(draft);
  }

  undo(): void {
    const last = this.#past().at(-1);
    if (!last) return;
    this.#past.update((past) => past.slice(0, -1));
    this.#lastField = '';
    this.#draft.set(last);
  }

  reset(): void {
    const saved = this.#saved();
    if (saved) this.change(saved, '');
  }
}
