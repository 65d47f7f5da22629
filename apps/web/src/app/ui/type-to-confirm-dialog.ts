import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';

interface WeightyQuestion {
  readonly title: string;
  /** What is at stake, one line each. */
  readonly facts?: readonly string[];
  readonly text: string;
  readonly label: string;
  /** What must be typed before one can say yes. */
  readonly expected: string;
  readonly yes: string;
  readonly no: string;
}

/** For what cannot be taken back: yes only after typing what it is about. Closes with that, or null. */
@Component({
  selector: 'visavis-type-to-confirm-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
  ],
  template: `
    <form (submit)="confirm($event)">
      <h2 mat-dialog-title>{{ question.title }}</h2>
      <mat-dialog-content>
        @if (question.facts; as facts) {
          <ul>
            @for (fact of facts; track fact) {
              <li>{{ fact }}</li>
            }
          </ul>
        }
        <p>{{ question.text }}</p>
        <mat-form-field>
          <mat-label>{{ question.label }}</mat-label>
          <input matInput autocomplete="off" spellcheck="false" cdkFocusInitial [value]="typed()" (input)="type($event)" />
          <mat-hint>{{ question.expected }}</mat-hint>
        </mat-form-field>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [mat-dialog-close]="null">{{ question.no }}</button>
        <button matButton="filled" type="submit" disabledInteractive [disabled]="!matches()">{{ question.yes }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: 'mat-form-field { inline-size: 100% }',
})
export class TypeToConfirmDialog {
  protected readonly question = inject<WeightyQuestion>(MAT_DIALOG_DATA);
  readonly #dialog = inject<MatDialogRef<TypeToConfirmDialog, string | null>>(MatDialogRef);

  protected readonly typed = signal('');
  protected readonly matches = computed(() => same(this.typed(), this.question.expected));

  static ask(dialogs: MatDialog, question: WeightyQuestion): Promise<string | null> {
    const dialog = dialogs.open<TypeToConfirmDialog, WeightyQuestion, string | null>(TypeToConfirmDialog, {
      data: question,
      width: '30rem',
      maxWidth: '96vw',
    });
    return new Promise((resolve) => dialog.afterClosed().subscribe((typed) => resolve(typed ?? null)));
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    if (this.matches()) this.#dialog.close(this.question.expected);
  }
}

/** Spaces around and case do not count: typing is a moment to think, not a test. */
function same(typed: string, expected: string): boolean {
  return typed.trim().toLocaleLowerCase() === expected.trim().toLocaleLowerCase();
}
