import { Component, computed, input, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { SHORTEST_PASSWORD } from '@visavis/account';
import { fieldWords } from '../../ui/field-error-words';

/** A password to be chosen: its rule is told before it is broken, and it can be looked at. */
@Component({
  selector: 'visavis-new-password-field',
  imports: [FormField, MatCheckbox, MatError, MatFormField, MatHint, MatInput, MatLabel],
  templateUrl: './new-password-field.html',
  styles: 'mat-form-field { inline-size: 100% } mat-hint.enough { color: var(--color-accent) }',
})
export class NewPasswordField {
  readonly field = input.required<FieldTree<string>>();
  readonly label = input($localize`Nouveau mot de passe`);

  protected readonly shortest = SHORTEST_PASSWORD;
  protected readonly shown = signal(false);
  protected readonly enough = computed(() => this.field()().value().length >= SHORTEST_PASSWORD);
  protected readonly problem = computed(() => {
    const code = this.field()().errors()[0]?.message;
    if (code === 'too-short')
      return $localize`Encore ${SHORTEST_PASSWORD - this.field()().value().length}:count: caractères au moins.`;
    return code ? fieldWords(code) : '';
  });
}
