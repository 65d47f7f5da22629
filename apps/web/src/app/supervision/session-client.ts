import { inject, Injectable } from '@angular/core';
import type { Instant } from '@visavis/kernel';
import {
  homeReply,
  ledgerReply,
  sessionReply,
  sessionsBookedReply,
  sessionSlotsReply,
  sessionsReply,
  type BookSessionsWish,
  type CancelSessionWish,
  type HomeReply,
  type LedgerReply,
  type SessionReply,
  type SessionsBookedReply,
  type SessionSlotsReply,
} from '@visavis/supervision';
import { ApiConnection } from '../shell/api-connection';

/** Sessions under a contract, and the minutes they use. Every method throws `Refused`. */
@Injectable({ providedIn: 'root' })
export class SessionClient {
  readonly #api = inject(ApiConnection);

  home(signal?: AbortSignal): Promise<HomeReply> {
    return this.#api.get('/api/home', homeReply, signal);
  }

  /** Free starts; at most three months at once. */
  freeTimes(
    contractId: string,
    from: Instant,
    to: Instant,
    signal?: AbortSignal,
  ): Promise<SessionSlotsReply> {
    const query = new URLSearchParams({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
    return this.#api.get(`${path(contractId)}/slots?${query.toString()}`, sessionSlotsReply, signal);
  }

  async list(contractId: string, signal?: AbortSignal): Promise<SessionReply[]> {
    return (await this.#api.get(`${path(contractId)}/sessions`, sessionsReply, signal)).sessions;
  }

  ledger(contractId: string, signal?: AbortSignal): Promise<LedgerReply> {
    return this.#api.get(`${path(contractId)}/ledger`, ledgerReply, signal);
  }

  /** @param key of this very wish, so that asking again after a lost answer books nothing twice */
  book(contractId: string, wish: BookSessionsWish, key: string): Promise<SessionsBookedReply> {
    return this.#api.postOnce(`${path(contractId)}/sessions`, wish, sessionsBookedReply, key);
  }

  move({ id, sequence }: SessionReply, start: Instant): Promise<SessionReply> {
    const wish = { start: new Date(start).toISOString(), sequence };
    return this.#api.post(`/api/sessions/${encodeURIComponent(id)}/move`, wish, sessionReply);
  }

  cancel(id: string, wish: CancelSessionWish): Promise<SessionReply> {
    return this.#api.post(`/api/sessions/${encodeURIComponent(id)}/cancel`, wish, sessionReply);
  }
}

function path(contractId: string): string {
  return `/api/contracts/${encodeURIComponent(contractId)}`;
}
