import type { System } from './start-system.ts';

/** A client of the HTTP interface such as a browser is, with the cookie of whoever signed in. */
export class DemoClient {
  readonly #system: System;
  #cookie: string | null = null;

  constructor(system: System) {
    this.#system = system;
  }

  async signIn(email: string, password: string): Promise<this> {
    await this.send('POST', '/api/session', { email, password });
    return this;
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
