import { type Bid, countWon } from '../bid';
import { atLeastAfter, atLeastOf, median } from '../statistics/chances';
import { type Interval, wilson } from '../statistics/wilson';
import { minimumOf } from './minimum';

const DECIDED = minimumOf('I2').decided;

/** I2. `target` and `secured` (same currency as the fees) never leave the device. */
export type EnoughToLiveFrom =
  | { readonly kind: 'too-few'; readonly missingDecided: number; readonly missingOpen: number }
  | {
      readonly kind: 'chances';
      /** How many of the open bids have to be won, at their median fee. */
      readonly wanted: number;
      readonly open: number;
      readonly probability: number;
      /** The same at both ends of what the past bids allow: what is shown, never one number. */
      readonly range: Interval;
      /** From the coach's own forecasts, when every open bid has one. */
      readonly own: number | null;
    };

export function enoughToLiveFrom(bids: readonly Bid[], target: number, secured: number): EnoughToLiveFrom {
  const { won, lost, decided } = countWon(bids);
  const open = bids.filter(({ outcome, fee }) => outcome === null && fee !== null && fee > 0);
  const [missingDecided, missingOpen] = [Math.max(0, DECIDED - decided), open.length === 0 ? 1 : 0];
  if (missingDecided > 0 || missingOpen > 0) return { kind: 'too-few', missingDecided, missingOpen };
  const wanted = Math.max(0, Math.ceil((target - secured) / median(open.map(({ fee }) => fee ?? 0))));
  const { low, high } = wilson(won, decided);
  const allOf = (chance: number) =>
    atLeastOf(
      wanted,
      open.map(() => chance),
    );
  const forecasts = open.flatMap(({ pWin }) => (pWin === null ? [] : [pWin / 100]));
  return {
    kind: 'chances',
    wanted,
    open: open.length,
    probability: atLeastAfter(wanted, open.length, won, lost),
    range: { low: allOf(low), high: allOf(high) },
    own: forecasts.length === open.length ? atLeastOf(wanted, forecasts) : null,
  };
}
