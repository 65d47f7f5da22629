import { computed, Injectable, signal } from '@angular/core';

/**
 * Before something weighty somebody shows again that it is them: a code by e-mail, or a passkey. Whatever the
 * server refuses with `proof-needed` asks by itself and is then repeated (see `ApiConnection`); a screen that
 * wants the proof before its last step calls `ask`. State only: `Interruptions` shows the dialog.
 */
@Injectable({ providedIn: 'root' })
export class ProveItsYou {
  readonly #question = signal<PromiseWithResolvers<boolean> | null>(null);

  readonly asked = computed(() => this.#question() !== null);

  /** True when it was shown, false when the person gave up. Who asks meanwhile gets the same answer. */
  ask(): Promise<boolean> {
    const question = this.#question() ?? Promise.withResolvers<boolean>();
    this.#question.set(question);
    return question.promise;
  }

  answer(proven: boolean): void {
    this.#question()?.resolve(proven);
    this.#question.set(null);
  }
}
