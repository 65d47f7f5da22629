import { Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { HomeReply, ToDoKind } from '@visavis/supervision';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { Icon } from '../../ui/icon';
import { sayDate } from '../../ui/say-date';
import { sayClockRange, sayDay, sayDayAndYear, sayLength } from '../../ui/say-time';
import { Skeleton } from '../../ui/skeleton';
import { dateAt } from '../../ui/zone-clock';
import { ContractClient } from '../contract-client';
import { SessionClient } from '../session-client';
import { MEDIUM_WORDS, STATE_WORDS, TO_DO_WORDS } from '../supervision-words';
import { isOver } from '../whose-turn';

/** Where a thing to do leads. */
const TO_DO_PLACES: Record<ToDoKind, (contractId: string) => readonly string[]> = {
  'read-proposal': (id) => ['/contracts', id],
  'agree-to-end': (id) => ['/contracts', id],
  'agree-to-complete': (id) => ['/contracts', id],
  'agree-to-cancel-notice': (id) => ['/contracts', id],
  'book-session': (id) => ['/contracts', id, 'book'],
  'verify-email': () => ['/account'],
};

/** What a coach comes home to: the next session, the minutes left, what to sign, what to do. */
@Component({
  selector: 'visavis-home-page',
  imports: [Icon, MatButton, RouterLink, Skeleton],
  templateUrl: './home-page.html',
  styleUrl: './home-page.scss',
})
export class HomePage {
  readonly #client = inject(SessionClient);
  readonly #contracts = inject(ContractClient);
  readonly #session = inject(Session);

  readonly #loaded = resource({ loader: ({ abortSignal }) => this.#client.home(abortSignal) });
  readonly #home = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  protected readonly ready = computed(() => this.#home() !== null);
  protected readonly problem = computed(() => (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''));
  protected readonly name = computed(() => this.#session.who()?.name ?? '');
  protected readonly next = computed(() => nextOf(this.#home(), this.#session.zone()));
  protected readonly toSign = computed(() =>
    (this.#home()?.toSign ?? []).map((contract) => ({
      id: contract.id,
      name: contract.supervisor.name,
      amendment: contract.versionInForce !== null,
      before: contract.openVersion?.lapsesAt
        ? sayDate(this.#session.zone(), contract.openVersion.lapsesAt)
        : '',
    })),
  );
  /** A proposal to read stands under what to sign already. */
  protected readonly toDo = computed(() => {
    const home = this.#home();
    const signing = new Set(home?.toSign.map(({ id }) => id));
    return (home?.toDo ?? [])
      .filter(({ kind, contractId }) => kind !== 'read-proposal' || !signing.has(contractId ?? ''))
      .map(({ kind, contractId, dueAt }) => ({
        key: `${kind} ${contractId}`,
        words: TO_DO_WORDS[kind],
        link: TO_DO_PLACES[kind](contractId ?? ''),
        who: home?.contracts.find(({ id }) => id === contractId)?.supervisor.name ?? '',
        due: dueAt === null ? '' : sayDate(this.#session.zone(), dueAt),
      }));
  });
  protected readonly contracts = computed(() =>
    (this.#home()?.contracts ?? []).map((contract) => ({
      id: contract.id,
      name: contract.supervisor.name,
      state: STATE_WORDS[contract.state],
      kind: contract.state,
      left: contract.minutesLeft === null ? null : sayLength(contract.minutesLeft),
      ends: contract.endsOn ? sayDayAndYear(contract.endsOn) : '',
      mayBook: contract.mayBook,
    })),
  );

  /** The reply knows only what is not over: whoever has left a contract behind waits for none. */
  readonly #former = resource({
    params: () => (this.#home()?.contracts.length === 0 ? {} : undefined),
    loader: ({ abortSignal }) => this.#contracts.list({}, abortSignal),
  });
  protected readonly former = computed(
    () => this.#former.hasValue() && this.#former.value().contracts.some(({ state }) => isOver(state)),
  );
  protected readonly knowsFormer = computed(() => !this.#former.isLoading());

  protected reload(): void {
    this.#loaded.reload();
  }
}

function nextOf(home: HomeReply | null, zone: string) {
  const session = home?.nextSession;
  if (!session) return null;
  return {
    contractId: session.contractId,
    day: sayDay(dateAt(zone, session.start)),
    clock: sayClockRange(zone, session.start, session.end),
    who: session.with.supervisor,
    medium: MEDIUM_WORDS[session.medium],
    place: session.place,
    link: /^https:\/\//.test(session.place) ? session.place : null,
  };
}
