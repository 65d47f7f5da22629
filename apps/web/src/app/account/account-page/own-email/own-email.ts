import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { confirmEmailWish, newEmailWish } from '@visavis/account';
import { wordsOf } from '../../../shell/refusal-words';
import { serverErrors, type FieldProblems } from '../../../shell/server-errors';
import { Session } from '../../../shell/session';
import { FieldWordsPipe } from '../../../ui/field-words.pipe';
import { FocusTitle } from '../../../ui/focus-title';
import { AccountClient } from '../../account-client';

/** Another address, proven on both: the one that is left and the one that is new. */
@Component({
  selector: 'visavis-own-email',
  imports: [
    FieldWordsPipe,
    FocusTitle,
    FormField,
    FormRoot,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
  ],
  templateUrl: './own-email.html',
  styleUrl: '../section.scss',
})
export class OwnEmail {
  readonly #client = inject(AccountClient);
  readonly #session = inject(Session);

  protected readonly email = computed(() => this.#session.who()?.email ?? '');
  protected readonly step = signal<'shown' | 'asking' | 'confirming'>('shown');
  readonly #typed = signal({ email: '' });
  protected readonly newEmail = computed(() => this.#typed().email.trim());
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, newEmailWish), {
    submission: { action: () => this.#ask() },
  });
  readonly #typedCodes = signal({ currentCode: '', newCode: '' });
  protected readonly codes = form(
    this.#typedCodes,
    (path) => validateStandardSchema(path, confirmEmailWish),
    { submission: { action: () => this.#confirm() } },
  );
  protected readonly refusal = signal('');
  protected readonly done = signal('');

  protected leave(): void {
    this.fields().reset({ email: '' });
    this.#show();
  }

  async #ask(): Promise<FieldProblems> {
    this.refusal.set('');
    this.done.set('');
    try {
      await this.#client.askForNewEmail(newEmailWish.parse(this.#typed()));
      this.step.set('confirming');
      return [];
    } catch (error) {
      this.refusal.set(wordsOf(error));
      return serverErrors(error, this.fields);
    }
  }

  async #confirm(): Promise<FieldProblems> {
    this.refusal.set('');
    try {
      await this.#client.confirmNewEmail(confirmEmailWish.parse(this.#typedCodes()));
      this.done.set($localize`Votre adresse est maintenant ${this.email()}:address:.`);
      this.leave();
      return [];
    } catch (error) {
      this.refusal.set(wordsOf(error));
      return serverErrors(error, this.codes);
    }
  }

  #show(): void {
    this.codes().reset({ currentCode: '', newCode: '' });
    this.refusal.set('');
    this.step.set('shown');
  }
}
