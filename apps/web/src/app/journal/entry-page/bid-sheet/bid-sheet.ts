import {
  booleanAttribute,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  type Answers,
  type BidEntry,
  continueFromMemory,
  type CoreFieldId,
  correctAnswer,
  type Field,
  fieldsAsked,
  type FieldId,
  fieldOf,
  gapsOf,
  isSealed,
  type MarginDocument,
  proposedCheckDate,
  recalledFor,
  type Reminder,
  renderAnswer,
  reopenForecast,
  type Seal,
  sealingOf,
  sealOf,
  type StageId,
  whyNotWritable,
  writeAnswer,
} from '@visavis/journal';
import { Session } from '../../../shell/session';
import { fieldWords } from '../../../ui/field-error-words';
import { addDays } from '../../../ui/local-date';
import {
  AnswerField,
  type Earlier,
  type Hindsight,
  unfitName,
} from '../../answers/answer-field/answer-field';
import { EntryJotter, Jotter } from '../../jotter';
import { troubleWords } from '../../journal-words';
import { questionOf, questionWords } from '../../question-words';
import { today } from '../../today';
import { MarginSheet } from '../margin-sheet/margin-sheet';
import { type NamedGap, SealBox } from '../seal-box/seal-box';
import { MissionEnd } from './mission-end/mission-end';
import { ReminderWishes } from './reminder-wishes/reminder-wishes';
import { answerTo, firstPanelOf, PANEL_WORDS, type PanelId, panelOf, panelsOf, sealsOf } from './panels';

/** The same one every time: a question with nothing to look back at is not drawn anew. */
const NOTHING: readonly Earlier[] = [];
const UNFIT = $localize`Ce qui est écrit n’est pas encore une réponse.`;
const HOT_DAYS = 7;
const WAITS_DAYS: Partial<Record<Seal, number>> = { cold: 7, second_look: 90 };

/** A bid through its life, one place at a time: the short way first, everything else folded; seals where they are set. */
@Component({
  selector: 'visavis-bid-sheet',
  imports: [AnswerField, MarginSheet, MatButton, MissionEnd, ReminderWishes, SealBox],
  templateUrl: './bid-sheet.html',
  styleUrl: './bid-sheet.scss',
})
export class BidSheet {
  readonly #place = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly entry = input.required<BidEntry>();
  /** Null for whoever is not its owner: a margin has no reader. */
  readonly margin = input<MarginDocument | null>(null);
  /** The entry as it was when the forecast was sealed, from that very revision. */
  readonly foreseen = input<BidEntry | null>(null);
  /** What the server has been asked to remind of. */
  readonly planned = input<readonly Reminder[]>([]);
  /** Why a reminder could not be planned. */
  readonly reminderTrouble = input('');
  readonly readOnly = input(false, { transform: booleanAttribute });
  /** To somebody who does not read it yet. */
  readonly mayShare = input(false);
  readonly written = output<BidEntry>();
  readonly marginWritten = output<MarginDocument>();
  readonly sealed = output<Seal>();
  /** The outcome cannot be entered yet, and the person says why not to wait. */
  readonly asksToContinueFromMemory = output<void>();
  readonly sharingAsked = output<void>();

