import { InjectionToken } from '@angular/core';
import type { Answer, Ask, FromWorker, Given, Need, News, Question, ToWorker } from './protocol';
import { VaultRefused } from './vault-trouble';

/** As much of a worker as is used. */
export interface VaultPort {
  onmessage: ((event: MessageEvent<FromWorker>) => unknown) | null;
  onerror: ((event: ErrorEvent) => unknown) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

/** Starts the worker. Its file is loaded with the first use, and stays out of everything else. */
export const OPEN_PORT = new InjectionToken<() => Promise<VaultPort>>('visavis vault worker', {
  providedIn: 'root',
  factory: () => async () => (await import('./start-worker')).startWorker(),
});

export interface Listener {
  heard(news: News): void;
  /** True once the person did what was needed, false when they gave up. */
  needed(need: Need): Promise<boolean>;
}

/** The line to one worker: questions out, answers in, by number. Once it is ended every open question is refused. */
export class VaultLine {
  readonly #open = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #port: VaultPort;
  readonly #listener: Listener;
  #count = 0;
  #ended = false;

  constructor(port: VaultPort, listener: Listener) {
    this.#port = port;
    this.#listener = listener;
    port.onmessage = ({ data }) => this.#hear(data);
    port.onerror = () => this.end('worker-failed');
  }

  ask<A extends Ask>(ask: A, given: Given<A>): Promise<Answer<A>> {
    if (this.#ended) return Promise.reject(new VaultRefused('locked'));
    const id = ++this.#count;
    const answer = Promise.withResolvers<unknown>();
    this.#open.set(id, answer);
    this.#port.postMessage({ id, ask, given } as Question);
    return answer.promise as Promise<Answer<A>>;
  }

  /** With the worker everything goes that it held: keys and texts. */
  end(reason: 'locked' | 'worker-failed' = 'locked'): void {
    this.#ended = true;
    this.#port.onmessage = null;
    this.#port.terminate();
    for (const { reject } of this.#open.values()) reject(new VaultRefused(reason));
    this.#open.clear();
  }

  #hear(data: FromWorker): void {
    if ('news' in data) return this.#listener.heard(data);
    if ('need' in data) return void this.#meet(data.need);
    const waiting = this.#open.get(data.id);
    this.#open.delete(data.id);
    if ('refused' in data) waiting?.reject(new VaultRefused(data.refused, data.details));
    else waiting?.resolve(data.answer);
  }

  async #meet(need: Need): Promise<void> {
    const well = await this.#listener.needed(need);
    if (!this.#ended) this.#port.postMessage({ met: need, well });
  }
}
