import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { Instant } from '@visavis/kernel';
import * as z from 'zod';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { clockValue, minutesOf } from '../../ui/say-time';
import { instantAt, wallTimeAt } from '../../ui/zone-clock';
import { nameOf } from '../appointment-naming';
import type { MoveData } from '../dialog-data';

const moveForm = z.object({
  date: z.iso.date({ error: 'invalid-date' }),
  time: z.string().regex(/^\d{2}:\d{2}$/, { error: 'invalid-time' }),
});

/** Another date and time, typed: the way to move by finger, or further than the week on the screen. */
@Component({
  selector: 'visavis-move-dialog',
  imports: [
    FieldWordsPipe,
    FormField,
    FormRoot,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
  ],
  template: `
    <form [formRoot]="fields">
      <h2 mat-dialog-title i18n>Déplacer {{ name }}</h2>
      <mat-dialog-content>
        <div class="row">
          <mat-form-field>
            <mat-label i18n>Nouvelle date</mat-label>
            <input matInput type="date" [formField]="fields.date" />
            <mat-error>{{ fields.date().errors() | fieldWords }}</mat-error>
          </mat-form-field>
          <mat-form-field>
            <mat-label i18n>Nouvelle heure</mat-label>
            <input matInput type="time" step="300" [formField]="fields.time" />
            <mat-hint i18n>Heure de {{ data.zone }}</mat-hint>
            <mat-error>{{ fields.time().errors() | fieldWords }}</mat-error>
          </mat-form-field>
        </div>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close i18n>Ne pas déplacer</button>
        <button matButton="filled" type="submit" i18n>Déplacer</button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../dialog-form.scss',
})
export class MoveDialog {
  readonly #dialog = inject<MatDialogRef<MoveDialog, Instant>>(MatDialogRef);
  protected readonly data = inject<MoveData>(MAT_DIALOG_DATA);
  protected readonly name = nameOf(this.data.appointment);
  readonly #typed = signal(this.#current());
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, moveForm), {
    submission: { action: () => this.#choose() },
  });

  async #choose(): Promise<undefined> {
    const { date, time } = this.#typed();
    this.#dialog.close(instantAt(this.data.zone, date, minutesOf(time)));
  }

  #current(): { date: string; time: string } {
    const { date, minute } = wallTimeAt(this.data.zone, this.data.appointment.start);
    return { date, time: clockValue(minute) };
  }
}
