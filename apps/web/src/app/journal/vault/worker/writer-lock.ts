/** Who may write: one tab of a browser at a time. */
export interface WriterLock {
  /**
   * Asks to be the one. `changed` is told at once, and again whenever it changes: another tab takes over, or the one
   * that wrote is closed.
   */
  hold(name: string, changed: (writes: boolean) => void): void;
  /** Takes over from whichever tab it is. */
  steal(name: string, changed: (writes: boolean) => void): void;
}

type Locks = Pick<LockManager, 'request'>;

/** Web Locks: a tab that is closed or dies lets go by itself. */
export class TabLock implements WriterLock {
  readonly #locks: Locks;

  constructor(locks: Locks) {
    this.#locks = locks;
  }

  hold(name: string, changed: (writes: boolean) => void): void {
    void this.#locks
      .request(name, { ifAvailable: true }, (lock) => {
        changed(lock !== null);
        if (lock !== null) return forEver();
        this.#keep(
          this.#locks.request(name, () => granted(changed)),
          changed,
        );
        return undefined;
      })
      .catch(() => changed(false));
  }

  steal(name: string, changed: (writes: boolean) => void): void {
    this.#keep(
      this.#locks.request(name, { steal: true }, () => granted(changed)),
      changed,
    );
  }

  /** A lock that was stolen rejects its request. */
  #keep(request: Promise<unknown>, changed: (writes: boolean) => void): void {
    request.catch(() => changed(false));
  }
}

function granted(changed: (writes: boolean) => void): Promise<never> {
  changed(true);
  return forEver();
}

function forEver(): Promise<never> {
  return new Promise<never>(() => undefined);
}
