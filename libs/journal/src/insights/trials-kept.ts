import type { Bid } from '../bid';
import { type Interval, wilson } from '../statistics/wilson';
import { minimumOf, missing } from './minimum';

/** I15, "trials kept": no streak, no score. */
export interface TrialsKept {
  readonly done: number;
  readonly due: number;
  readonly interval: Interval | null;
  readonly missing: number;
  /** Places, in the list handed in, of bids whose trial was done and useful. */
  readonly useful: readonly number[];
}

export function trialsKept(bids: readonly Bid[], today: string): TrialsKept {
  const isDone = ({ answers }: Bid) => ['done_useful', 'done_not'].includes(answers.experiment_done ?? '');
  const due = bids.filter((bid) => {
    const { experiment } = bid.answers;
    return experiment?.then && (isDone(bid) || (experiment.check_date ?? '9999') <= today);
  });
  const done = due.filter(isDone).length;
  const lacking = missing(minimumOf('I15').any, due.length);
  return {
    done,
    due: due.length,
    interval: lacking === 0 ? wilson(done, due.length) : null,
    missing: lacking,
    useful: bids.flatMap(({ answers }, at) => (answers.experiment_done === 'done_useful' ? [at] : [])),
  };
}
