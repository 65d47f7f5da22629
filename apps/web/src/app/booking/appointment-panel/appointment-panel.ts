import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { OUTCOMES, type AppointmentDetail, type Outcome } from '@visavis/booking';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { InviteCaller } from '../../supervision/invite-caller/invite-caller';
import { Icon } from '../../ui/icon';
import { nowSignal } from '../../ui/now-signal';
import { sayClock, sayClockRange, sayDayAndYear, sayMoment } from '../../ui/say-time';
import { dateAt } from '../../ui/zone-clock';
import { AppointmentClient, type RemovalScope } from '../appointment-client';
import { isMovable, kindWords, nameOf } from '../appointment-naming';
import { LANGUAGE_WORDS, OUTCOME_WORDS, REASON_WORDS, STATUS_WORDS } from '../booking-words';
import { Diary } from '../diary';
import { LetterList } from '../letter-list/letter-list';
import { MoveAppointment } from '../move-appointment';
import { OpenDialogs } from '../open-dialogs';

/** One appointment beside the calendar: who, why, its letters, and what can be done with it. */
@Component({
  selector: 'visavis-appointment-panel',
  imports: [
    Icon,
    InviteCaller,
    LetterList,
    MatButton,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    RouterLink,
  ],
  templateUrl: './appointment-panel.html',
  styleUrl: './appointment-panel.scss',
  host: { '(keydown.escape)': 'close()' },
})
export class AppointmentPanel {
  readonly #client = inject(AppointmentClient);
  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);
  readonly #dialogs = inject(MatDialog);
  readonly #open = inject(OpenDialogs);
  readonly #mover = inject(MoveAppointment);
  readonly #notices = inject(MatSnackBar);
  readonly #diary = inject(Diary);
  readonly #session = inject(Session);

  readonly id = input.required<string>();

  readonly #loaded = resource({
    // Loads again when the calendar has learnt of a change.
    params: () => ({ id: this.id(), sequence: this.#diary.find(this.id())?.sequence }),
    loader: ({ params, abortSignal }) => this.#client.detail(params.id, abortSignal),
  });
  protected readonly detail = linkedSignal<AppointmentDetail | undefined, AppointmentDetail | undefined>({
    source: () => (this.#loaded.hasValue() ? this.#loaded.value() : undefined),
    computation: (fresh, previous) =>
      fresh ?? (previous?.value?.id === this.id() ? previous.value : undefined),
  });
  protected readonly problem = computed(() => (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''));
  protected readonly refusal = signal('');
  protected readonly busy = signal(false);
  readonly #now = nowSignal();
  protected readonly zone = this.#session.zone;
  protected readonly movable = computed(() =>
    isMovable(this.detail() ?? { kind: 'block', status: 'done', start: 0 }, this.#now()),
  );
  protected readonly begun = computed(
    () => (this.detail()?.start ?? Infinity) <= this.#now() && this.detail()?.status !== 'cancelled',
  );
  protected readonly shown = computed(() => {
    const detail = this.detail();
    if (!detail) return null;
    const { intake } = detail;
    return {
      name: nameOf(detail),
      kind: kindWords(detail),
      status: detail.kind === 'block' ? '' : STATUS_WORDS[detail.status],
      day: sayDayAndYear(dateAt(this.zone(), detail.start)),
      clock: sayClockRange(this.zone(), detail.start, detail.end),
      byHand: detail.origin === 'by-hand' && detail.kind !== 'block',
      booked: sayMoment(this.zone(), detail.createdAt),
      reason: intake && REASON_WORDS[intake.reason],
      language: intake && LANGUAGE_WORDS[intake.language],
      elsewhere: intake && intake.timeZone !== this.zone() ? sayClock(intake.timeZone, detail.start) : null,
    };
  });
  protected readonly outcomes = OUTCOMES.map((outcome) => ({ outcome, words: OUTCOME_WORDS[outcome] }));

  constructor() {
    effect(() => this.#diary.opened.set(this.id()));
    inject(DestroyRef).onDestroy(() => this.#diary.opened.set(null));
  }

  protected close(): void {
    void this.#router.navigate(['../..'], { relativeTo: this.#route, queryParamsHandling: 'preserve' });
  }

  protected async move(): Promise<void> {
    const appointment = this.detail();
    if (!appointment) return;
    const start = await this.#open.chooseStart({ zone: this.zone(), appointment });
    if (start === null || start === appointment.start) return;
    if (!(await this.#mover.move(appointment, start, this.zone())))
      this.refusal.set(this.#mover.refused()?.words ?? '');
  }

  protected async cancel(): Promise<void> {
    const detail = this.detail();
    if (!detail) return;
    const name = nameOf(detail);
    const sure = await ConfirmDialog.ask(this.#dialogs, {
      title: $localize`Annuler le rendez-vous avec ${name}:name:\u202f?`,
      text: detail.intake?.email
        ? $localize`Un e-mail prévient la personne et retire le rendez-vous de son agenda. L’horaire redevient libre.`
        : $localize`Cette personne n’a pas laissé d’adresse\u202f: pensez à l’appeler. L’horaire redevient libre.`,
      yes: $localize`Annuler le rendez-vous`,
      no: $localize`Le garder`,
    });
    if (sure) await this.#change(() => this.#client.cancel(detail.id, detail.sequence));
  }

  protected async removeBlock(scope: RemovalScope): Promise<void> {
    await this.#attempt(async () => {
      const removed = await this.#client.removeBlock(this.id(), scope);
      this.#notices.open($localize`Plages libérées\u202f: ${removed}:count:`);
      this.#diary.refresh();
      this.close();
    });
  }

  protected async record(outcome: Outcome | null): Promise<void> {
    const before = this.detail()?.outcome ?? null;
    if (!(await this.#change(() => this.#client.recordOutcome(this.id(), outcome)))) return;
    const words = outcome
      ? $localize`Noté\u202f: ${OUTCOME_WORDS[outcome]}:outcome:`
      : $localize`Résultat effacé`;
    const notice = this.#notices.open(words, $localize`Annuler`);
    notice.onAction().subscribe(() => void this.#change(() => this.#client.recordOutcome(this.id(), before)));
  }

  protected async sendAgain(letterId: string): Promise<void> {
    if (await this.#change(() => this.#client.sendLetterAgain(this.id(), letterId))) {
      this.#notices.open($localize`L’e-mail repart.`);
    }
  }

  async #change(ask: () => Promise<AppointmentDetail>): Promise<boolean> {
    return this.#attempt(async () => {
      const changed = await ask();
      this.detail.set(changed);
      this.#diary.put(changed);
      this.#diary.refresh();
    });
  }

  async #attempt(act: () => Promise<void>): Promise<boolean> {
    this.refusal.set('');
    this.busy.set(true);
    try {
      await act();
      return true;
    } catch (error) {
      this.refusal.set(wordsOf(error));
      this.#diary.refresh();
      this.#loaded.reload();
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
