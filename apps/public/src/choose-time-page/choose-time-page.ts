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
import type { BookedCall, TimesPage } from '@visavis/booking';
import type { Instant, Problem } from '@visavis/kernel';
import { bookCall } from '../booking-client';
import { CurrentPage } from '../current-page';
import { focusOn } from '../frame/focus-on';
import { dialledNumber, unbroken } from '../phone/countries';
import { ProblemBox } from '../problem-box/problem-box';
import { TimeList } from '../time-list/time-list';
import { timeWords } from '../times/format-time';
import { startsOf } from '../times/group-times';
import { sameClock, timeThere, zoneOfBrowser, zoneWords } from '../times/zones';
import { CLOSING_WORDS } from '../words/closing-words';
import { fieldErrors, type FieldErrors } from '../words/field-messages';
import { TIMES_WORDS } from '../words/times-words';
import { ZoneChoice } from '../zone-choice/zone-choice';
import { errorsOfBrowser, readWish } from './read-wish';
import { RetryKey } from './retry-key';
import { YouFields } from './you-fields';

/**
 * Who, when, you. The form is complete without scripts; with them, the list folds away once a time is chosen, the
 * zone is the visitor's own, and a refusal leaves everything where it was.
 */
@Component({
  selector: 'vv-choose-time-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ProblemBox, TimeList, YouFields, ZoneChoice],
  templateUrl: './choose-time-page.html',
})
export class ChooseTimePage {
  private readonly injector = inject(Injector);
  private readonly current = inject(CurrentPage);
  private readonly retryKey = new RetryKey();

  protected readonly words = TIMES_WORDS;
  protected readonly closingWords = CLOSING_WORDS;

  readonly page = input.required<TimesPage>();

  /** False until this code runs in a browser. */
  protected readonly awake = signal(false);
  protected readonly sending = signal(false);
  /** True while the list is open; folding it needs scripts. */
  protected readonly picking = signal(true);
  protected readonly number = linkedSignal(() =>
    this.numberIn(this.typed().phone ?? '', this.typed().phoneCountry),
  );
  protected readonly chosen = linkedSignal(() =>
    isLost(this.page().form?.problem) ? null : instantOf(this.typed().start),
  );
  protected readonly problem = linkedSignal<Problem | null>(() => this.page().form?.problem ?? null);
  private readonly wrong = signal<FieldErrors | null>(null);
  private readonly gone = signal<ReadonlySet<Instant>>(new Set());

  protected readonly typed = computed(() => this.page().form?.typed ?? {});
  protected readonly errors = computed(() => this.wrong() ?? fieldErrors(this.page().form?.problem.errors));
  protected readonly caller = computed(() => this.page().supervisor?.name ?? this.page().practice.name);
  protected readonly supervisorZone = computed(() => this.page().slots.timeZone);
  protected readonly zone = linkedSignal(
    () => this.page().viewerZone ?? this.typed().timeZone ?? this.supervisorZone(),
  );
  protected readonly starts = computed(() =>
    startsOf(this.page().slots).filter((start) => !this.gone().has(start)),
  );
  protected readonly differs = computed(() => !sameClock(this.zone(), this.supervisorZone(), this.starts()));
  protected readonly practicePath = computed(() => `/${this.page().language}/c/${this.page().practice.slug}`);
  protected readonly action = computed(() => this.page().path + (this.page().embedOrigins ? '?embed=1' : ''));

  /** The chosen time in words, on both clocks when they differ. */
  protected readonly choice = computed(() => {
    const start = this.chosen();
    if (start === null) return null;
    const [{ language }, here, there] = [this.page(), this.zone(), this.supervisorZone()];
    return {
      here: timeWords(language, here).dayAndTime(start),
      zone: zoneWords(language, here),
      there: sameClock(here, there, [start])
        ? null
        : `${timeThere(language, start, here, there)}, ${zoneWords(language, there)}`,
    };
  });

  constructor() {
    afterNextRender(() => {
      const form = document.forms.namedItem('booking');
      if (form) this.readChoices(form); // chosen and typed before this code ran
      this.awake.set(true);
      // In a task of its own: a phone that has just woken the page can answer a finger first.
      if (this.page().viewerZone === null) setTimeout(() => this.zone.set(zoneOfBrowser()));
    });
  }

