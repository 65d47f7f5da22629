import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ROLES, type Role } from '@visavis/account';
import { INVITATION_DAYS, invitationWish } from '@visavis/practice';
import { wordsOf } from '../../shell/refusal-words';
import { serverErrors, type FieldProblems } from '../../shell/server-errors';
import { Session } from '../../shell/session';
import { fieldWords } from '../../ui/field-error-words';
import { FieldWordsPipe } from '../../ui/field-words.pipe';
import { LANGUAGE } from '../../ui/language';
import { PeopleClient } from '../people-client';
import { RoleChoice } from '../role-choice/role-choice';

/** A letter with a link that opens an account, or adds this practice to one. Closes with true when it left. */
@Component({
  selector: 'visavis-invite-dialog',
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
    MatInput,
    MatLabel,
    RoleChoice,
  ],
  templateUrl: './invite-dialog.html',
  styleUrl: '../../booking/dialog-form.scss',
})
export class InviteDialog {
  readonly #client = inject(PeopleClient);
  readonly #notices = inject(MatSnackBar);
  readonly #dialog = inject<MatDialogRef<InviteDialog, boolean>>(MatDialogRef);
  readonly #owner = inject(Session).owner();

  readonly #typed = signal({ name: '', email: '', roles: ['coach'] as Role[], language: LANGUAGE });
  protected readonly fields = form(this.#typed, (path) => validateStandardSchema(path, invitationWish), {
    submission: { action: () => this.#invite() },
  });
  /** Supervisors invite coaches; everybody else is the owners' affair. */
  protected readonly offered: readonly Role[] = this.#owner ? ROLES : ['coach'];
  protected readonly roles = computed(() => this.#typed().roles);
  protected readonly rolesProblem = computed(() => {
    const [first] = this.fields.roles().errors();
    return first ? fieldWords(first.message ?? 'invalid') : '';
  });
  protected readonly days = INVITATION_DAYS;
  protected readonly refusal = signal('');

  static open(dialogs: MatDialog): Promise<boolean> {
    const dialog = dialogs.open<InviteDialog, never, boolean>(InviteDialog, {
      disableClose: true,
      width: '34rem',
      maxWidth: '96vw',
    });
    return new Promise((resolve) => dialog.afterClosed().subscribe((sent) => resolve(sent === true)));
  }

  protected chooseRoles(roles: readonly Role[]): void {
    this.fields.roles().value.set([...roles]);
  }

  async #invite(): Promise<FieldProblems> {
    this.refusal.set('');
    try {
      const { email } = await this.#client.invite(invitationWish.parse(this.#typed()));
      this.#notices.open($localize`Un e-mail part à ${email}:address:`);
      this.#dialog.close(true);
      return [];
    } catch (error) {
      this.refusal.set(wordsOf(error));
      return serverErrors(error, this.fields);
    }
  }
}
