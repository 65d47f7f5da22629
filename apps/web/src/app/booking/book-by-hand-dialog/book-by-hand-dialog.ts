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
import { MatSnackBar } from '@angular/material/snack-bar';
import { INTAKE_REASONS } from '@visavis/booking';
import { LANGUAGES, type Instant } from '@visavis/kernel';
import { serverErrors, type FieldProblems } from '../../shell/server-errors';
import { Refused } from '../../shell/refused';
import { wordsOf } from '../../shell/refusal-words';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { LANGUAGE } from '../../ui/language';
import { clockValue, sayMoment } from '../../ui/say-time';
import { timeZoneGroups } from '../../ui/time-zones';
import { wallTimeAt } from '../../ui/zone-clock';
import { AppointmentClient } from '../appointment-client';
import { LANGUAGE_WORDS, REASON_WORDS } from '../booking-words';
import type { BookByHandData } from '../dialog-data';
import { handBookingForm, handBookingWishOf, type HandBookingForm } from './hand-booking-form';

/** For someone who phoned. May exceed the hours and the cap; what is typed stays after any error. */
@Component({
  selector: 'visavis-book-by-hand-dialog',
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
  templateUrl: './book-by-hand-dialog.html',
  styleUrl: '../dialog-form.scss',
})
export class BookByHandDialog {
  readonly #client = inject(AppointmentClient);
  readonly #dialog = inject<MatDialogRef<BookByHandDialog, boolean>>(MatDialogRef);
  readonly #notices = inject(MatSnackBar);
  protected readonly data = inject<BookByHandData>(MAT_DIALOG_DATA);

  readonly #typed = signal<HandBookingForm>({
    ...this.#dateAndTime(this.data.start),
    firstName: '',
    lastName: '',
    phone: '',
    email: '',
    reason: 'other',
    words: '',
    language: LANGUAGE,
    timeZone: this.data.zone,
  });
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, handBookingForm), {
    submission: { action: () => this.#book() },
  });
  protected readonly reasons = INTAKE_REASONS.map((value) => ({ value, words: REASON_WORDS[value] }));
  protected readonly languages = LANGUAGES.map((value) => ({ value, words: LANGUAGE_WORDS[value] }));
  protected readonly zones = timeZoneGroups(this.data.zone);
  protected readonly refusal = signal('');
  protected readonly alternatives = signal<readonly Instant[]>([]);

  protected say(at: Instant): string {
    return sayMoment(this.data.zone, at);
  }

  protected take(start: Instant): void {
    this.#typed.update((typed) => ({ ...typed, ...this.#dateAndTime(start) }));
    this.alternatives.set([]);
    this.refusal.set('');
  }

  async #book(): Promise<FieldProblems> {
    this.refusal.set('');
    this.alternatives.set([]);
    try {
      const booked = await this.#client.bookByHand(handBookingWishOf(this.#typed(), this.data.zone));
      this.#notices.open(
        $localize`Rendez-vous noté\u202f: ${sayMoment(this.data.zone, booked.start)}:moment:`,
      );
      this.#dialog.close(true);
      return [];
    } catch (error) {
      this.refusal.set(wordsOf(error));
      if (error instanceof Refused) this.alternatives.set(error.alternatives);
      return serverErrors(error, this.fields, { start: this.fields.time });
    }
  }

  #dateAndTime(at: Instant): { date: string; time: string } {
    const { date, minute } = wallTimeAt(this.data.zone, at);
    return { date, time: clockValue(minute) };
  }
}
