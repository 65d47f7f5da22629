import { Component, inject, output, signal } from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { addPasskeyWish } from '@visavis/account';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { accountWordsOf } from '../account-words';
import { CredentialClient } from '../credential-client';
import { Passkeys } from '../passkeys';
import { thisDevice } from '../this-device';

const nameOnly = addPasskeyWish.pick({ name: true });

@Component({
  selector: 'visavis-add-passkey',
  imports: [FieldWordsPipe, FormField, FormRoot, MatButton, MatError, MatFormField, MatInput, MatLabel],
  templateUrl: './add-passkey.html',
  styleUrl: '../enrol-totp/enrol-totp.scss',
})
export class AddPasskey {
  readonly #client = inject(CredentialClient);
  readonly #passkeys = inject(Passkeys);

  readonly enrolled = output();
  readonly left = output();

  readonly #typed = signal({ name: thisDevice(navigator.userAgent) });
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, nameOnly), {
    submission: { action: () => this.#create() },
  });
  protected readonly refusal = signal('');

  async #create(): Promise<undefined> {
    this.refusal.set('');
    try {
      const passkey = await this.#passkeys.create();
      await this.#client.addPasskey({ ...nameOnly.parse(this.#typed()), passkey });
      this.enrolled.emit();
    } catch (error) {
      this.refusal.set(accountWordsOf(error));
    }
  }
}
