import { inject, Injectable } from '@angular/core';
import type * as z from 'zod';
import { readFile, type Download } from './download';
import { ProveItsYou } from './prove-its-you';
import { Reach } from './reach';
import { Refused, refusedFrom } from './refused';
import { Session } from './session';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Sign in again, prove who one is: what a request may be repeated for, each once. */
const MOST_ATTEMPTS = 3;

/**
 * The one way to the server. Replies are read with the schema of their owner; a "no" is thrown as `Refused`.
 * When the session has ended, the request waits until the person has signed in again and is then repeated; when
 * it weighs too much for a proof of long ago, until they have shown again that it is them.
 */
@Injectable({ providedIn: 'root' })
export class ApiConnection {
  readonly #session = inject(Session);
  readonly #proof = inject(ProveItsYou);
  readonly #reach = inject(Reach);

  get<Shape extends z.ZodType>(path: string, shape: Shape, signal?: AbortSignal): Promise<z.output<Shape>> {
    return this.#ask('GET', path, shape, undefined, signal);
  }

  post<Shape extends z.ZodType>(
    path: string,
    body: unknown,
    shape: Shape,
    signal?: AbortSignal,
  ): Promise<z.output<Shape>> {
    return this.#ask('POST', path, shape, body, signal);
  }

  /** @param key the same for the same wish: when an answer was lost, the server repeats it and does nothing more */
  postOnce<Shape extends z.ZodType>(
    path: string,
    body: unknown,
    shape: Shape,
    key: string,
  ): Promise<z.output<Shape>> {
    return this.#repeated(() => this.#once('POST', path, shape, body, undefined, { 'idempotency-key': key }));
  }

  put<Shape extends z.ZodType>(path: string, body: unknown, shape: Shape): Promise<z.output<Shape>> {
    return this.#ask('PUT', path, shape, body);
  }

  patch<Shape extends z.ZodType>(path: string, body: unknown, shape: Shape): Promise<z.output<Shape>> {
    return this.#ask('PATCH', path, shape, body);
  }

  /** For signing in itself and for those without an account: never waits for a session. */
  enter<Shape extends z.ZodType>(path: string, body: unknown, shape: Shape): Promise<z.output<Shape>> {
    return this.#once('POST', path, shape, body);
  }

  delete<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.output<Shape>> {
    return this.#ask('DELETE', path, shape);
  }

  /**
   * A file, as it arrives.
   *
   * @param onProgress told how many bytes have come so far
   */
  download(path: string, onProgress: (bytes: number) => void, signal: AbortSignal): Promise<Download> {
    return this.#repeated(async () =>
      readFile(await this.#fetch(path, { credentials: 'same-origin', signal }), onProgress),
    );
  }

  #ask<Shape extends z.ZodType>(
    method: Method,
    path: string,
    shape: Shape,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<z.output<Shape>> {
    return this.#repeated(() => this.#once(method, path, shape, body, signal));
  }

  async #repeated<T>(once: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once();
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || !(await this.#mayBeRepeated(error))) throw error;
      }
    }
  }

  async #mayBeRepeated(error: unknown): Promise<boolean> {
    if (!(error instanceof Refused) || this.#session.who() === null) return false;
    if (error.reason === 'proof-needed') return this.#proof.ask();
    if (error.reason !== 'not-signed-in') return false;
    await this.#session.comeback();
    return true;
  }

  async #once<Shape extends z.ZodType>(
    method: Method,
    path: string,
    shape: Shape,
    body: unknown,
    signal?: AbortSignal,
    more: Readonly<Record<string, string>> = {},
  ): Promise<z.output<Shape>> {
    const response = await this.#fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...more },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    const reply: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
    if (!response.ok) throw refusedFrom(response.status, reply, response.headers.get('retry-after'));
    const read = shape.safeParse(reply);
    if (!read.success) throw new Refused('unreadable');
    return read.data;
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      const response = await fetch(path, init);
      this.#reach.found();
      return response;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      this.#reach.lost();
      throw new Refused('offline');
    }
  }
}
