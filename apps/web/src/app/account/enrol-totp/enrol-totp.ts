import { Component, computed, inject, output, resource, signal } from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { confirmTotpWish } from '@visavis/account';
import { wordsOf } from '../../shell/refusal-words';
import { CopyField } from '../../ui/copy-field';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { QrCode } from '../../ui/qr-code';
import { Skeleton } from '../../ui/skeleton';
import { CredentialClient } from '../credential-client';

/** An authenticator learns a secret and shows that it has: only then it counts. */
@Component({
  selector: 'visavis-enrol-totp',
  imports: [
    CopyField,
    FieldWordsPipe,
    FormField,
    FormRoot,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    QrCode,
    Skeleton,
  ],
  templateUrl: './enrol-totp.html',
  styleUrl: './enrol-totp.scss',
})
export class EnrolTotp {
  readonly #client = inject(CredentialClient);

  readonly enrolled = output();
  readonly left = output();

  readonly #begun = resource({ loader: () => this.#client.beginTotp() });
  protected readonly secret = computed(() => (this.#begun.hasValue() ? this.#begun.value() : null));
  protected readonly problem = computed(() => (this.#begun.error() ? wordsOf(this.#begun.error()) : ''));
  /** In groups of four, as one types it. */
  protected readonly grouped = computed(
    () =>
      this.secret()
        ?.secret.match(/.{1,4}/g)
        ?.join(' ') ?? '',
  );
  readonly #typed = signal({ code: '' });
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, confirmTotpWish), {
    submission: { action: () => this.#confirm() },
  });
  protected readonly refusal = signal('');

  protected again(): void {
    this.#begun.reload();
  }

  async #confirm(): Promise<undefined> {
    this.refusal.set('');
    try {
      await this.#client.confirmTotp(confirmTotpWish.parse(this.#typed()));
      this.enrolled.emit();
    } catch (error) {
      this.refusal.set(wordsOf(error));
    }
  }
}
