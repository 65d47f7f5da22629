import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { wordsOfTrouble } from '../../journal-words';
import { JournalVault } from '../../vault/journal-vault';

/** Ten words read aloud, each to the other: the only thing that proves who will read. */
@Component({
  selector: 'visavis-verify-person',
  imports: [MatButton],
  templateUrl: './verify-person.html',
  styleUrl: './verify-person.scss',
})
export class VerifyPerson {
  readonly #vault = inject(JournalVault);
  readonly userId = input.required<string>();
  readonly name = input.required<string>();
  readonly done = output<void>();

  protected readonly theirs = computed(() => this.#vault.wordsOf(this.userId()));
  protected readonly own = this.#vault.ownWords;
  protected readonly problem = signal('');
  protected readonly differs = signal(false);
  protected readonly working = signal(false);

  protected async confirm(): Promise<void> {
    this.working.set(true);
    this.problem.set('');
    try {
      await this.#vault.confirmWords(this.userId());
      this.done.emit();
    } catch (error) {
      this.problem.set(wordsOfTrouble(error));
    } finally {
      this.working.set(false);
    }
  }
}
