import { inject, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { wordsOfTrouble } from './journal-words';

/** For the acts of one page on the vault: `working` while one is under way, and a notice when it cannot be done. */
export function attempts() {
  const notices = inject(MatSnackBar);
  const working = signal(false);
  return {
    working: working.asReadonly(),
    async try(act: () => Promise<unknown>): Promise<void> {
      working.set(true);
      try {
        await act();
      } catch (error) {
        notices.open(wordsOfTrouble(error));
      } finally {
        working.set(false);
      }
    },
  };
}
