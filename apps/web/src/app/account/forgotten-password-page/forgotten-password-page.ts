import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { passwordResetWish } from '@visavis/account';
import { DoorFrame } from '../../shell/door-frame/door-frame';
import { serverErrors, type FieldProblems } from '../../shell/server-errors';
import { wordsOf } from '../../shell/refusal-words';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { FocusTitle } from '../../ui/focus-title';
import { AccountClient } from '../account-client';

/** Says the same for every address: whether an account exists is nobody's business. */
@Component({
  selector: 'visavis-forgotten-password-page',
  imports: [
    DoorFrame,
    FieldWordsPipe,
    FocusTitle,
    FormField,
    FormRoot,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    RouterLink,
  ],
  templateUrl: './forgotten-password-page.html',
  styleUrl: '../door.scss',
})
export class ForgottenPasswordPage {
  readonly #client = inject(AccountClient);

  readonly #typed = signal({ email: '' });
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, passwordResetWish), {
    submission: { action: () => this.#ask() },
  });
  protected readonly refusal = signal('');
  /** The address a letter was asked for. */
  protected readonly sentTo = signal('');

  async #ask(): Promise<FieldProblems> {
    this.refusal.set('');
    try {
      const wish = passwordResetWish.parse(this.#typed());
      await this.#client.askForReset(wish);
      this.sentTo.set(wish.email);
      return [];
    } catch (error) {
      this.refusal.set(wordsOf(error));
      return serverErrors(error, this.fields);
    }
  }
}
