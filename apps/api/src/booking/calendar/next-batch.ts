/**
 * Lets many askers share one answer without anyone getting a stale one: whoever asks while an answer is on
 * its way waits for the next, which is fetched after they asked. At most one fetch per key is under way.
 */
export class NextBatch<Answer> {
  private readonly running = new Map<
    string,
    { readonly current: Promise<Answer>; next: Promise<Answer> | null }
  >();

  /** An answer that was fetched after this call began. */
  ask(key: string, fetch: () => Promise<Answer>): Promise<Answer> {
    const under = this.running.get(key);
    if (under === undefined) return this.start(key, fetch);
    under.next ??= under.current.then(
      () => this.start(key, fetch),
      () => this.start(key, fetch),
    );
    return under.next;
  }

  private start(key: string, fetch: () => Promise<Answer>): Promise<Answer> {
    const current = fetch();
    const entry = { current, next: null };
    this.running.set(key, entry);
    const forget = () => {
      // When somebody waits for the next batch, that batch takes the entry's place by itself.
      if (this.running.get(key) === entry && entry.next === null) this.running.delete(key);
    };
    current.then(forget, forget);
    return current;
  }
}
