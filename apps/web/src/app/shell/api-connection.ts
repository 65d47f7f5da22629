import { inject, Injectable } from '@angular/core';
import type * as z from 'zod';
import { Refused, refusedFrom } from './refused';
import { Session } from './session';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * The one way to the server. Replies are read with the schema of their owner; a "no" is thrown as `Refused`.
 * When the session has ended, the request waits until the person has signed in again and is then repeated.
 */
@Injectable({ providedIn: 'root' })
export class ApiConnection {
  readonly #session = inject(Session);

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

  put<Shape extends z.ZodType>(path: string, body: unknown, shape: Shape): Promise<z.output<Shape>> {
    return this.#ask('PUT', path, shape, body);
  }

  delete<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.output<Shape>> {
    return this.#ask('DELETE', path, shape);
  }

  async #ask<Shape extends z.ZodType>(
    method: Method,
    path: string,
    shape: Shape,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<z.output<Shape>> {
    try {
      return await this.#once(method, path, shape, body, signal);
    } catch (error) {
      const expired =
        error instanceof Refused && error.reason === 'not-signed-in' && this.#session.who() !== null;
      if (!expired) throw error;
      await this.#session.comeback();
      return this.#once(method, path, shape, body, signal);
    }
  }

  async #once<Shape extends z.ZodType>(
    method: Method,
    path: string,
    shape: Shape,
    body: unknown,
    signal: AbortSignal | undefined,
  ): Promise<z.output<Shape>> {
    const response = await reach(path, {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    const reply: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
    if (!response.ok) throw refusedFrom(response.status, reply, response.headers.get('retry-after'));
    const read = shape.safeParse(reply);
    if (!read.success) throw new Refused('unreadable');
    return read.data;
  }
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refused('offline');
  }
}
