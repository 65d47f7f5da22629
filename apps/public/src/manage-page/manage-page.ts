import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import type { BookedCall, ManageAct, ManageDeed, ManagePage as ManagePageData } from '@visavis/booking';
import type { Instant, Problem } from '@visavis/kernel';
import { callAddress, changeCall } from '../booking-client';
import { CurrentPage } from '../current-page';
import { focusOn } from '../frame/focus-on';
import { ProblemBox } from '../problem-box/problem-box';
import { TimeList } from '../time-list/time-list';
import { startsOf } from '../times/group-times';
import { FIELD_MESSAGES, fieldErrors } from '../words/field-messages';
import { MANAGE_WORDS } from '../words/manage-words';
import { CallCard } from './call-card';
import { ManageTitle } from './manage-title';

const DEED_OF: Partial<Record<ManageAct, ManageDeed>> = {
  move: 'moved',
  cancel: 'cancelled',
  email: 'email-corrected',
};

/** The confirmation, and everything a visitor can still do; each act is a form that also works without scripts. */
@Component({
  selector: 'vv-manage-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CallCard, ManageTitle, ProblemBox, TimeList],
  templateUrl: './manage-page.html',
})
export class ManagePage {
  private readonly injector = inject(Injector);
  private readonly current = inject(CurrentPage);

  protected readonly words = MANAGE_WORDS;
  protected readonly errorWords = FIELD_MESSAGES;

  readonly page = input.required<ManagePageData>();

  protected readonly awake = signal(false);
  protected readonly sending = signal(false);
  protected readonly call = linkedSignal(() => this.page().call);
  protected readonly deed = linkedSignal(() => this.page().deed);
  protected readonly refused = linkedSignal<{ act: ManageAct; problem: Problem } | null>(
    () => this.page().refused,
  );
  protected readonly chosen = linkedSignal<Instant | null>(() =>
    instantOf(this.page().refused?.typed['start']),
  );

  /** Times speak the zone the visitor booked in, which the letters speak too. */
  protected readonly zone = computed(() => this.page().viewerZone ?? this.call().timeZone);
  protected readonly starts = computed(() => {
    const { slots } = this.page();
    return slots
      ? startsOf(slots).filter((start) => start !== this.call().start || this.call().canRebook)
      : [];
  });
  protected readonly errors = computed(() => fieldErrors(this.refused()?.problem.errors));
  protected readonly exportAddress = computed(() => `${callAddress(this.page().path)}/export`);
  protected readonly timesAct = computed<ManageAct>(() => (this.call().canRebook ? 'rebook' : 'move'));
  protected readonly timesOpen = computed(() => {
    const act = this.refused()?.act;
    return this.call().canRebook || act === 'move' || act === 'rebook';
  });

  constructor() {
    afterNextRender(() => this.awake.set(true));
  }

  protected readChoice(form: HTMLFormElement): void {
    this.chosen.set(instantOf(new FormData(form).get('start')));
  }

  protected moveCall(event: SubmitEvent): Promise<void> {
    return this.change(event, this.timesAct(), (form) => ({ start: form.get('start') }));
  }

  protected cancelCall(event: SubmitEvent): Promise<void> {
    return this.change(event, 'cancel', () => ({}));
  }

  protected correctEmail(event: SubmitEvent): Promise<void> {
    return this.change(event, 'email', (form) => ({ email: form.get('email') }));
  }

  protected eraseEverything(event: SubmitEvent): Promise<void> {
    return this.change(event, 'erase', () => ({}));
  }

  private async change(
    event: SubmitEvent,
    act: ManageAct,
    bodyOf: (form: FormData) => unknown,
  ): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    this.sending.set(true);
    const answer = await changeCall(
      this.page().path,
      act,
      bodyOf(new FormData(event.target as HTMLFormElement)),
    );
    this.sending.set(false);
    if (answer.kind === 'done') return this.showDone(act, answer.value);
    // What stands here is no longer so: the page itself says how things are, and what can be done now.
    if (answer.kind === 'refused' && OVERTAKEN.includes(answer.problem.reason))
      return location.assign(this.page().path);
    this.refused.set({ act, problem: answer.kind === 'refused' ? answer.problem : UNREACHABLE });
    focusOn('problem', this.injector);
  }

  private async showDone(act: ManageAct, call: BookedCall): Promise<void> {
    if (act === 'rebook') return location.assign(`${call.managePath}?booked`);
    if (act === 'erase') {
      const { language, path, publicUrl, embedOrigins, accent, languages } = this.page();
      await this.current.show({
        kind: 'erased',
        language,
        path,
        publicUrl,
        embedOrigins,
        accent,
        languages,
        practice: this.call().practice,
      });
    } else {
      this.call.set(call);
      this.deed.set(DEED_OF[act] ?? null);
      this.refused.set(null);
      this.chosen.set(null);
    }
    focusOn('done-title', this.injector);
  }
}

const OVERTAKEN = ['already-cancelled', 'already-started', 'not-found'];

const UNREACHABLE: Problem = {
  type: 'urn:visavis:unreachable',
  title: 'unreachable',
  status: 0,
  reason: 'unreachable',
};

function instantOf(text: FormDataEntryValue | null | undefined): Instant | null {
  const instant = Date.parse(String(text ?? ''));
  return Number.isNaN(instant) ? null : instant;
}
