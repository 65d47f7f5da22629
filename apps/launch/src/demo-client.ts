import type { System } from './start-system.ts';
import { totpCode } from './totp-code.ts';

export interface DemoCredentials {
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
}

/** A client of the HTTP interface such as a browser is, with the cookie of whoever signed in. */
export class DemoClient {
  readonly #system: Pick<System, 'apiUrl' | 'publicUrl'>;
  #cookie: string | null = null;

  readonly #now: () => number;

  /** @param now the clock of the server, which its codes are made for */
  constructor(system: Pick<System, 'apiUrl' | 'publicUrl'>, now: () => number = Date.now) {
    this.#system = system;
    this.#now = now;
  }

  /** Goes on with a session that somebody has already. */
  withToken(token: string): this {
    this.#cookie = `__Host-session=${token}`;
    return this;
  }

  /** A code opens once: when this one was used a moment ago, the next is taken, which counts already. */
  async signIn({ email, password, totpSecret }: DemoCredentials): Promise<this> {
    await this.send('POST', '/api/session', { email, password });
    const give = (timestamp: number) =>
      this.send('POST', '/api/session/second-factor', {
        method: 'totp',
        code: totpCode(totpSecret, timestamp),
      });
    await give(this.#now()).catch(() => give(this.#now() + 30_000));
    return this;
  }

  /** Of the session it holds; '' before signing in. */
  get token(): string {
    return /__Host-session=([^;]*)/.exec(this.#cookie ?? '')?.[1] ?? '';
  }

  /** @throws Error with the problem's own words when the answer is not a 2xx. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<unknown> {
    const response = await fetch(`${this.#system.apiUrl}${path}`, {
      method,
      headers: {
        origin: this.#system.publicUrl,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.#cookie && { cookie: this.#cookie }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`${method} ${path} was answered ${response.status}: ${text.slice(0, 500)}`);
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length > 0) this.#cookie = cookies.join('; ');
    return text === '' ? null : (JSON.parse(text) as unknown);
  }
}
