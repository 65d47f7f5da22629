export { type Bid, isDecided, type Outcome, OUTCOMES, type Stance, STANCES, wasForeseen } from './bid';
export type { Interval } from './statistics/wilson';
export { shareOfWon, type ShareOfWon } from './insights/share-of-won';
export { enoughToLiveFrom, type EnoughToLiveFrom } from './insights/enough-to-live-from';
export { type Forecast, type Forecasts, judgeForecasts } from './insights/forecasts';
export { type AskedOrWidened, askedOrWidened, type Compared, type Group } from './insights/asked-or-widened';
