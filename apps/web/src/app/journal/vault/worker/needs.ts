import type { Need } from '../protocol';

/** What only the person can do. Everything that waits for the same thing waits for one answer. */
export class Needs {
  readonly #waiting = new Map<Need, PromiseWithResolvers<boolean>>();
  readonly #tell: (need: Need) => void;

  constructor(tell: (need: Need) => void) {
    this.#tell = tell;
  }

  /** True once it was done, false when the person gave up. */
  ask(need: Need): Promise<boolean> {
    const waiting = this.#waiting.get(need);
    if (waiting) return waiting.promise;
    const asked = Promise.withResolvers<boolean>();
    this.#waiting.set(need, asked);
    this.#tell(need);
    return asked.promise;
  }

  met(need: Need, well: boolean): void {
    this.#waiting.get(need)?.resolve(well);
    this.#waiting.delete(need);
  }
}
