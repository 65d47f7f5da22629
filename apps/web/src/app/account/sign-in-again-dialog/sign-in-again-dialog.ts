import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import type { SessionReply } from '@visavis/account';
import { Session } from '../../shell/session';
import { SignInForm } from '../sign-in-form/sign-in-form';

/** The session ended while somebody was at work: signing in here keeps the page and everything typed on it. */
@Component({
  selector: 'visavis-sign-in-again-dialog',
  imports: [MatButton, MatDialogContent, MatDialogTitle, SignInForm],
  template: `
    <h2 mat-dialog-title i18n>Votre session est terminée</h2>
    <mat-dialog-content>
      <p i18n>Connectez-vous à nouveau pour reprendre où vous en étiez. Ce que vous avez saisi est encore là.</p>
      <visavis-sign-in-form [email]="session.who()?.email ?? ''" (signedIn)="resume($event)" />
      <p><button matButton type="button" (click)="leave()" i18n>Quitter sans reprendre</button></p>
    </mat-dialog-content>
  `,
})
export class SignInAgainDialog {
  protected readonly session = inject(Session);
  readonly #dialog = inject(MatDialogRef<SignInAgainDialog>);

  protected resume(who: SessionReply): void {
    const before = this.session.who();
    if (before && (before.email !== who.email || before.practice.slug !== who.practice.slug))
      return location.reload();
    this.session.begin(who);
    this.#dialog.close();
  }

  protected leave(): void {
    this.session.end();
    this.#dialog.close();
    location.reload();
  }
}
