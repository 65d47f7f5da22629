import { setTimeout as sleep } from 'node:timers/promises';
import type { Options } from './options.ts';
import type { Stage } from './stage.ts';

export const VICTIMS = ['api-1', 'api-2', 'worker', 'database'] as const;
export type Victim = (typeof VICTIMS)[number];
export type Kills = Record<Victim, number>;
export interface Until {
  enough(): boolean;
  tooLong(): boolean;
}

/**
 * kill -9 of one victim after the other, in random order and at random moments, each brought back at once;
 * a victim is only killed again after it was ready, so that every kill hits a working part. Counts go to
 * `kills`. Goes on until it is `enough` and every victim had its share, or until it takes `tooLong`.
 */
export async function killAtRandom(
  stage: Stage,
  options: Options,
  kills: Kills,
  until: Until,
): Promise<void> {
  const [api1, api2] = stage.apis;
  const comeback: Record<Victim, Promise<void>> = {
    'api-1': Promise.resolve(),
    'api-2': Promise.resolve(),
    worker: Promise.resolve(),
    database: Promise.resolve(),
  };
  const strike: Record<Victim, () => Promise<void>> = {
    'api-1': () => api1.kill().then(() => api1.start()),
    'api-2': () => api2.kill().then(() => api2.start()),
    worker: () => stage.worker.kill().then(() => stage.worker.start()),
    database: () => {
      stage.killDatabase();
      return stage.restartDatabase();
    },
  };
  let bag: Victim[] = [];
  const [least, most] = options.killPause;
  const wanting = () => VICTIMS.some((victim) => kills[victim] < options.killsEach);
  while (!until.tooLong() && (wanting() || !until.enough())) {
    if (bag.length === 0) bag = shuffled(VICTIMS);
    const victim = bag.pop();
    if (!victim) continue;
    await comeback[victim];
    await sleep(least + Math.random() * (most - least));
    kills[victim]++;
    comeback[victim] = strike[victim]();
    // Awaited at its next turn; until then a failure must not end this process unheard.
    comeback[victim].catch(() => undefined);
  }
  await Promise.all(Object.values(comeback));
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((item) => [Math.random(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);
}
