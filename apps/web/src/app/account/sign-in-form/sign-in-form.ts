import { Component, DestroyRef, inject, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { signInWish, type SecondFactorMethod, type SessionReply } from '@visavis/account';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { Icon } from '../../ui/icon';
import { AccountClient } from '../account-client';
import { accountWordsOf } from '../account-words';
import { Passkeys } from '../passkeys';
import { SecondFactorStep } from '../second-factor-step/second-factor-step';

/**
 * A passkey, or address and password and then what completes them. The address stays after an error, the
 * password too.
 */
@Component({
  selector: 'visavis-sign-in-form',
  imports: [
    FieldWordsPipe,
    FormField,
    FormRoot,
    Icon,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    SecondFactorStep,
  ],
  templateUrl: './sign-in-form.html',
  styleUrl: './sign-in-form.scss',
})
export class SignInForm implements OnInit {
  readonly #client = inject(AccountClient);
  protected readonly passkeys = inject(Passkeys);

  /** Address to start with. */
  readonly email = input('');
  readonly signedIn = output<SessionReply>();

  readonly #typed = signal({ email: '', password: '' });
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, signInWish), {
    submission: { action: () => this.#signIn() },
  });
  protected readonly refusal = signal('');
  /** While the browser asks for a passkey. */
  protected readonly waiting = signal(false);
  /** The password was right and is not enough. */
  protected readonly methods = signal<readonly SecondFactorMethod[] | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => void this.passkeys.withdrawOffer());
  }

  ngOnInit(): void {
    this.#typed.update((typed) => ({ ...typed, email: this.email() }));
    void this.#offerPasskeys();
  }

  protected async usePasskey(): Promise<void> {
    this.refusal.set('');
    this.waiting.set(true);
    try {
      this.signedIn.emit(await this.#client.signInWithPasskey(await this.passkeys.use()));
    } catch (error) {
      this.refusal.set(accountWordsOf(error));
      void this.#offerPasskeys();
    } finally {
      this.waiting.set(false);
    }
  }

  protected startOver(words: string): void {
    this.methods.set(null);
    this.refusal.set(words);
  }

  /** Quiet: who types a password instead need not hear of passkeys. */
  async #offerPasskeys(): Promise<void> {
    const passkey = await this.passkeys.offerAsSuggestion().catch(() => null);
    if (!passkey) return;
    try {
      this.signedIn.emit(await this.#client.signInWithPasskey(passkey));
    } catch (error) {
      this.refusal.set(accountWordsOf(error));
    }
  }

  async #signIn(): Promise<undefined> {
    this.refusal.set('');
    try {
      const reply = await this.#client.signIn(signInWish.parse(this.#typed()));
      if ('next' in reply) this.methods.set(reply.methods);
      else this.signedIn.emit(reply);
    } catch (error) {
      this.refusal.set(accountWordsOf(error));
    }
  }
}
