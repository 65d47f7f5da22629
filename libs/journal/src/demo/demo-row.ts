import type { Answers } from '../entry/answers';

/** One fictitious bid, in the words of an invented coach. */
export interface DemoRow {
  readonly alias: string;
  readonly source: NonNullable<Answers['source']>;
  readonly stance: NonNullable<Answers['stance']>;
  /** `null`: still open. */
  readonly outcome: Answers['outcome'] | null;
  /** Of the decision, or of the beginning of an open bid, before today. */
  readonly daysAgo: number;
  readonly pWin: number;
  readonly pEffect: number;
  readonly fee: number;
  readonly brief: string;
  readonly camera?: string;
  readonly fit?: string;
  readonly wellDone?: string;
  readonly trial?: readonly [when: string, then: string];
}
