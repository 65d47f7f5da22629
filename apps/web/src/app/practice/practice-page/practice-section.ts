import { Directive, input, output } from '@angular/core';
import { fieldWords } from '../../ui/field-error-words';
import type { PracticeForm } from './practice-form';

/** A part of the settings: shows what is typed, says what changes. */
@Directive()
export abstract class PracticeSection {
  readonly typed = input.required<PracticeForm>();
  /** Codes of what is wrong, by field. */
  readonly wrong = input.required<Readonly<Record<string, string>>>();
  /** True for whoever may only read. */
  readonly locked = input.required<boolean>();
  readonly changed = output<Partial<PracticeForm>>();

  protected wordsFor(field: string): string {
    const code = this.wrong()[field];
    return code ? fieldWords(code) : '';
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
