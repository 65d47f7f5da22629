const IDLE_MILLISECONDS = 15 * 60_000;
const LOOK_EVERY_MILLISECONDS = 15_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Calls once when nobody has touched the page for a quarter of an hour. Looks at the clock instead of waiting: a laptop
 * that slept is idle the moment it wakes.
 */
export class IdleLock {
  readonly #document: Document;
  readonly #onIdle: () => void;
  #last = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(document: Document, onIdle: () => void) {
    this.#document = document;
    this.#onIdle = onIdle;
  }

  start(): void {
    this.stop();
    this.#last = Date.now();
    this.#timer = setInterval(this.#look, LOOK_EVERY_MILLISECONDS);
    for (const sign of SIGNS_OF_LIFE)
      this.#document.addEventListener(sign, this.#alive, { passive: true, capture: true });
    this.#document.addEventListener('visibilitychange', this.#look);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    for (const sign of SIGNS_OF_LIFE)
      this.#document.removeEventListener(sign, this.#alive, { capture: true });
    this.#document.removeEventListener('visibilitychange', this.#look);
  }

  readonly #alive = (): void => {
    // Whoever comes back after a quarter of an hour may be somebody else: first the lock, then the touch.
    this.#look();
    this.#last = Date.now();
  };

  readonly #look = (): void => {
    if (this.#timer === undefined || Date.now() - this.#last < IDLE_MILLISECONDS) return;
    this.stop();
    this.#onIdle();
  };
}
