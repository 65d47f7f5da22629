import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { changePasswordWish } from '@visavis/account';
import { Refused } from '../../../shell/refused';
import { wordsOf } from '../../../shell/refusal-words';
import { serverErrors, type FieldProblems } from '../../../shell/server-errors';
import { Session } from '../../../shell/session';
import { FieldWordsPipe } from '../../../ui/field-words.pipe';
import { FocusTitle } from '../../../ui/focus-title';
import { CredentialClient } from '../../credential-client';
import { NewPasswordField } from '../../new-password-field/new-password-field';

@Component({
  selector: 'visavis-own-password',
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
    NewPasswordField,
  ],
  template: `
    <h2 i18n>Mot de passe</h2>
    @if (changing()) {
      <form [formRoot]="fields">
        <p i18n>Toutes les autres sessions se terminent quand vous en changez.</p>
        <input class="visually-hidden" type="text" autocomplete="username" readonly tabindex="-1" aria-hidden="true" [value]="email" />
        <mat-form-field>
          <mat-label i18n>Mot de passe actuel</mat-label>
          <input matInput visavisFocusTitle type="password" autocomplete="current-password" [formField]="fields.current" />
          <mat-error>{{ fields.current().errors() | fieldWords }}</mat-error>
        </mat-form-field>
        <visavis-new-password-field [field]="fields.password" />
        <p class="refusal" role="alert">{{ refusal() }}</p>
        <div class="acts">
          <button matButton="filled" type="submit" disabledInteractive [disabled]="fields().submitting()" i18n>Changer de mot de passe</button>
          <button matButton type="button" (click)="leave()" i18n>Garder l’actuel</button>
        </div>
      </form>
    } @else {
      <button matButton="outlined" type="button" (click)="changing.set(true)" i18n>Changer de mot de passe…</button>
    }
    <p class="quiet small done" role="status">{{ done() }}</p>
  `,
  styleUrl: '../section.scss',
})
export class OwnPassword {
  readonly #client = inject(CredentialClient);

  /** For the browser's keeper of passwords: whose password this is. */
  protected readonly email = inject(Session).who()?.email ?? '';
  protected readonly changing = signal(false);
  readonly #typed = signal({ current: '', password: '' });
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, changePasswordWish), {
    submission: { action: () => this.#change() },
  });
  protected readonly refusal = signal('');
  protected readonly done = signal('');

  protected leave(): void {
    this.fields().reset({ current: '', password: '' });
    this.refusal.set('');
    this.changing.set(false);
  }

  async #change(): Promise<FieldProblems> {
    this.refusal.set('');
    this.done.set('');
    try {
      await this.#client.changePassword(this.#typed());
      this.leave();
      this.done.set($localize`Nouveau mot de passe en place. Les autres sessions sont terminées.`);
      return [];
    } catch (error) {
      const wrongOne = error instanceof Refused && error.reason === 'wrong-credentials';
      this.refusal.set(wrongOne ? $localize`Le mot de passe actuel n’est pas celui-là.` : wordsOf(error));
      return serverErrors(error, this.fields);
    }
  }
}
