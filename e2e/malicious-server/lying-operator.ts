import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Answer, Order, Write } from './proxy.ts';
import type { Tampering } from './tampering.ts';

/** The process of proxy.ts, seen from a journey. */
export class LyingOperator {
  readonly #child: ChildProcess;
  /** Where the browser finds the product through it. */
  readonly url: string;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /** @param product where it passes everything on to */
  static async start(product: { readonly url: string; readonly apiUrl: string }): Promise<LyingOperator> {
    const child = fork(join(import.meta.dirname, 'proxy.ts'), {
      env: { ...process.env, UPSTREAM: product.apiUrl, PUBLIC_ORIGIN: new URL(product.url).origin },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const answer = await nextAnswer(child);
    if (answer.kind !== 'listening') throw new Error(`the proxy said ${answer.kind} before it listened`);
    return new LyingOperator(child, `http://localhost:${answer.port}`);
  }

  /** From now on; forgets what was written before. */
  async tamper(how: Tampering | null): Promise<void> {
    await this.#order({ kind: 'tamper', how });
  }

  /** What the browser wrote to vaults since `tamper`, and how many answers were bent. */
  async report(): Promise<{ readonly writes: readonly Write[]; readonly bent: number }> {
    const answer = await this.#order({ kind: 'report' });
    if (answer.kind !== 'report') throw new Error(`the proxy answered ${answer.kind}`);
    return answer;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.disconnect();
    await ended;
  }

  #order(order: Order): Promise<Answer> {
    const answer = nextAnswer(this.#child);
    this.#child.send(order);
    return answer;
  }
}

function nextAnswer(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the proxy ended (${code})`));
    child.once('exit', onExit);
    child.once('message', (answer) => {
      child.off('exit', onExit);
      resolve(answer as Answer);
    });
  });
}
