import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until `question` says yes.
 *
 * @throws Error naming `what` after `patienceMs`
 */
export async function waitUntil(
  what: string,
  question: () => Promise<boolean>,
  patienceMs: number,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await question())) {
    if (Date.now() > deadline) throw new Error(`${what} within ${patienceMs / 1000} s: it did not happen.`);
    await sleep(40);
  }
}

/** Whether this address answers with a 2xx. */
export async function isOk(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    // Not listening yet.
    return false;
  }
}
