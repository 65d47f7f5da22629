import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import {
  renderClauses,
  type Clause,
  type ContractAction,
  type ContractDraft,
  type ContractReply,
  type RenderedClause,
} from '@visavis/supervision';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { Icon } from '../../ui/icon';
import { sayDate } from '../../ui/say-date';
import { sayDayAndYear, sayLength, sayMoment } from '../../ui/say-time';
import { Skeleton } from '../../ui/skeleton';
import { ActDialog } from '../act-dialog/act-dialog';
import { ClauseText } from '../clause-text/clause-text';
import { ContractActs, type DialogAction } from '../contract-acts';
import { ContractClient } from '../contract-client';
import { ContractHeader } from '../contract-header/contract-header';
import { FileButtons } from '../file-buttons/file-buttons';
import { sayMoney } from '../supervision-words';
import { isOver } from '../whose-turn';
import { ContractLetters } from '../contract-letters/contract-letters';
import { ContractNews } from './contract-news';

type Shown = 'proposed' | 'in-force' | 'draft';

/** Acts that are pages of their own, or stand beside a clause. */
const ELSEWHERE: readonly ContractAction[] = ['edit', 'propose', 'sign', 'comment', 'book'];
/** What answers a proposal stands open; the rest is in a menu. */
const OPEN_ACTS: readonly ContractAction[] = ['request-changes', 'decline', 'resume', 'renew'];