  protected readChoices(form: HTMLFormElement): void {
    const fields = new FormData(form);
    this.chosen.set(instantOf(fields.get('start')) ?? this.chosen());
    this.number.set(
      this.numberIn(String(fields.get('phone') ?? ''), String(fields.get('phoneCountry') ?? '')),
    );
  }

  /** A finger or a mouse has chosen when it lands; arrow keys only walk the list (their clicks count zero). */
  protected foldAfterTap(event: MouseEvent): void {
    if (event.detail > 0 && isTime(event.target) && this.awake()) this.foldList();
  }

  /** Enter on a time goes on to the next step instead of sending an unfinished form. */
  protected foldAfterEnter(event: Event): void {
    if (!isTime(event.target)) return;
    event.preventDefault();
    if (event.target.checked) this.foldList();
  }

  protected foldList(): void {
    this.picking.set(false);
    focusOn('you-title', this.injector);
  }

  protected changeTime(): void {
    this.picking.set(true);
    focusOn('when-title', this.injector);
  }

  protected async book(event: SubmitEvent): Promise<void> {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    if (this.sending()) return;
    const errors = errorsOfBrowser(form);
    const start = this.chosen();
    if (start === null) errors.start = 'required';
    if (start === null || Object.keys(errors).length > 0) return this.showProblem(MALFORMED, errors);

    const { language, practice, supervisor } = this.page();
    const wish = readWish(new FormData(form), start, language, this.zone());
    this.sending.set(true);
    const answer = await bookCall(
      practice.slug,
      supervisor?.slug ?? 'first-available',
      wish,
      this.retryKey.for(wish),
    );
    this.sending.set(false);
    if (answer.kind === 'done') await this.showConfirmation(answer.value);
    else if (answer.kind === 'unreachable') this.showProblem(UNREACHABLE, {});
    else this.showProblem(answer.problem, fieldErrors(answer.problem.errors));
  }

  private showProblem(problem: Problem, errors: FieldErrors): void {
    const start = this.chosen();
    if (start !== null && isLost(problem)) {
      this.gone.update((gone) => new Set(gone).add(start));
      this.chosen.set(null);
      if (!problem.alternatives?.length) this.picking.set(true);
    }
    this.problem.set(problem);
    this.wrong.set(errors);
    focusOn('problem', this.injector);
    this.keepChecked();
  }

  /** A time chosen among the box's alternatives stays chosen in the list when the box goes. */
  private keepChecked(): void {
    const start = this.chosen();
    if (start === null) return;
    const time = `vv-time-list input[value="${new Date(start).toISOString()}"]`;
    afterNextRender(
      () => {
        const radio = document.querySelector<HTMLInputElement>(time);
        if (radio) radio.checked = true;
      },
      { injector: this.injector },
    );
  }

  /** In a frame the confirmation takes the page's place; elsewhere it has an address of its own. */
  private async showConfirmation(call: BookedCall): Promise<void> {
    const page = this.page();
    if (!page.embedOrigins) return location.assign(`${call.managePath}?booked`);
    const { language, publicUrl, embedOrigins, accent, languages } = page;
    await this.current.show({
      kind: 'manage',
      language,
      publicUrl,
      embedOrigins,
      accent,
      languages,
      path: call.managePath,
      call,
      slots: null,
      viewerZone: this.zone(),
      deed: 'booked',
      refused: null,
    });
  }

  private numberIn(typed: string, country: string | undefined): string {
    return typed.replace(/\D/g, '').length < 6
      ? ''
      : unbroken(dialledNumber(typed, country || this.page().practice.country));
  }
}

const MALFORMED: Problem = {
  type: 'urn:visavis:malformed',
  title: 'malformed',
  status: 400,
  reason: 'malformed',
};
const UNREACHABLE: Problem = {
  type: 'urn:visavis:unreachable',
  title: 'unreachable',
  status: 0,
  reason: 'unreachable',
};

/** The chosen time cannot be had: another one has to be chosen. */
function isLost(problem: Problem | undefined): boolean {
  return problem?.reason === 'time-just-taken' || problem?.reason === 'time-not-offered';
}

function instantOf(text: FormDataEntryValue | null | undefined): Instant | null {
  const instant = Date.parse(String(text ?? ''));
  return Number.isNaN(instant) ? null : instant;
}

function isTime(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.name === 'start';
}
