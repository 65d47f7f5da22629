import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { CONTRACT_STATES, type ContractsQuery, type ContractSummary } from '@visavis/supervision';
import { PeopleClient } from '../../practice/people-client';
import { GrowingList } from '../../shell/growing-list';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { Icon } from '../../ui/icon';
import { sayDate } from '../../ui/say-date';
import { sayDayAndYear, sayLength } from '../../ui/say-time';
import { Skeleton } from '../../ui/skeleton';
import { ActDialog } from '../act-dialog/act-dialog';
import { ContractClient } from '../contract-client';
import { STATE_WORDS } from '../supervision-words';
import { partyOf, turnWords } from '../whose-turn';

/** Milliseconds without a key before a search is sent. */
const TYPING_PAUSE = 300;

/** Contracts at a glance: who waits for what, since when, what ends when. What is looked for stands in the address. */
@Component({
  selector: 'visavis-contracts-page',
  imports: [Icon, MatButton, RouterLink, Skeleton],
  templateUrl: './contracts-page.html',
  styleUrl: './contracts-page.scss',
})
export class ContractsPage {
  readonly #client = inject(ContractClient);
  readonly #people = inject(PeopleClient);
  readonly #dialogs = inject(MatDialog);
  readonly #router = inject(Router);
  readonly #session = inject(Session);

  // From the address.
  readonly search = input<string>();
  readonly state = input<string>();
  readonly waitsFor = input<string>();

  readonly #query = computed<Partial<ContractsQuery>>(() => {
    const search = this.search()?.trim();
    const state = CONTRACT_STATES.find((one) => one === this.state());
    return {
      ...(search && { search }),
      ...(state && { state }),
      ...(this.waitsFor() === 'me' && { waitsFor: 'me' as const }),
    };
  });
  protected readonly list = new GrowingList(this.#query, async (query, after, signal) => {
    const { contracts, next } = await this.#client.list({ ...query, ...(after && { after }) }, signal);
    return { items: contracts, next };
  });
  /** Why no draft can be prepared. */
  protected readonly problem = signal('');
  protected readonly filtered = computed(() => Object.keys(this.#query()).length > 0);
  protected readonly supervises = computed(() => this.#session.is('supervisor'));
  protected readonly rows = computed(() => this.list.items().map((contract) => this.#rowOf(contract)));
  protected readonly count = computed(() =>
    this.list.blank() ? '' : $localize`Contrats montrés\u202f: ${this.list.items().length}:count:`,
  );
  protected readonly states = CONTRACT_STATES.map((value) => ({ value, words: STATE_WORDS[value] }));
  #typing: ReturnType<typeof setTimeout> | undefined;

  protected find(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#ask({ search: value.trim() || null }), TYPING_PAUSE);
  }

  protected filterState(event: Event): void {
    this.#ask({ state: (event.target as HTMLSelectElement).value || null });
  }

  protected filterTurn(event: Event): void {
    this.#ask({ waitsFor: (event.target as HTMLInputElement).checked ? 'me' : null });
  }

  protected clear(): void {
    void this.#router.navigate([], { queryParams: {} });
  }

  /** A draft for somebody who is a coach of the practice already. */
  protected async prepare(): Promise<void> {
    this.problem.set('');
    try {
      const [{ members }, templates] = await Promise.all([
        this.#people.members({ role: 'coach', status: 'active', size: 100 }),
        this.#client.templates(),
      ]);
      const coaches = members.filter(({ email }) => email !== this.#session.who()?.email);
      if (coaches.length === 0) {
        this.problem.set(
          $localize`Aucun coach n’a encore de compte dans ce cabinet. Invitez-en un depuis un premier échange, ou depuis la page des personnes.`,
        );
        return;
      }
      await ActDialog.open(this.#dialogs, {
        title: $localize`Préparer un contrat`,
        says: [
          $localize`Un brouillon est rempli avec le modèle et ce que l’on sait de vous deux. Personne d’autre que vous ne le voit avant que vous le proposiez.`,
        ],
        fields: [
          {
            name: 'coachMemberId',
            kind: 'choice',
            label: $localize`Avec`,
            value: coaches[0]?.id ?? '',
            options: coaches.map(({ id, name }) => ({ value: id, words: name })),
          },
          {
            name: 'templateId',
            kind: 'choice',
            label: $localize`Modèle`,
            value: templates[0]?.id ?? '',
            options: templates.map(({ id, name, language }) => ({
              value: id,
              words: `${name} (${language})`,
            })),
          },
        ],
        yes: $localize`Ouvrir le brouillon`,
        no: $localize`Abandonner`,
        act: async ({ coachMemberId = '', templateId = '' }) => {
          const { id } = await this.#client.create({ coachMemberId, templateId });
          await this.#router.navigate(['/contracts', id, 'edit']);
        },
      });
    } catch (error) {
      this.problem.set(wordsOf(error));
    }
  }

  #rowOf(contract: ContractSummary) {
    const mine = partyOf(contract, this.#session.who());
    const { supervisor, coach } = contract;
    return {
      id: contract.id,
      name:
        mine === 'supervisor'
          ? coach.name
          : mine === 'coach'
            ? supervisor.name
            : `${supervisor.name} · ${coach.name}`,
      state: STATE_WORDS[contract.state],
      kind: contract.state,
      amendment: contract.versionInForce !== null && contract.openVersion !== null,
      turn: turnWords(contract, mine),
      own: contract.waitsFor === mine || (contract.waitsFor === 'both' && mine !== null),
      since: sayDate(this.#session.zone(), contract.since),
      ends: contract.endsOn ? sayDayAndYear(contract.endsOn) : '',
      left: contract.minutesLeft === null ? '' : sayLength(contract.minutesLeft),
    };
  }

  #ask(change: Readonly<Record<string, string | null>>): void {
    void this.#router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }
}