/** A contract to be read, on a phone as well: its clauses, what was said about them, and what can be done. */
@Component({
  selector: 'visavis-contract-page',
  imports: [
    ClauseText,
    ContractHeader,
    ContractLetters,
    ContractNews,
    FileButtons,
    Icon,
    MatButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './contract-page.html',
  styleUrl: './contract-page.scss',
})
export class ContractPage {
  readonly #client = inject(ContractClient);
  readonly #acts = inject(ContractActs);
  readonly #dialogs = inject(MatDialog);
  readonly #notices = inject(MatSnackBar);
  readonly #session = inject(Session);

  readonly id = input.required<string>();

  readonly #loaded = resource({
    params: () => this.id(),
    loader: ({ params, abortSignal }) => this.#client.open(params, abortSignal),
  });
  protected readonly contract = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  protected readonly problem = computed(() => (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''));
  protected readonly choices = computed(() => choicesOf(this.contract()));
  protected readonly shown = linkedSignal(() => this.choices()[0] ?? null);
  protected readonly version = computed(() => {
    const contract = this.contract();
    const shown = this.shown();
    return shown === 'proposed' ? contract?.proposed : shown === 'in-force' ? contract?.inForce : null;
  });
  protected readonly clauses = computed(() => this.#clausesOf(this.contract(), this.shown()));
  protected readonly wholeComments = computed(() => this.#commentsOn(null));
  protected readonly may = computed(() => new Set<ContractAction>(this.contract()?.may ?? []));
  readonly #dialogActs = computed(
    () => (this.contract()?.may ?? []).filter((act) => !ELSEWHERE.includes(act)) as DialogAction[],
  );
  protected readonly openActs = computed(() => this.#named((act) => OPEN_ACTS.includes(act)));
  protected readonly menuActs = computed(() => this.#named((act) => !OPEN_ACTS.includes(act)));
  protected readonly facts = computed(() => this.#factsOf(this.contract()));
  protected readonly contentsOpen = signal(false);

  protected readonly choiceWords: Record<Shown, string> = {
    proposed: $localize`Texte proposé`,
    'in-force': $localize`Texte en vigueur`,
    draft: $localize`Brouillon`,
  };

  protected reload(): void {
    this.#loaded.reload();
  }

  protected show(which: Shown): void {
    this.shown.set(which);
  }

  protected readClause(event: Event, id: string): void {
    event.preventDefault();
    const title = document.getElementById(`clause-${id}`);
    title?.scrollIntoView({ block: 'start' });
    title?.focus({ preventScroll: true });
  }

  protected async act(action: DialogAction): Promise<void> {
    const contract = this.contract();
    if (!contract) return;
    const done = await this.#acts.ask(action, contract, (changed) => this.#loaded.set(changed));
    if (done) this.#notices.open($localize`C’est fait.`);
    else this.#loaded.reload();
  }

  protected async comment(clause: Clause | null, title: string): Promise<void> {
    await ActDialog.open(this.#dialogs, {
      title: clause ? $localize`Commenter «\u202f${title}:clause:\u202f»` : $localize`Commenter l’ensemble`,
      says: [
        $localize`Les deux parties lisent les commentaires. Ils accompagnent le texte et n’en font pas partie.`,
      ],
      fields: [{ name: 'text', kind: 'long', label: $localize`Votre commentaire` }],
      yes: $localize`Envoyer le commentaire`,
      no: $localize`Abandonner`,
      act: async ({ text = '' }) => this.#loaded.set(await this.#client.comment(this.id(), { clause, text })),
    });
  }

  protected commentLabel(title: string): string {
    return $localize`Commenter la clause ${title}:clause:`;
  }

  #named(wanted: (act: ContractAction) => boolean) {
    const contract = this.contract();
    if (!contract) return [];
    return this.#dialogActs()
      .filter(wanted)
      .map((action) => ({ action, words: this.#acts.label(action, contract) }));
  }

  #clausesOf(contract: ContractReply | null, shown: Shown | null) {
    if (!contract || !shown) return [];
    return clauseTextsOf(contract, shown).map((clause, index) => ({
      ...clause,
      place: index + 1,
      comments: this.#commentsOn(clause.id),
    }));
  }

  #commentsOn(clause: Clause | null) {
    const zone = this.#session.zone();
    const number = this.version()?.number ?? this.contract()?.draft?.number;
    return (this.contract()?.comments ?? [])
      .filter((comment) => comment.clause === clause && comment.versionNumber === number)
      .map((comment) => ({ ...comment, when: sayMoment(zone, comment.at) }));
  }

  #factsOf(contract: ContractReply | null) {
    if (!contract) return [];
    const { startsOn, endsOn, minutesLeft, computed, openVersion, unused } = contract;
    return [
      openVersion?.lapsesAt
        ? {
            name: $localize`Réponse attendue avant le`,
            value: sayDate(this.#session.zone(), openVersion.lapsesAt),
          }
        : null,
      startsOn ? { name: $localize`Début`, value: sayDayAndYear(startsOn) } : null,
      endsOn && !isOver(contract.state) ? { name: $localize`Fin`, value: sayDayAndYear(endsOn) } : null,
      minutesLeft === null || isOver(contract.state)
        ? null
        : { name: $localize`Reste à réserver`, value: sayLength(minutesLeft) },
      unused ? { name: $localize`Minutes non utilisées`, value: sayUnused(unused) } : null,
      computed && contract.may.includes('give-notice')
        ? { name: $localize`Fin la plus proche avec préavis`, value: sayDayAndYear(computed.earliestEnd) }
        : null,
      computed?.withdrawalEndsAt
        ? {
            name: $localize`Rétractation possible jusqu’au`,
            value: sayMoment(this.#session.zone(), computed.withdrawalEndsAt),
          }
        : null,
    ].filter((fact) => fact !== null);
  }
}

/** « 4 h 30, à rembourser : 450,00 € » */
function sayUnused({ minutes, refund }: NonNullable<ContractReply['unused']>): string {
  const length = sayLength(minutes);
  if (refund === null) return length;
  return $localize`${length}:length:, à rembourser\u202f: ${sayMoney(refund.totalCents, refund.currency)}:total:`;
}

/** What there is to read, the most pressing first. */
function choicesOf(contract: ContractReply | null): Shown[] {
  if (!contract) return [];
  const { proposed, inForce, draft } = contract;
  return [proposed ? 'proposed' : null, draft ? 'draft' : null, inForce ? 'in-force' : null].filter(
    (choice) => choice !== null,
  ) as Shown[];
}

function clauseTextsOf(contract: ContractReply, shown: Shown): readonly RenderedClause[] {
  if (shown === 'draft') {
    return contract.draft
      ? renderClauses(contract.draft.content as unknown as ContractDraft, contract.language)
      : [];
  }
  return (shown === 'proposed' ? contract.proposed : contract.inForce)?.clauses ?? [];
}
