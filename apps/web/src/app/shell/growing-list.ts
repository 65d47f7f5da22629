import { effect, signal, untracked, type Signal } from '@angular/core';
import { wordsOf } from './refusal-words';

/** `next` is the cursor of the page after, null at the end. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A list that grows by pages; a new question takes the place of one under way. Made where effects can be. */
export class GrowingList<Query, Item> {
  readonly #query: Signal<Query>;
  readonly #ask: (query: Query, cursor: string | null, signal: AbortSignal) => Promise<ListPage<Item>>;
  readonly #items = signal<readonly Item[]>([]);
  readonly #next = signal<string | null>(null);
  readonly #loading = signal(false);
  readonly #blank = signal(true);
  readonly #problem = signal('');
  #asking = new AbortController();

  readonly items = this.#items.asReadonly();
  readonly next = this.#next.asReadonly();
  readonly loading = this.#loading.asReadonly();
  /** True until the first answer. */
  readonly blank = this.#blank.asReadonly();
  /** What went wrong with the last question, in words. */
  readonly problem = this.#problem.asReadonly();

  constructor(
    query: Signal<Query>,
    ask: (query: Query, cursor: string | null, signal: AbortSignal) => Promise<ListPage<Item>>,
  ) {
    this.#query = query;
    this.#ask = ask;
    effect(() => {
      query();
      untracked(() => this.again());
    });
  }

  again(): void {
    void this.#load(null);
  }

  more(): void {
    const cursor = this.#next();
    if (cursor !== null) void this.#load(cursor);
  }

  async #load(cursor: string | null): Promise<void> {
    this.#asking.abort();
    const asking = (this.#asking = new AbortController());
    this.#loading.set(true);
    this.#problem.set('');
    try {
      const { items, next } = await this.#ask(this.#query(), cursor, asking.signal);
      if (asking.signal.aborted) return;
      this.#items.update((shown) => (cursor === null ? items : [...shown, ...items]));
      this.#next.set(next);
      this.#blank.set(false);
    } catch (error) {
      if (!asking.signal.aborted) this.#problem.set(wordsOf(error));
    } finally {
      if (this.#asking === asking) this.#loading.set(false);
    }
  }
}
