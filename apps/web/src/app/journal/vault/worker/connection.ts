import { VAULT_REFUSALS } from '@visavis/journal';
import { GENERAL_REFUSALS } from '@visavis/kernel';
import { PROOF_REFUSALS } from '@visavis/sealing-proof';
import * as z from 'zod/mini';
import { CONNECTION_TROUBLES, VaultRefused, type VaultTrouble } from '../vault-trouble';
import type { Need } from '../protocol';
import type { Needs } from './needs';

const REASONS: readonly string[] = [
  ...GENERAL_REFUSALS,
  ...Object.keys(PROOF_REFUSALS),
  ...Object.keys(VAULT_REFUSALS),
  ...CONNECTION_TROUBLES,
];
/** What a request is repeated for, once the person has done it. */
const NEEDED: Readonly<Record<string, Need>> = { 'not-signed-in': 'session', 'proof-needed': 'proof' };
const MOST_ATTEMPTS = 3;

const problemShape = z.object({ reason: z.string() });

/**
 * The worker's own way to the server: large replies are read here and never on the page's thread. A request that needs
 * the person waits for them and is repeated.
 */
export class Connection {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  get<Shape extends z.ZodMiniType>(path: string, shape: Shape): Promise<z.output<Shape>> {
    return this.#repeated(() => once(path, shape, { method: 'GET' }));
  }

  post<Shape extends z.ZodMiniType>(path: string, body: unknown, shape: Shape): Promise<z.output<Shape>> {
    return this.#written('POST', path, body, shape);
  }

  put<Shape extends z.ZodMiniType>(path: string, body: unknown, shape: Shape): Promise<z.output<Shape>> {
    return this.#written('PUT', path, body, shape);
  }

  delete<Shape extends z.ZodMiniType>(path: string, shape: Shape): Promise<z.output<Shape>> {
    return this.#repeated(() => once(path, shape, { method: 'DELETE' }));
  }

  #written<Shape extends z.ZodMiniType>(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    shape: Shape,
  ): Promise<z.output<Shape>> {
    const headers = { 'content-type': 'application/json' };
    const written = JSON.stringify(body);
    return this.#repeated(() => once(path, shape, { method, headers, body: written }));
  }

  async #repeated<T>(attempt: () => Promise<T>): Promise<T> {
    for (let count = 1; ; count++) {
      try {
        return await attempt();
      } catch (error) {
        const need = error instanceof VaultRefused ? NEEDED[error.reason] : undefined;
        if (!need || count === MOST_ATTEMPTS) throw error;
        if (!(await this.#needs.ask(need))) throw new VaultRefused('gave-up', { need });
      }
    }
  }
}

async function once<Shape extends z.ZodMiniType>(
  path: string,
  shape: Shape,
  init: RequestInit,
): Promise<z.output<Shape>> {
  const response = await reach(path, init);
  const reply: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) throw refusedFrom(response.status, reply);
  const read = shape.safeParse(reply);
  if (!read.success) throw new VaultRefused(whyRefused(read.error), { path });
  return read.data;
}

/** A weaker way from the passphrase to its key has no shape that is read; the person is told that it was tried. */
function whyRefused({ issues }: z.core.$ZodError): VaultTrouble {
  return issues.some(({ path }) => path.at(-1) === 'derivation')
    ? 'derivation-not-allowed'
    : 'reply-malformed';
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store' });
  } catch {
    throw new VaultRefused('offline'); // fetch rejects with a TypeError when nobody answered
  }
}

function refusedFrom(status: number, reply: unknown): VaultRefused {
  const problem = problemShape.safeParse(reply);
  if (problem.success && REASONS.includes(problem.data.reason))
    return new VaultRefused(problem.data.reason as VaultTrouble, problem.data);
  return new VaultRefused(status === 502 || status === 503 ? 'unavailable' : 'failed');
}
