import {
  asBid,
  askedOrWidened,
  type BidEntry,
  contradictionsJudged,
  countSignals,
  enoughToLiveFrom,
  type Entry,
  filterEntries,
  fitRatherThanMerit,
  forecastSkill,
  hotToCold,
  hypothesesInForce,
  hypothesisOfTheYear,
  judgeForecasts,
  type MarginDocument,
  missionsHeld,
  myReasonAndTheirs,
  priceOfWidening,
  sealingOf,
  shareOfWon,
  type Stored,
  trialsKept,
  whatBiddingCosts,
  whereIPutTheCause,
  withoutClinging,
} from '@visavis/journal';
import type { AllInsights, InsightWish } from '../all-insights';

/** What the figures are made from: everything that is open, and what the seals hold. */
export interface Material {
  readonly entries: readonly Stored<Entry>[];
  readonly margins: readonly MarginDocument[];
  readonly sealedIn: (id: string, revision: number) => BidEntry | undefined;
}

export function computeInsights(material: Material, wish: InsightWish, today: string): AllInsights {
  const wanted = filterEntries(material.entries, wish.filter);
  const stored = wanted.filter(isBid);
  const bids = stored.map(({ id, entry }) => asBid(entry, (revision) => material.sealedIn(id, revision)));
  const ids = new Set(stored.map(({ id }) => id));
  const [hypothesis] = hypothesesInForce(material.entries);
  return {
    bids: bids.length,
    unopenedSeals: stored.filter(({ id, entry }) => {
      const sealing = sealingOf(entry, 'forecast');
      return sealing && !material.sealedIn(id, sealing.revision);
    }).length,
    shareOfWon: shareOfWon(bids),
    enoughToLiveFrom:
      wish.target === undefined ? null : enoughToLiveFrom(bids, wish.target, wish.secured ?? 0),
    forecasts: judgeForecasts(bids),
    forecastSkill: forecastSkill(bids),
    askedOrWidened: askedOrWidened(bids),
    priceOfWidening: priceOfWidening(bids),
    whereIPutTheCause: whereIPutTheCause(bids),
    fitRatherThanMerit: fitRatherThanMerit(bids, today),
    myReasonAndTheirs: myReasonAndTheirs(bids),
    contradictions: contradictionsJudged(bids),
    missionsHeld: missionsHeld(bids, today),
    withoutClinging: withoutClinging(bids, today),
    whatBiddingCosts: whatBiddingCosts(bids),
    hotToCold: hotToCold(material.margins.filter(({ of }) => ids.has(of))),
    trialsKept: trialsKept(bids, today),
    hypothesis: hypothesis ? { ...hypothesis, figures: hypothesisOfTheYear(bids, hypothesis.entry) } : null,
    signals: countSignals(bids),
  };
}

function isBid(stored: Stored): stored is Stored<BidEntry> {
  return stored.entry.kind === 'bid';
}
