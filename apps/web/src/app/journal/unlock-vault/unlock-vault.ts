import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { asksToStartAgain } from '../start-again';
import { JournalVault } from '../vault/journal-vault';
import { wordsOfTypedKey } from '../which-word';

/** The way back in: seven words, or the code of the kit. */
@Component({
  selector: 'visavis-unlock-vault',
  imports: [MatButton, RouterLink],
  templateUrl: './unlock-vault.html',
  styleUrls: ['../open-vault/open-vault.scss', '../open-vault/retype-kit.scss', './unlock-vault.scss'],
})
export class UnlockVault {
  readonly #vault = inject(JournalVault);
  readonly #dialogs = inject(MatDialog);
  private readonly typed = viewChild.required<ElementRef<HTMLInputElement>>('typed');

  protected readonly withCode = signal(false);
  protected readonly working = signal(false);
  protected readonly problem = signal('');
  readonly #unsent = signal(0);
  #isExpected = false;
  protected readonly unsent = computed(() => {
    const count = this.#unsent();
    if (count === 0) return '';
    return count === 1
      ? $localize`Un texte écrit sur cet appareil n’est pas encore parti. Il part dès que le coffre est ouvert et que le serveur répond.`
      : $localize`${count}:count: textes écrits sur cet appareil ne sont pas encore partis. Ils partent dès que le coffre est ouvert et que le serveur répond.`;
  });

  constructor() {
    void this.#vault.countUnsent().then(
      (count) => this.#unsent.set(count),
      () => undefined, // the vault itself says what is wrong, when it is asked to open
    );
  }

  protected typing(): void {
    if (this.#isExpected) return;
    this.#isExpected = true;
    this.#vault.fetchAhead();
  }

  protected async unlock(event: Event): Promise<void> {
    event.preventDefault();
    const input = this.typed().nativeElement;
    this.problem.set('');
    this.working.set(true);
    try {
      await this.#vault.unlock(this.withCode() ? { recoveryCode: input.value } : { passphrase: input.value });
      input.value = '';
    } catch (error) {
      this.problem.set(wordsOfTypedKey(error));
      input.focus();
    } finally {
      this.working.set(false);
    }
  }

  protected async startAgain(): Promise<void> {
    if (!(await asksToStartAgain(this.#dialogs))) return;
    this.problem.set('');
    try {
      await this.#vault.startAgain();
    } catch (error) {
      this.problem.set(wordsOfTypedKey(error));
    }
  }

  protected change(withCode: boolean): void {
    this.typed().nativeElement.value = '';
    this.problem.set('');
    this.withCode.set(withCode);
    this.typed().nativeElement.focus();
  }
}
