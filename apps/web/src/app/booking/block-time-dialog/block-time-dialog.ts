import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, submit, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { Instant } from '@visavis/kernel';
import { Refused } from '../../shell/refused';
import { wordsOf } from '../../shell/refusal-words';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { addDays, weekdayOf } from '../../ui/local-date';
import { clockValue, sayMoment, sayWeekday } from '../../ui/say-time';
import { wallTimeAt } from '../../ui/zone-clock';
import { AppointmentClient } from '../appointment-client';
import type { BlockTimeData } from '../dialog-data';
import { blockForm, blockWishOf, type BlockForm } from './block-form';

/** Own absence, once or repeated. Taken dates are named, and can be left out. */
@Component({
  selector: 'visavis-block-time-dialog',
  imports: [
    FieldWordsPipe,
    FormField,
    FormRoot,
    MatButton,
    MatCheckbox,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
  ],
  templateUrl: './block-time-dialog.html',
  styleUrl: '../dialog-form.scss',
})
export class BlockTimeDialog {
  readonly #client = inject(AppointmentClient);
  readonly #dialog = inject<MatDialogRef<BlockTimeDialog, boolean>>(MatDialogRef);
  readonly #notices = inject(MatSnackBar);
  protected readonly data = inject<BlockTimeData>(MAT_DIALOG_DATA);

  readonly #typed = signal<BlockForm>(this.#initial());
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, blockForm), {
    submission: { action: () => this.#block(false) },
  });
  protected readonly weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, name: sayWeekday(day) }));
  protected readonly refusal = signal('');
  protected readonly conflicts = signal<readonly Instant[]>([]);

  protected say(at: Instant): string {
    return sayMoment(this.data.zone, at);
  }

  protected toggleDay(day: number, ticked: boolean): void {
    this.#typed.update((typed) => ({
      ...typed,
      days: ticked ? [...typed.days, day] : typed.days.filter((other) => other !== day),
    }));
  }

  protected leaveOutTaken(): void {
    void submit(this.fields, () => this.#block(true));
  }

  async #block(leaveOutTaken: boolean): Promise<undefined> {
    this.refusal.set('');
    this.conflicts.set([]);
    try {
      const { created, leftOut } = await this.#client.blockTime(blockWishOf(this.#typed(), leaveOutTaken));
      const blocked = $localize`Plages bloquées\u202f: ${created.length}:count:`;
      this.#notices.open(
        leftOut.length > 0
          ? `${blocked}, ${$localize`laissées de côté\u202f: ${leftOut.length}:count:`}`
          : blocked,
      );
      this.#dialog.close(true);
    } catch (error) {
      this.refusal.set(wordsOf(error));
      if (error instanceof Refused) this.conflicts.set(error.conflicts);
    }
  }

  #initial(): BlockForm {
    const start = wallTimeAt(this.data.zone, this.data.start);
    const end = wallTimeAt(this.data.zone, this.data.end);
    return {
      title: '',
      wholeDays: false,
      startDate: start.date,
      startTime: clockValue(start.minute),
      endDate: end.date,
      endTime: clockValue(end.minute),
      repeated: false,
      everyWeeks: 1,
      days: [weekdayOf(start.date)],
      until: addDays(start.date, 12 * 7),
    };
  }
}