  protected readonly today = today();
  protected readonly panelWords = PANEL_WORDS;
  protected readonly panels = computed<readonly PanelId[]>(() => [
    ...panelsOf(this.entry()),
    ...(this.margin() ? (['margin'] as const) : []),
  ]);
  /** Where one is; a place that vanished leads back to the first. */
  protected readonly here = linkedSignal<readonly PanelId[], PanelId>({
    source: this.panels,
    computation: (panels, former) => {
      if (former && panels.includes(former.value)) return former.value;
      const first = firstPanelOf(this.entry());
      return panels.includes(first) ? first : 'before';
    },
  });
  protected readonly panel = computed(() => {
    const here = this.here();
    return here === 'margin' ? null : panelOf(this.entry(), here);
  });
  protected readonly seals = computed(() => (this.readOnly() ? [] : sealsOf(this.entry(), this.here())));
  protected readonly outcome = computed(() => this.entry().answers.outcome);
  protected readonly tried = signal<Seal | null>(null);
  protected readonly effects = computed(() =>
    (this.entry().answers.effects_intended ?? []).map(({ effect = '' }) => effect),
  );
  protected readonly mustForeseeFirst = computed(
    () => this.here() === 'decision' && whyNotWritable(this.entry(), 'outcome') === 'forecast-first',
  );
  readonly #session = inject(Session);
  readonly #jotter = inject(EntryJotter, { optional: true }) ?? new Jotter();
  /** Nobody writes letters to a former member. */
  protected readonly mayBeReminded = computed(
    () =>
      this.here() === 'decision' &&
      this.entry().answers.outcome_date !== undefined &&
      !this.readOnly() &&
      this.#session.formerUntil() === null,
  );
  /** While it is hot: in the week after the decision, as long as nothing was written. */
  protected readonly mayWriteHot = computed(() => {
    const { outcome, outcome_date: since } = this.entry().answers;
    const isHot = outcome !== undefined && (since === undefined || since > addDays(this.today, -HOT_DAYS));
    const margin = this.margin();
    return this.here() === 'decision' && isHot && margin !== null && margin.answers.hot_free === undefined;
  });
  /** Proposed where a question for supervision was written, never done by itself. */
  protected readonly proposesSharing = computed(
    () => this.mayShare() && this.entry().answers.supervision_q !== undefined,
  );
  readonly #missing = computed(() => {
    const seal = this.tried();
    const gaps = seal && !isSealed(this.entry(), seal) ? gapsOf(this.entry(), seal) : [];
    return new Map(gaps.map(({ field, code }) => [field.split('.')[1] ?? '', fieldWords(code)]));
  });

  protected stageWords(stage: StageId): string {
    return questionWords().stages[stage];
  }

  protected answerTo(field: Field): unknown {
    return answerTo(this.entry(), this.foreseen(), field.id);
  }

  protected sealedOn(field: Field): string | null {
    const seal = sealOf(field.id as FieldId);
    return (seal && sealingOf(this.entry(), seal)?.on) ?? null;
  }

  protected hindsightOn(field: Field): readonly Hindsight[] {
    return this.entry().hindsight.filter((each) => each.field === field.id);
  }

  protected waitsFor(field: Field): string {
    const reason = this.readOnly() ? null : whyNotWritable(this.entry(), field.id as FieldId);
    return reason === null || reason === 'sealed' ? '' : troubleWords(reason);
  }

  protected missing(field: Field): string {
    return this.#missing().get(field.id) ?? '';
  }

  protected answer(field: Field, answer: unknown): void {
    const id = field.id as CoreFieldId;
    if (id === 'outcome' && answer !== 'declined' && this.#forecastWaits()) return this.#undecide();
    this.written.emit(writeAnswer(this.entry(), id, this.#complete(id, answer) as Answers[typeof id]));
  }

  /** What was answered before and is looked at again beside this question. */
  protected recalled(field: Field): readonly Earlier[] {
    const { ids } = recalledFor(this.entry(), field.id as FieldId);
    if (ids.length === 0) return NOTHING;
    return ids.map((id) => ({
      question: questionOf(id, this.outcome()),
      words: renderAnswer(fieldOf(id), this.answerTo(fieldOf(id)), questionWords(), this.outcome()),
    }));
  }

  protected isNeeded(field: Field): boolean {
    return recalledFor(this.entry(), field.id as FieldId).isNeeded;
  }

  protected correct(field: Field, answer: unknown): void {
    const id = field.id as CoreFieldId;
    this.written.emit(correctAnswer(this.entry(), id, answer as NonNullable<Answers[typeof id]>, this.today));
  }

  protected sealingOn(seal: Seal): string | null {
    return sealingOf(this.entry(), seal)?.on ?? null;
  }

  protected mayReopen(seal: Seal): boolean {
    return seal === 'forecast' && this.outcome() === undefined;
  }

  /** First day on which a seal can be set, while that is still to come. */
  protected sealableFrom(seal: Seal): string | null {
    const [days, since] = [WAITS_DAYS[seal], this.entry().answers.outcome_date];
    if (days === undefined || since === undefined) return null;
    const from = addDays(since, days);
    return from > this.today ? from : null;
  }

  protected gaps(seal: Seal): readonly NamedGap[] {
    const missing = gapsOf(this.entry(), seal).map(({ field, code }) => ({
      id: field.split('.')[1] ?? '',
      words: fieldWords(code),
    }));
    const unfit = this.#unfit(seal).map((id) => ({ id, words: UNFIT }));
    return [...missing.filter(({ id }) => !unfit.some((each) => each.id === id)), ...unfit].map((gap) => ({
      ...gap,
      question: questionOf(gap.id, this.outcome()),
    }));
  }

  protected trySeal(seal: Seal): void {
    this.tried.set(seal);
    if (this.gaps(seal).length === 0) this.sealed.emit(seal);
  }

  protected reopen(): void {
    this.written.emit(reopenForecast(this.entry()));
  }

  protected decline(): void {
    this.written.emit(writeAnswer(this.entry(), 'outcome', 'declined'));
  }

  /** After the person has said that the decision is known already. */
  continueFromMemory(): void {
    this.written.emit(continueFromMemory(this.entry()));
  }

  goTo(panel: PanelId): void {
    this.here.set(panel);
    setTimeout(() => this.#place.nativeElement.querySelector<HTMLElement>('#panel-title')?.focus());
  }

  /** Unfolds what hides the question and puts the focus into it. */
  protected leadTo(id: string): void {
    const panel = this.panels().find(
      (each) => each !== 'margin' && panelHas(panelOf(this.entry(), each), id),
    );
    if (panel) this.here.set(panel);
    setTimeout(() => {
      const found = this.#place.nativeElement.querySelector<HTMLElement>(`[id="field-${id}"]`);
      found?.closest('details')?.setAttribute('open', '');
      const control = found?.matches('input, textarea')
        ? found
        : found?.querySelector<HTMLElement>('input, textarea');
      (control ?? found)?.focus();
      (control ?? found)?.scrollIntoView({ block: 'center' });
    });
  }

  /** Questions whose shown text is no answer: what would be sealed is not what stands on the page. */
  #unfit(seal: Seal): readonly FieldId[] {
    return fieldsAsked(this.entry())
      .map(({ id }) => id as FieldId)
      .filter((id) => sealOf(id) === seal && this.#jotter.at(unfitName(id)) !== undefined);
  }

  /** Declined without a forecast: no other decision can follow before there is one. */
  #forecastWaits(): boolean {
    const { outcome: _declined, ...answers } = this.entry().answers;
    return whyNotWritable({ ...this.entry(), answers }, 'outcome') === 'forecast-first';
  }

  #undecide(): void {
    this.written.emit(writeAnswer(this.entry(), 'outcome', undefined));
    this.goTo('decision');
  }

  /** A trial gets the date on which it is looked at again, unless one was given. */
  #complete(id: CoreFieldId, answer: unknown): unknown {
    if (id !== 'experiment' || answer === undefined || this.entry().answers.experiment !== undefined)
      return answer;
    return { check_date: proposedCheckDate(this.today), ...(answer as object) };
  }
}

function panelHas({ quick, more }: ReturnType<typeof panelOf>, id: string): boolean {
  return [...quick, ...more.flatMap(({ fields }) => fields)].some((field) => field.id === id);
}
