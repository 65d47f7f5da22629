import { Component, inject, input, signal } from '@angular/core';
import { form, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { newPasswordWish } from '@visavis/account';
import { DoorFrame } from '../../shell/door-frame/door-frame';
import { Refused } from '../../shell/refused';
import { wordsOf } from '../../shell/refusal-words';
import { serverErrors, type FieldProblems } from '../../shell/server-errors';
import { FocusTitle } from '../../ui/focus-title';
import { AccountClient } from '../account-client';
import { NewPasswordField } from '../new-password-field/new-password-field';

/** Behind the link of a reset letter. Opening it changes nothing: only the form does. */
@Component({
  selector: 'visavis-new-password-page',
  imports: [DoorFrame, FocusTitle, FormRoot, MatButton, NewPasswordField, RouterLink],
  templateUrl: './new-password-page.html',
  styleUrl: '../door.scss',
})
export class NewPasswordPage {
  readonly #client = inject(AccountClient);

  /** From the address. */
  readonly id = input.required<string>();
  readonly secret = input.required<string>();

  readonly #typed = signal({ password: '' });
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, newPasswordWish), {
    submission: { action: () => this.#save() },
  });
  protected readonly state = signal<'open' | 'done' | 'over'>('open');
  protected readonly refusal = signal('');

  async #save(): Promise<FieldProblems> {
    this.refusal.set('');
    try {
      await this.#client.setNewPassword(this.id(), this.secret(), this.#typed());
      this.state.set('done');
      return [];
    } catch (error) {
      if (error instanceof Refused && (error.reason === 'link-over' || error.reason === 'not-found'))
        this.state.set('over');
      else this.refusal.set(wordsOf(error));
      return serverErrors(error, this.fields);
    }
  }
}
