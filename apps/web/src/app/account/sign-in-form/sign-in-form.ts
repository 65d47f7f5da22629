import { Component, inject, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { signInWish, type SessionReply } from '@visavis/account';
import { wordsOf } from '../../shell/refusal-words';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { AccountClient } from '../account-client';

/** Address and password; the address stays after an error, the password too. */
@Component({
  selector: 'visavis-sign-in-form',
  imports: [FieldWordsPipe, FormField, FormRoot, MatButton, MatError, MatFormField, MatInput, MatLabel],
  templateUrl: './sign-in-form.html',
  styleUrl: './sign-in-form.scss',
})
export class SignInForm implements OnInit {
  readonly #client = inject(AccountClient);

  /** Address to start with. */
  readonly email = input('');
  readonly signedIn = output<SessionReply>();

  readonly #typed = signal({ email: '', password: '' });
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, signInWish), {
    submission: { action: () => this.#signIn() },
  });
  protected readonly refusal = signal('');

  ngOnInit(): void {
    this.#typed.update((typed) => ({ ...typed, email: this.email() }));
  }

  async #signIn(): Promise<undefined> {
    this.refusal.set('');
    try {
      this.signedIn.emit(await this.#client.signIn(signInWish.parse(this.#typed())));
    } catch (error) {
      this.refusal.set(wordsOf(error));
    }
  }
}
