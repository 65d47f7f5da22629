import { type Bid, isDecided } from '../bid';
import { type Interval, wilson } from '../statistics/wilson';
import { minimumOf, missing } from './minimum';

/** I8, "my reason and theirs": encourages asking, never grades. */
export interface MyReasonAndTheirs {
  readonly agreed: number;
  /** Bids with both reasons, theirs spoken or written by them. */
  readonly compared: number;
  readonly interval: Interval | null;
  /** Decided bids whose reason was heard from those who decided. */
  readonly asked: number;
  readonly decided: number;
  readonly missing: number;
}

export function myReasonAndTheirs(bids: readonly Bid[]): MyReasonAndTheirs {
  const decided = bids.filter(isDecided);
  const heard = decided.filter(
    ({ answers: { reason_source: source } }) => source === 'spoken' || source === 'written',
  );
  const both = bids.filter(
    ({ answers: { my_guess_reason: mine, client_reason_code: theirs, reason_source: source } }) =>
      mine && theirs && (source === 'spoken' || source === 'written'),
  );
  const agreed = both.filter(({ answers }) => answers.my_guess_reason === answers.client_reason_code).length;
  const lacking = missing(minimumOf('I8').any, both.length);
  return {
    agreed,
    compared: both.length,
    interval: lacking === 0 ? wilson(agreed, both.length) : null,
    asked: heard.length,
    decided: decided.length,
    missing: lacking,
  };
}
