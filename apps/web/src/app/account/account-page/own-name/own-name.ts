import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { accountWish } from '@visavis/account';
import { wordsOf } from '../../../shell/refusal-words';
import { serverErrors, type FieldProblems } from '../../../shell/server-errors';
import { Session } from '../../../shell/session';
import { FieldWordsPipe } from '../../../ui/field-words.pipe';
import { LANGUAGE } from '../../../ui/language';
import { AccountClient } from '../../account-client';

const wholeWish = accountWish.required();

@Component({
  selector: 'visavis-own-name',
  imports: [
    FieldWordsPipe,
    FormField,
    FormRoot,
    MatButton,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
  ],
  template: `
    <h2 i18n>Nom et langue</h2>
    <form [formRoot]="fields">
      <mat-form-field>
        <mat-label i18n="@@person.name">Nom</mat-label>
        <input matInput autocomplete="name" [formField]="fields.name" />
        <mat-error>{{ fields.name().errors() | fieldWords }}</mat-error>
      </mat-form-field>
      <mat-form-field>
        <mat-label i18n>Langue de vos e-mails</mat-label>
        <select matNativeControl [formField]="fields.language">
          <option value="fr" lang="fr">français</option>
          <option value="en" lang="en">English</option>
        </select>
        <mat-hint i18n>La langue des pages se change dans le menu.</mat-hint>
      </mat-form-field>
      <p class="refusal" role="alert">{{ refusal() }}</p>
      <button matButton="outlined" type="submit" disabledInteractive [disabled]="fields().submitting()" i18n>Enregistrer</button>
      <p class="quiet small done" role="status">{{ done() }}</p>
    </form>
  `,
  styleUrl: '../section.scss',
})
export class OwnName {
  readonly #client = inject(AccountClient);
  readonly #who = inject(Session).who();

  readonly #typed = signal({ name: this.#who?.name ?? '', language: this.#who?.language ?? LANGUAGE });
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, wholeWish), {
    submission: { action: () => this.#save() },
  });
  protected readonly refusal = signal('');
  protected readonly done = signal('');

  async #save(): Promise<FieldProblems> {
    this.refusal.set('');
    this.done.set('');
    try {
      await this.#client.change(wholeWish.parse(this.#typed()));
      this.done.set($localize`Enregistré`);
      return [];
    } catch (error) {
      this.refusal.set(wordsOf(error));
      return serverErrors(error, this.fields);
    }
  }
}
