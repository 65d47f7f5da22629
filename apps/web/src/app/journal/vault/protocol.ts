import type { RecoveryKit, TypedAgain, VaultKey, VaultStanding } from './vault-types';
import type { VaultTrouble } from './vault-trouble';

/**
 * Everything the page may ask of the worker, and what it gets. A closed list: keys and what derives them are in none
 * of the answers, except what is shown to its owner once, in a kit.
 */
export interface Asks {
  look: () => VaultStanding;
  prepare: () => RecoveryKit;
  confirmAndOpen: (typed: TypedAgain) => VaultStanding;
  unlock: (key: VaultKey) => VaultStanding;
  /** Writes down whatever is still only in memory. After it the worker is ended, and with it every key. */
  flush: () => void;
}
export type Ask = keyof Asks;
export type Given<A extends Ask> = Parameters<Asks[A]> extends [infer Only] ? Only : undefined;
export type Answer<A extends Ask> = ReturnType<Asks[A]>;

export type Question = {
  readonly [A in Ask]: { readonly id: number; readonly ask: A; readonly given: Given<A> };
}[Ask];

/** What the worker needs of the person before it can go on: to sign in again, or to show that it is them. */
export type Need = 'session' | 'proof';

/** What the page says besides questions. */
export type ToWorker = Question | { readonly met: Need; readonly well: boolean };

/** What the worker says: answers, refusals, needs and news. */
export type FromWorker =
  | { readonly id: number; readonly answer: unknown }
  | {
      readonly id: number;
      readonly refused: VaultTrouble;
      readonly details: Readonly<Record<string, unknown>>;
    }
  | { readonly need: Need }
  | News;

/** Unasked: something changed. */
export type News = { readonly news: 'standing'; readonly standing: VaultStanding };
