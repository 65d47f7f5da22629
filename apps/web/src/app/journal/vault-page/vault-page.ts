import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { wordsOfTrouble } from '../journal-words';
import { asksToStartAgain } from '../start-again';
import { RekeyVault } from './rekey-vault/rekey-vault';
import { JournalVault } from '../vault/journal-vault';

/** The vault itself: one's words, another passphrase, other keys when somebody may know it, and starting again. */
@Component({
  selector: 'visavis-vault-page',
  imports: [MatButton, RekeyVault, RouterLink],
  templateUrl: './vault-page.html',
  styleUrl: './vault-page.scss',
})
export class VaultPage {
  readonly #vault = inject(JournalVault);
  readonly #dialogs = inject(MatDialog);

  protected readonly own = this.#vault.ownWords;
  protected readonly doing = signal<'passphrase' | 'recovery' | 'rotation' | null>(null);
  protected readonly done = signal('');
  protected readonly problem = signal('');
  protected readonly progress = computed(() => {
    const progress = this.#vault.progress();
    return (
      progress && {
        ...progress,
        percent: progress.total === 0 ? 100 : (100 * progress.done) / progress.total,
      }
    );
  });
  protected readonly isRotating = computed(() => this.#vault.state() === 'rotating');

  protected readonly toShareAgain = signal(false);

  protected finish(said: string): void {
    this.doing.set(null);
    this.done.set(said);
  }

  protected changed(): void {
    this.finish($localize`Votre phrase de passe est changée. L’ancienne n’ouvre plus rien.`);
  }

  protected codeChanged(): void {
    this.finish($localize`Votre code de secours est changé. L’ancien n’ouvre plus rien.`);
  }

  protected rotated(): void {
    void this.#vault.sharedBefore().then(
      (before) => this.toShareAgain.set(before.length > 0),
      () => undefined, // the page of readers says what it cannot read
    );
    this.finish(
      $localize`Vos clés sont changées. Relisez vos nouveaux mots avec qui vous lisait avant de partager à nouveau.`,
    );
  }

  protected async startAgain(): Promise<void> {
    if (!(await asksToStartAgain(this.#dialogs))) return;
    this.problem.set('');
    try {
      await this.#vault.startAgain();
    } catch (error) {
      this.problem.set(wordsOfTrouble(error));
    }
  }
}
