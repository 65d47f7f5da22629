import { Component, ElementRef, inject, signal } from '@angular/core';
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
import { Refused } from '../../shell/refused';
import { wordsOf } from '../../shell/refusal-words';
import { fieldWords } from '../../ui/field-error-words';

export interface ActField {
  /** As in the request, so that its errors find it. */
  readonly name: string;
  readonly kind: 'line' | 'email' | 'long' | 'date' | 'choice' | 'tick';
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly optional?: boolean;
  /** Bounds of a date, `YYYY-MM-DD`. */
  readonly min?: string;
  readonly max?: string;
  readonly options?: readonly { readonly value: string; readonly words: string }[];
}

export interface Act {
  readonly title: string;
  /** What will happen, one paragraph each. */
  readonly says: readonly string[];
  readonly fields: readonly ActField[];
  readonly yes: string;
  readonly no: string;
  /** What was typed, by name; a tick is `yes` or empty. A thrown refusal is shown, and everything typed stays. */
  readonly act: (typed: Readonly<Record<string, string>>) => Promise<void>;
}

/** An act that is explained, perhaps given reasons, and then done: closes with true once the server said yes. */
@Component({
  selector: 'visavis-act-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './act-dialog.html',
  styleUrl: './act-dialog.scss',
})
export class ActDialog {
  readonly #dialog = inject<MatDialogRef<ActDialog, boolean>>(MatDialogRef);
  readonly #place = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly act = inject<Act>(MAT_DIALOG_DATA);

  protected readonly typed = signal<Readonly<Record<string, string>>>(
    Object.fromEntries(this.act.fields.map(({ name, value }) => [name, value ?? ''])),
  );
  protected readonly wrong = signal<Readonly<Record<string, string>>>({});
  protected readonly refusal = signal('');
  protected readonly busy = signal(false);

  static open(dialogs: MatDialog, act: Act): Promise<boolean> {
    const dialog = dialogs.open<ActDialog, Act, boolean>(ActDialog, {
      data: act,
      disableClose: true,
      // What will happen is read before anything is typed.
      autoFocus: 'first-heading',
      width: '34rem',
      maxWidth: '96vw',
    });
    return new Promise((resolve) => dialog.afterClosed().subscribe((done) => resolve(done === true)));
  }

  protected type({ name, kind }: ActField, event: Event): void {
    const field = event.target as HTMLInputElement;
    const value = kind === 'tick' ? (field.checked ? 'yes' : '') : field.value;
    this.typed.update((typed) => ({ ...typed, [name]: value }));
    this.wrong.update(({ [name]: _corrected, ...others }) => others);
  }

  protected async do(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.refusal.set('');
    const missing = this.act.fields.filter(({ name, optional }) => !optional && !this.typed()[name]?.trim());
    if (missing.length > 0) {
      const code = (field: ActField) => (field.kind === 'tick' ? 'not-accepted' : 'required');
      return this.#point(Object.fromEntries(missing.map((field) => [field.name, fieldWords(code(field))])));
    }
    this.busy.set(true);
    try {
      await this.act.act(this.typed());
      this.#dialog.close(true);
    } catch (error) {
      this.refusal.set(wordsOf(error));
      if (error instanceof Refused)
        this.#point(
          Object.fromEntries(Object.entries(error.fields).map(([name, code]) => [name, fieldWords(code)])),
        );
    } finally {
      this.busy.set(false);
    }
  }

  /** The first field that is wrong takes the focus. */
  #point(wrong: Readonly<Record<string, string>>): void {
    this.wrong.set(wrong);
    const first = this.act.fields.find(({ name }) => wrong[name]);
    if (first) this.#place.nativeElement.querySelector<HTMLElement>(`[name="${first.name}"]`)?.focus();
  }
}
