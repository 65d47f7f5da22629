import { effect, inject, Injectable } from '@angular/core';
import { VaultLock } from '../shell/vault-lock';
import { JournalVault } from './vault/journal-vault';

/** Tells the frame around every page how the vault stands, also after the journal was left: it may lock by itself. */
@Injectable({ providedIn: 'root' })
export class LockInFrame {
  readonly #vault = inject(JournalVault);
  readonly #lock = inject(VaultLock);

  constructor() {
    // What could not be written down is still on this device; the vault says so when it is opened again.
    this.#lock.isLockedBy(
      () => void this.#vault.lock().catch(() => undefined),
      () => this.#vault.saveAll(),
    );
    effect(() => {
      const state = this.#vault.state();
      if (state === 'open' || state === 'rotating') this.#lock.show({ kind: 'open' });
      else this.#lock.show(state === 'locked' ? { kind: 'locked' } : null);
    });
  }
}
