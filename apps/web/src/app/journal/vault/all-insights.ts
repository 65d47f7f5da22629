import type * as journal from '@visavis/journal';

type Of<Name extends keyof typeof journal> = (typeof journal)[Name] extends (
  ...given: never[]
) => infer Figure
  ? Figure
  : never;

/** What to count, and what one wants to earn: both stay on this device. */
export interface InsightWish {
  readonly filter: journal.EntryFilter;
  /** In euros; without a target nothing is said about enough to live from. */
  readonly target?: number;
  readonly secured?: number;
}

/** Every insight at once, on the same bids. */
export interface AllInsights {
  readonly bids: number;
  /** Seals whose revision does not open: what they foresaw is left out, and said to be. */
  readonly unopenedSeals: number;
  readonly shareOfWon: Of<'shareOfWon'>;
  readonly enoughToLiveFrom: Of<'enoughToLiveFrom'> | null;
  readonly forecasts: Of<'judgeForecasts'>;
  readonly forecastSkill: Of<'forecastSkill'>;
  readonly askedOrWidened: Of<'askedOrWidened'>;
  readonly priceOfWidening: Of<'priceOfWidening'>;
  readonly whereIPutTheCause: Of<'whereIPutTheCause'>;
  readonly fitRatherThanMerit: Of<'fitRatherThanMerit'>;
  readonly myReasonAndTheirs: Of<'myReasonAndTheirs'>;
  readonly contradictions: Of<'contradictionsJudged'>;
  readonly missionsHeld: Of<'missionsHeld'>;
  readonly withoutClinging: Of<'withoutClinging'>;
  readonly whatBiddingCosts: Of<'whatBiddingCosts'>;
  readonly hotToCold: Of<'hotToCold'>;
  readonly trialsKept: Of<'trialsKept'>;
  /** The hypothesis that is being tested, under the id of its entry. */
  readonly hypothesis: {
    readonly id: string;
    readonly entry: journal.HypothesisEntry;
    readonly figures: Of<'hypothesisOfTheYear'>;
  } | null;
  readonly signals: Of<'countSignals'>;
}
