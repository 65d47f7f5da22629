import type { Supervisor } from './people.ts';
import { runningProduct } from './product.ts';

/** A signed-in browser without its pages, with the session the journeys were started with: sets scenes that are not what a journey is about. */
export class SupervisorClient {
  readonly #cookie: string;

  private constructor(cookie: string) {
    this.#cookie = cookie;
  }

  static signIn({ email }: Supervisor): Promise<SupervisorClient> {
    return Promise.resolve(new SupervisorClient(`__Host-session=${runningProduct().sessions[email] ?? ''}`));
  }

  async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    return (await (await ask(method, path, body, this.#cookie)).json()) as T;
  }
}

/** What anybody may ask, without a session. */
export async function sendAsVisitor<T>(method: string, path: string, body?: unknown): Promise<T> {
  return (await (await ask(method, path, body, '')).json()) as T;
}

async function ask(method: string, path: string, body: unknown, cookie: string): Promise<Response> {
  const { apiUrl, url } = runningProduct();
  const response = await fetch(apiUrl + path, {
    method,
    headers: {
      origin: url,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie ? { cookie } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok)
    throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
  return response;
}
