import {
  asBid,
  askedOrWidened,
  contradictionsJudged,
  countSignals,
  enoughToLiveFrom,
  fitRatherThanMerit,
  forecastSkill,
  hotToCold,
  INSIGHTS,
  judgeForecasts,
  loadDemo,
  missionsHeld,
  myReasonAndTheirs,
  priceOfWidening,
  shareOfWon,
  trialsKept,
  whatBiddingCosts,
  whereIPutTheCause,
  withoutClinging,
  type Bid,
} from '@visavis/journal';
import type { AllInsights } from '../vault/all-insights';
import { describeInsights } from './describe-insights';
import { loadQuestionWords } from '../question-words';

beforeAll(loadQuestionWords);

const today = '2026-11-27';

function found(bids: readonly Bid[]): AllInsights {
  return {
    bids: bids.length,
    unopenedSeals: 0,
    signals: countSignals(bids),
    shareOfWon: shareOfWon(bids),
    enoughToLiveFrom: enoughToLiveFrom(bids, 40_000, 10_000),
    forecasts: judgeForecasts(bids),
    forecastSkill: forecastSkill(bids),
    askedOrWidened: askedOrWidened(bids),
    priceOfWidening: priceOfWidening(bids),
    whereIPutTheCause: whereIPutTheCause(bids),
    myReasonAndTheirs: myReasonAndTheirs(bids),
    hypothesis: null,
    contradictions: contradictionsJudged(bids),
    missionsHeld: missionsHeld(bids, today),
    fitRatherThanMerit: fitRatherThanMerit(bids, today),
    withoutClinging: withoutClinging(bids, today),
    whatBiddingCosts: whatBiddingCosts(bids),
    hotToCold: hotToCold([]),
    trialsKept: trialsKept(bids, today),
  };
}

describe('insights on the page', () => {
  it('are all there, each picture with its figures in a table', async () => {
    const cards = describeInsights(found((await loadDemo(today)).map((entry) => asBid(entry))));
    expect(cards.map(({ id }) => id)).toEqual(INSIGHTS.map(({ id }) => id));
    const pictured = cards.filter(({ picture }) => picture);
    expect(pictured.length).toBeGreaterThanOrEqual(7);
    for (const { table } of pictured) expect(table?.rows.length).toBeGreaterThan(0);
    for (const { table } of cards)
      for (const row of table?.rows ?? []) expect(row).toHaveLength(table!.head.length);
  });

  it('say how many are missing and show no picture of a verdict below their minimum', async () => {
    const few = (await loadDemo(today)).slice(0, 3).map((entry) => asBid(entry));
    const cards = describeInsights(found(few));
    const one = (id: string) => cards.find((card) => card.id === id)!;
    for (const id of ['I1', 'I5', 'I8', 'I11', 'I15']) expect(one(id).picture).toBeNull();
    expect(one('I1').sentences.join(' ')).toContain('Il en faut encore');
  });

  it('keep what is of the margin apart', () => {
    const cards = describeInsights(found([]));
    expect(cards.filter(({ isOfMargin }) => isOfMargin).map(({ id }) => id)).toEqual(['I14']);
  });
});
