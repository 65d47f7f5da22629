import { computed, Injectable, signal } from '@angular/core';

/** What the lock in the frame shows. The journal tells; before it was opened once there is no lock and no journal code. */
export type LockState =
  | { readonly kind: 'locked' }
  | { readonly kind: 'open' }
  /** Of the entry on the screen: who can read it besides its writer. */
  | { readonly kind: 'shared'; readonly readers: readonly string[] };

/** The journal's lock, as far as the frame around every page knows it. */
@Injectable({ providedIn: 'root' })
export class VaultLock {
  readonly #state = signal<LockState | null>(null);
  #lock: () => void = () => undefined;
  #save: () => Promise<void> = async () => undefined;

  readonly state = this.#state.asReadonly();
  readonly isOpen = computed(() => this.#state() !== null && this.#state()?.kind !== 'locked');

  /** The journal hands over, once, how it is locked and how everything typed in it is saved. */
  isLockedBy(lock: () => void, save: () => Promise<void>): void {
    this.#lock = lock;
    this.#save = save;
  }

  show(state: LockState | null): void {
    this.#state.set(state);
  }

  lockNow(): void {
    this.#lock();
  }

  /** Before the page goes: rejects when something typed could not be saved. */
  saveAll(): Promise<void> {
    return this.#save();
  }
}
