import { Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { SessionReply } from '@visavis/supervision';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { Icon } from '../../ui/icon';
import { sayDate } from '../../ui/say-date';
import { sayClockRange, sayDayAndYear, sayLength, sayMoment } from '../../ui/say-time';
import { Skeleton } from '../../ui/skeleton';
import { dateAt } from '../../ui/zone-clock';
import { CancelSessionDialog } from '../cancel-session-dialog/cancel-session-dialog';
import { ContractClient } from '../contract-client';
import { ContractHeader } from '../contract-header/contract-header';
import { MoveSessionDialog } from '../move-session-dialog/move-session-dialog';
import { SessionClient } from '../session-client';
import { LEDGER_WORDS, MEDIUM_WORDS, SESSION_STATE_WORDS } from '../supervision-words';

/** The sessions under a contract, and where its minutes went. */
@Component({
  selector: 'visavis-sessions-page',
  imports: [ContractHeader, Icon, MatButton, RouterLink, Skeleton],
  templateUrl: './sessions-page.html',
  styleUrl: './sessions-page.scss',
})
export class SessionsPage {
  readonly #contracts = inject(ContractClient);
  readonly #client = inject(SessionClient);
  readonly #dialogs = inject(MatDialog);
  readonly #notices = inject(MatSnackBar);
  readonly #zone = inject(Session).zone;

  readonly id = input.required<string>();

  readonly #loaded = resource({
    params: () => this.id(),
    loader: async ({ params, abortSignal }) => {
      const [contract, sessions, ledger] = await Promise.all([
        this.#contracts.read(params, abortSignal),
        this.#client.list(params, abortSignal),
        this.#client.ledger(params, abortSignal),
      ]);
      return { contract, sessions, ledger };
    },
  });
  readonly #known = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  protected readonly contract = computed(() => this.#known()?.contract ?? null);
  protected readonly problem = computed(() => (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''));
  protected readonly mayBook = computed(() => this.contract()?.may.includes('book') ?? false);
  protected readonly ahead = computed(() => this.#rows((session) => session.state === 'planned').reverse());
  protected readonly past = computed(() => this.#rows((session) => session.state !== 'planned'));
  protected readonly totals = computed(() => {
    const ledger = this.#known()?.ledger;
    if (!ledger) return [];
    return [
      ...(ledger.minutesLeft === null
        ? []
        : [
            { name: $localize`Ouvertes par le contrat`, value: sayLength(ledger.granted) },
            { name: $localize`Restent à réserver`, value: sayLength(ledger.minutesLeft) },
          ]),
      { name: $localize`Réservées`, value: sayLength(ledger.reserved) },
      { name: $localize`Minutes de supervision`, value: sayLength(ledger.supervisionMinutes) },
    ];
  });
  protected readonly entries = computed(() =>
    [...(this.#known()?.ledger.entries ?? [])].reverse().map((entry) => ({
      seq: entry.seq,
      on: sayDate(this.#zone(), entry.at),
      what: LEDGER_WORDS[entry.kind],
      session: entry.sessionStart === null ? '' : sayMoment(this.#zone(), entry.sessionStart),
      note: entry.note ?? '',
      change: signed(entry.change),
      supervision: entry.supervisionMinutes === 0 ? '' : sayLength(entry.supervisionMinutes),
      balance: sayLength(entry.balanceAfter),
    })),
  );

  protected reload(): void {
    this.#loaded.reload();
  }

  protected async move(session: SessionReply): Promise<void> {
    const moved = await MoveSessionDialog.open(this.#dialogs, session);
    if (!moved) return;
    this.#notices.open($localize`Déplacée\u202f: ${sayMoment(this.#zone(), moved.start)}:moment:`);
    this.reload();
  }

  protected async cancel(session: SessionReply): Promise<void> {
    if (!(await CancelSessionDialog.open(this.#dialogs, session))) return;
    this.#notices.open($localize`La séance est annulée. Un e-mail le dit à chacun de vous.`);
    this.reload();
  }

  #rows(wanted: (session: SessionReply) => boolean) {
    const zone = this.#zone();
    return (this.#known()?.sessions ?? [])
      .filter(wanted)
      .sort((a, b) => b.start - a.start)
      .map((session) => ({
        session,
        day: sayDayAndYear(dateAt(zone, session.start)),
        clock: sayClockRange(zone, session.start, session.end),
        medium: MEDIUM_WORDS[session.medium],
        state: SESSION_STATE_WORDS[session.state],
        counted:
          session.supervisionMinutes === null
            ? ''
            : $localize`${sayLength(session.supervisionMinutes)}:minutes: de supervision`,
        moveLabel: $localize`Déplacer la séance du ${sayMoment(zone, session.start)}:moment:`,
        cancelLabel: $localize`Annuler la séance du ${sayMoment(zone, session.start)}:moment:`,
      }));
  }
}

/** « +15 h », « −1 h 30 » */
function signed(minutes: number): string {
  if (minutes === 0) return '0';
  return minutes > 0 ? `+${sayLength(minutes)}` : `−${sayLength(-minutes)}`;
}
