import { Component, computed, inject, signal, viewChild } from '@angular/core';
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
import type { Instant } from '@visavis/kernel';
import type { SessionReply } from '@visavis/supervision';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { sayMoment } from '../../ui/say-time';
import { ChooseTime } from '../choose-time/choose-time';
import { SessionClient } from '../session-client';

/** Another time for a session. Closes with the moved session. */
@Component({
  selector: 'visavis-move-session-dialog',
  imports: [ChooseTime, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title i18n>Déplacer la séance</h2>
    <mat-dialog-content>
      <p i18n>Elle est prévue {{ from() }}. Déplacer ne coûte rien.</p>
      <visavis-choose-time [contractId]="session.contractId" [chosen]="start()" (choose)="start.set($event)" />
    </mat-dialog-content>
    <div class="outcome" role="alert">
      @if (refusal()) {
        <p class="refusal">{{ refusal() }}</p>
      }
    </div>
    <p class="outcome" role="status">
      @if (to()) {
        <span i18n>Nouvel horaire&#8239;: {{ to() }}</span>
      }
    </p>
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="null" i18n>Ne pas déplacer</button>
      <button matButton="filled" type="button" disabledInteractive [disabled]="start() === null || busy()" (click)="move()" i18n>Déplacer</button>
    </mat-dialog-actions>
  `,
  styleUrl: '../act-dialog/act-dialog.scss',
})
export class MoveSessionDialog {
  readonly #client = inject(SessionClient);
  readonly #zone = inject(Session).zone;
  readonly #dialog = inject<MatDialogRef<MoveSessionDialog, SessionReply | null>>(MatDialogRef);
  protected readonly session = inject<SessionReply>(MAT_DIALOG_DATA);

  protected readonly start = signal<Instant | null>(null);
  protected readonly from = computed(() => sayMoment(this.#zone(), this.session.start));
  protected readonly to = computed(() => {
    const start = this.start();
    return start === null ? '' : sayMoment(this.#zone(), start);
  });
  protected readonly refusal = signal('');
  protected readonly busy = signal(false);
  private readonly times = viewChild.required(ChooseTime);

  static open(dialogs: MatDialog, session: SessionReply): Promise<SessionReply | null> {
    const dialog = dialogs.open<MoveSessionDialog, SessionReply, SessionReply | null>(MoveSessionDialog, {
      data: session,
      disableClose: true,
      // What will happen is read before anything is typed.
      autoFocus: 'first-heading',
      width: '36rem',
      maxWidth: '96vw',
    });
    return new Promise((resolve) => dialog.afterClosed().subscribe((done) => resolve(done ?? null)));
  }

  protected async move(): Promise<void> {
    const start = this.start();
    if (start === null || this.busy()) return;
    this.busy.set(true);
    this.refusal.set('');
    try {
      this.#dialog.close(await this.#client.move(this.session, start));
    } catch (error) {
      this.refusal.set(wordsOf(error));
      this.times().reload();
    } finally {
      this.busy.set(false);
    }
  }
}
