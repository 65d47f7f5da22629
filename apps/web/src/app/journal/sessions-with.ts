import { inject, Injectable, Injector } from '@angular/core';
import type { Instant } from '@visavis/kernel';

/** Between which two sessions something is brought: the server knows their times, and nothing of what is brought. */
export interface SessionsAround {
  readonly last: Instant | null;
  readonly next: Instant | null;
}

const HELD: readonly string[] = ['running', 'took-place', 'agreed', 'locked'];
const UNKNOWN: SessionsAround = { last: null, next: null };

/** Sessions under a contract, as far as the journal needs them; what asks for them is fetched with the first question. */
@Injectable({ providedIn: 'root' })
export class SessionsWith {
  readonly #injector = inject(Injector);

  /** Without a connection nothing is known, and nothing is said. */
  async around(contractId: string, now: Instant = Date.now()): Promise<SessionsAround> {
    try {
      const { SessionClient } = await import('../supervision/session-client');
      const all = await this.#injector.get(SessionClient).list(contractId);
      const startsOf = (are: (state: string) => boolean) =>
        all.filter(({ state }) => are(state)).map(({ start }) => start);
      const held = startsOf((state) => HELD.includes(state));
      const coming = startsOf((state) => state === 'planned').filter((start) => start > now);
      return {
        last: held.length === 0 ? null : Math.max(...held),
        next: coming.length === 0 ? null : Math.min(...coming),
      };
    } catch {
      return UNKNOWN;
    }
  }
}
