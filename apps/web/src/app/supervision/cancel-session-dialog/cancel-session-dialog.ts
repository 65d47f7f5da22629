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
import type { CancelCostReply, SessionReply } from '@visavis/supervision';
import { Refused } from '../../shell/refused';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { sayLength, sayMoment } from '../../ui/say-time';
import { ClauseText } from '../clause-text/clause-text';
import { SessionClient } from '../session-client';
import { sayMoney } from '../supervision-words';

/** What cancelling costs, with the clause that says so, before the click. Closes with the cancelled session. */
@Component({
  selector: 'visavis-cancel-session-dialog',
  imports: [ClauseText, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <form novalidate (submit)="cancel($event)">
      <h2 mat-dialog-title i18n>Annuler la séance</h2>
      <mat-dialog-content>
        <p>{{ when() }}</p>
        @if (cost(); as cost) {
          <p class="cost"><b>{{ costWords() }}</b></p>
          <p class="quiet small">{{ freeWords() }}</p>
          <figure>
            <figcaption i18n>Ce que dit le contrat, version {{ cost.clause.version }}&#8239;: {{ cost.clause.title }}</figcaption>
            <visavis-clause-text [markdown]="cost.clause.markdown" />
          </figure>
          <label>
            <span i18n>Un mot pour l’autre partie (facultatif)</span>
            <textarea name="reason" rows="2" maxlength="500" [value]="reason()" (input)="type($event)"></textarea>
          </label>
        }
      </mat-dialog-content>
      <div class="outcome" role="alert">
        @if (refusal()) {
          <p class="refusal">{{ refusal() }}</p>
        }
      </div>
      <mat-dialog-actions align="end">
        <button matButton type="button" [mat-dialog-close]="null" i18n>Garder la séance</button>
        @if (cost()) {
          <button matButton="filled" type="submit" disabledInteractive [disabled]="busy()" i18n>Annuler la séance à ce coût</button>
        }
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../act-dialog/act-dialog.scss',
  styles: `
    figure { margin: 0; padding: var(--space-3) var(--space-4); border-radius: var(--radius); background: var(--color-sunken); }
    figcaption { margin-block-end: var(--space-2); font-size: 0.875rem; color: var(--color-muted); }
  `,
})
export class CancelSessionDialog {
  readonly #client = inject(SessionClient);
  readonly #zone = inject(Session).zone;
  readonly #dialog = inject<MatDialogRef<CancelSessionDialog, SessionReply | null>>(MatDialogRef);

  readonly #session = signal(inject<SessionReply>(MAT_DIALOG_DATA));
  protected readonly cost = computed(() => this.#session().cancelCost);
  protected readonly when = computed(() => sayMoment(this.#zone(), this.#session().start));
  protected readonly costWords = computed(() => costWords(this.cost()));
  protected readonly freeWords = computed(() => {
    const cost = this.cost();
    if (!cost || cost.outcome === 'cancelled-by-supervisor') return '';
    const until = sayMoment(this.#zone(), cost.freeUntil);
    return cost.outcome === 'cancelled-in-time'
      ? $localize`Sans frais jusqu’au ${until}:moment:.`
      : $localize`C’était sans frais jusqu’au ${until}:moment:.`;
  });
  protected readonly reason = signal('');
  protected readonly refusal = signal('');
  protected readonly busy = signal(false);

  static open(dialogs: MatDialog, session: SessionReply): Promise<SessionReply | null> {
    const dialog = dialogs.open<CancelSessionDialog, SessionReply, SessionReply | null>(CancelSessionDialog, {
      data: session,
      disableClose: true,
      // What will happen is read before anything is typed.
      autoFocus: 'first-heading',
      width: '36rem',
      maxWidth: '96vw',
    });
    return new Promise((resolve) => dialog.afterClosed().subscribe((done) => resolve(done ?? null)));
  }

  protected type(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  protected async cancel(event: Event): Promise<void> {
    event.preventDefault();
    const [session, cost] = [this.#session(), this.cost()];
    if (!cost || this.busy()) return;
    this.busy.set(true);
    this.refusal.set('');
    try {
      const cancelled = await this.#client.cancel(session.id, {
        sequence: session.sequence,
        shownTotalCents: cost.totalCents,
        shownMinutesUsed: cost.minutesUsed,
        reason: this.reason(),
      });
      this.#dialog.close(cancelled);
    } catch (error) {
      this.refusal.set(wordsOf(error));
      if (error instanceof Refused && error.reason !== 'offline') await this.#look();
    } finally {
      this.busy.set(false);
    }
  }

  /** What it costs now is shown before it can be agreed to. */
  async #look(): Promise<void> {
    const { contractId, id } = this.#session();
    const found = (await this.#client.list(contractId).catch(() => [])).find((session) => session.id === id);
    if (found) this.#session.set(found);
  }
}

/** What cancelling now means, in one sentence. */
export function costWords(cost: CancelCostReply | null): string {
  if (cost === null) return '';
  if (cost.outcome === 'cancelled-by-supervisor')
    return $localize`Annulée par la supervision, la séance ne coûte rien et les minutes sont rendues.`;
  if (cost.settledBy === 'package')
    return $localize`${sayLength(cost.minutesUsed)}:minutes: sont prises sur le forfait, rien n’est facturé en plus.`;
  if (cost.settledBy === 'invoice') {
    const total = sayMoney(cost.totalCents, cost.currency);
    return cost.vatCents > 0
      ? $localize`Cette annulation coûte ${total}:total:, dont ${sayMoney(cost.vatCents, cost.currency)}:vat: de TVA.`
      : $localize`Cette annulation coûte ${total}:total:.`;
  }
  return $localize`Cette annulation ne coûte rien.`;
}
