import type { Bid } from '../bid';
import type { Answers } from '../entry/answers';
import { startMargin } from '../entry/start-entry';
import { aBid, bids } from '../testing/a-bid';
import { refusalOf } from '../testing/refusal-of';
import { contradictionsJudged } from './contradictions';
import { fitRatherThanMerit } from './fit-rather-than-merit';
import { forecastCurve } from './forecast-curve';
import { forecastSkill } from './forecast-skill';
import { hotToCold } from './hot-to-cold';
import {
  countSignals,
  declareHypothesis,
  endHypothesis,
  hypothesisOfTheYear,
} from './hypothesis-of-the-year';
import { hypothesesEnded, hypothesesInForce } from './hypothesis-in-force';
import { missionOf } from './mission';
import { missionsHeld } from './missions-held';
import { myReasonAndTheirs } from './my-reason-and-theirs';
import { priceOfWidening } from './price-of-widening';
import { trialsKept } from './trials-kept';
import { whatBiddingCosts } from './what-bidding-costs';
import { whereIPutTheCause } from './where-i-put-the-cause';
import { withoutClinging } from './without-clinging';

const TODAY = '2026-11-27';
const answered = (count: number, answers: Answers, change: Partial<Bid> = {}) =>
  bids(count, { ...change, answers });
const effects = (...levels: (0 | 1 | 2 | 3 | 4)[]): Answers => ({
  effects_intended: levels.map(() => ({ effect: 'x' })),
  effects_observed: levels.map((level, effect_ref) => ({ effect_ref, level, when: 'end', seen_by: ['me'] })),
});
const held = (count: number, change: Partial<Bid> = {}) =>
  answered(count, effects(3, 4), { outcome: 'won', ...change });

describe('the curve of forecasts', () => {
  const of = (chance: number, count: number, won: number) =>
    Array.from({ length: count }, (_, at) => ({ chance, won: at < won }));

  it('waits for forty, has at most four bins of at least ten, and keeps equal forecasts together', () => {
    expect(forecastCurve(of(0.5, 39, 20))).toBeNull();
    expect(forecastCurve(of(0.5, 40, 20))?.map(({ count, won }) => [count, won])).toEqual([[40, 20]]);
    const four = forecastCurve([
      ...of(0.2, 12, 2),
      ...of(0.4, 8, 3),
      ...of(0.5, 10, 5),
      ...of(0.8, 12, 9),
      ...of(0.9, 3, 3),
    ]);
    expect(four?.map(({ count }) => count)).toEqual([12, 18, 15]);
    expect(four?.[2]?.forecast).toBeCloseTo(0.82);
    expect(four?.[0]?.interval.low).toBeLessThan(2 / 12);
  });
});

describe('forecasts against one’s own average', () => {
  it('wait for twenty, and say nothing where nothing varied', () => {
    expect(forecastSkill(bids(19))).toMatchObject({ skill: null, verdict: null, missing: 1 });
    expect(forecastSkill(bids(20))).toMatchObject({ skill: null, verdict: 'undecided', missing: 0 });
    const sharp = [...bids(12, { pWin: 10 }), ...bids(12, { pWin: 90, outcome: 'won' })];
    expect(forecastSkill(sharp).verdict).toBe('better');
    expect(forecastSkill(sharp.map((bid) => ({ ...bid, pWin: 100 - (bid.pWin ?? 0) }))).verdict).toBe(
      'worse',
    );
  });

  it('give the same figure in whatever order the bids come', () => {
    const mixed = [
      ...bids(9, { pWin: 30 }),
      ...bids(7, { pWin: 60, outcome: 'won' }),
      ...bids(6, { pWin: 70 }),
    ];
    expect(forecastSkill(mixed.toReversed())).toEqual(forecastSkill(mixed));
  });
});

describe('missions', () => {
  it('hold their share of intended effects, the later observation over the earlier', () => {
    const late = { effect_ref: 1, level: 1, when: 'plus_6_months', seen_by: ['third'] } as const;
    const { effects_observed: end = [], ...rest } = effects(3, 3, 2);
    const bid = aBid({ outcome: 'won', answers: { ...rest, effects_observed: [late, ...end] } });
    expect(missionOf(bid)).toEqual({ intended: 3, reached: 1, seenByMeAlone: 1, share: 1 / 3 });
    expect(missionOf(aBid({ outcome: 'won' }))).toBeNull();
    expect(missionOf(aBid({ answers: effects(4) }))).toBeNull();
  });

  it('are unknown without follow-up after ninety days, never a success', () => {
    const old = { outcome: 'won', outcomeDate: '2026-08-28' } as const;
    const found = missionsHeld(
      [...held(4), ...bids(2, old), aBid({ ...old, outcomeDate: '2026-08-30' })],
      TODAY,
    );
    expect(found).toMatchObject({
      followed: 4,
      unknown: 2,
      reached: 8,
      seenByMeAlone: 8,
      share: null,
      missing: 1,
    });
    expect(missionsHeld(held(5), TODAY)).toMatchObject({
      share: 1,
      interval: { low: 1, high: 1 },
      missing: 0,
    });
  });

  it('judge the forecasts about them from twenty', () => {
    expect(missionsHeld(held(19, { pEffect: 50 }), TODAY)).toMatchObject({
      verdict: null,
      missingForecasts: 1,
    });
    expect(missionsHeld(held(20, { pEffect: 50 }), TODAY).verdict).toBe('too-cautious');
    expect(missionsHeld(held(20, { pEffect: 50, fromMemory: true }), TODAY).forecasts).toBe(0);
  });
});

describe('the price of widening', () => {
  it('is what one believes until eight decisions and four missions on a side, then two figures and their product', () => {
    const stated = { pWin: 40, pEffect: 50, pWinOther: 70, stance: 'widened_open' } as const;
    const few = priceOfWidening([...bids(4, stated), ...held(3, stated)]).widened;
    expect(few).toMatchObject({ figures: null, missingDecided: 1, missingFollowed: 1 });
    expect(few.stated?.count).toBe(7);
    expect(few.stated?.both).toBeCloseTo(0.2);
    expect(few.stated?.chosenOtherwise).toBeCloseTo(0.7);
    const enough = priceOfWidening([...bids(4, stated), ...held(4, stated)]).widened.figures;
    expect(enough).toMatchObject({ chosen: 0.5, held: 0.9, both: 0.45 });
    expect(priceOfWidening(bids(8, { ...stated, fromMemory: true })).widened.stated).toBeNull();
  });
});

describe('where I put the cause', () => {
  const self: Answers = { attribution: { too_early: 80, unknown: 20 } };
  const them: Answers = { attribution: { not_ready: 90, too_skilful: 10 } };

  it('waits for six losses and four wins, and names neither bias without reason', () => {
    const few = whereIPutTheCause([...answered(5, them), ...answered(3, self, { outcome: 'won' })]);
    expect(few).toMatchObject({ index: null, missingLost: 1, missingWon: 1 });
    expect(few.lost.shares).toMatchObject({ client: 0.9, self: 0.1, unknown: 0 });
    const of = (lost: Answers, won: Answers) =>
      whereIPutTheCause([...answered(6, lost), ...answered(4, won, { outcome: 'won' })]);
    expect(of(them, self)).toMatchObject({ verdict: 'self-serving', missingLost: 0 });
    expect(of(self, them).verdict).toBe('self-blaming');
    expect(of(self, self)).toMatchObject({ verdict: 'undecided' });
  });

  it('leaves out points that do not add up to a hundred', () => {
    expect(whereIPutTheCause(answered(1, { attribution: { unknown: 60 } })).lost.count).toBe(0);
  });
});

describe('fit rather than merit', () => {
  it('waits for six, and compares twelve months with before from eight each', () => {
    const fit: Answers = { attribution: { cultures: 50, alliance: 50 } };
    expect(fitRatherThanMerit(answered(5, fit), TODAY)).toMatchObject({ shares: null, missing: 1 });
    const enough = fitRatherThanMerit(answered(6, fit), TODAY);
    expect(enough.shares?.between.share).toBeCloseTo(6.5 / 9);
    expect(enough.shares?.between.low).toBeLessThan(6.5 / 9);
    const before = answered(8, fit, { outcomeDate: '2025-11-27' });
    expect(fitRatherThanMerit([...before, ...answered(7, fit)], TODAY)).toMatchObject({
      trend: null,
      missingRecent: 1,
    });
    expect(fitRatherThanMerit([...before, ...answered(8, fit)], TODAY).trend).not.toBeNull();
  });
});

describe('my reason and theirs', () => {
  it('compares only what was heard from them, and counts how often that was', () => {
    const same: Answers = { my_guess_reason: 'price', client_reason_code: 'price', reason_source: 'spoken' };
    const other: Answers = { ...same, client_reason_code: 'network', reason_source: 'written' };
    const rumour: Answers = { ...same, reason_source: 'third' };
    const all = [...answered(2, same), ...answered(3, other), ...answered(4, rumour), ...bids(1)];
    expect(myReasonAndTheirs(all)).toEqual({
      agreed: 2,
      compared: 5,
      interval: null,
      asked: 5,
      decided: 10,
      missing: 1,
    });
    expect(myReasonAndTheirs([...all, ...answered(1, same)])).toMatchObject({
      agreed: 3,
      compared: 6,
      missing: 0,
    });
  });
});

describe('contradictions', () => {
  it('count each bid once, under the worst that was seen before the outcome', () => {
    const seen: Answers = { contradictions: [{ nature: 'fertile' }, { nature: 'sterile' }] };
    const all = [
      ...answered(5, seen),
      ...answered(1, seen, { fromMemory: true }),
      aBid({ outcome: 'no_decision' }),
    ];
    const [sterile, , fertile, none] = contradictionsJudged(all);
    expect(sterile).toMatchObject({ lost: 5, won: 0, missing: 0 });
    expect(sterile?.interval?.high).toBeCloseTo(0.434, 3);
    expect(fertile).toMatchObject({ lost: 0, interval: null, missing: 5 });
    expect(none).toMatchObject({ noDecision: 1 });
  });
});

describe('the hypothesis of the year', () => {
  const declared = declareHypothesis([], { signal: 'alliance_pre' }, '2026-01-01');
  const rated = (points: number, count: number, change: Partial<Bid> = {}) =>
    answered(count, { alliance_pre: { goal: points, way: points, trust: points } }, change);

  it('is one at a time, and names a value where its signal has several', () => {
    expect(refusalOf(() => declareHypothesis([declared], { signal: 'source' }, TODAY)).reason).toBe(
      'one-at-a-time',
    );
    const ended = [endHypothesis(declared, TODAY)];
    expect(refusalOf(() => declareHypothesis(ended, { signal: 'source' }, TODAY)).details).toEqual({
      errors: [{ field: 'value', code: 'required' }],
    });
    expect(declareHypothesis(ended, { signal: 'source', value: 'tender' }, TODAY).answers.value).toBe(
      'tender',
    );
  });

  it('is tested on foreseen bids begun after it was declared, from eight on each side', () => {
    const all = [...rated(5, 8, { outcome: 'won' }), ...rated(4, 8)];
    expect(hypothesisOfTheYear(all, declared).compared?.verdict).toBe('asked');
    expect(hypothesisOfTheYear(all.slice(1), declared)).toMatchObject({ compared: null, missingHigh: 1 });
    const early = { createdOn: '2026-01-01' };
    expect(hypothesisOfTheYear(rated(5, 8, early), declared)).toMatchObject({ missingHigh: 8 });
    expect(hypothesisOfTheYear(rated(5, 8, { fromMemory: true }), declared)).toMatchObject({
      missingHigh: 8,
    });
  });

  it('that counts is the earlier of two that were declared apart, on every device', () => {
    const early = { id: 'b', entry: declared };
    const late = { id: 'a', entry: { ...declared, answers: { ...declared.answers, declaredOn: TODAY } } };
    const ended = { id: 'c', entry: endHypothesis(declared, TODAY) };
    for (const all of [
      [early, late, ended],
      [ended, late, early],
    ]) {
      expect(hypothesesInForce(all).map(({ id }) => id)).toEqual(['b', 'a']);
      expect(hypothesesEnded(all).map(({ id }) => id)).toEqual(['c']);
    }
  });

  it('leaves all other signals to their counts', () => {
    const counts = countSignals(answered(2, { ethics_parity: 3, echo_tags: ['rushed'], source: 'tender' }));
    const of = (signal: string, value?: string) =>
      counts.find((each) => each.signal === signal && each.value === value);
    expect(of('ethics_parity')).toMatchObject({ high: { lost: 2 }, low: { lost: 0 } });
    expect(of('echo_tags', 'rushed')).toMatchObject({ high: { lost: 2 } });
    expect(of('source', 'inbound')).toMatchObject({ high: { lost: 0 }, low: { lost: 2 } });
    expect(of('proposal_skill')).toMatchObject({ high: { lost: 0 }, low: { lost: 0 } });
  });
});

describe('focus without clinging', () => {
  it('shows attachment by open bids, relates them from twelve, and lists what was not laid down', () => {
    const dots = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        aBid({ answers: { open_bids_now: at % 5, attachment: 9 - (at % 5) } }),
      );
    expect(withoutClinging(dots(11), TODAY)).toMatchObject({ kendall: null, missing: 1 });
    const found = withoutClinging(dots(12), TODAY);
    expect(found.kendall?.tau).toBeCloseTo(-1);
    expect(found.bands.map(({ count, median }) => [count, median])).toEqual([
      [6, 8.5],
      [4, 6.5],
      [2, 5],
    ]);
    const laidDown = aBid({ answers: { closed: 'closed' } });
    const recent = aBid({ outcomeDate: '2026-09-29' });
    expect(
      withoutClinging([laidDown, aBid(), recent, aBid({ outcomeDate: '2026-09-28' })], TODAY).openLoops,
    ).toEqual([1, 3]);
  });
});

describe('what bidding costs', () => {
  it('gives hours from five of a kind, and hours per won bid', () => {
    const all = [...answered(4, { hours_bid: 10 }), ...answered(5, { hours_bid: 6 }, { outcome: 'won' })];
    const { rows, hoursPerWon } = whatBiddingCosts(all);
    expect(rows[1]).toMatchObject({ outcome: 'lost', hours: null, missing: 1 });
    expect(rows[0]).toMatchObject({ outcome: 'won', hours: { middle: 6 }, missing: 0 });
    expect(hoursPerWon).toBe(14);
  });
});

describe('from hot to cold', () => {
  it('pairs the same feeling in one margin, from six', () => {
    const margins = (count: number) =>
      Array.from({ length: count }, () => ({
        ...startMargin('b'),
        answers: { hot_anger: 8, cold_anger: 3, hot_joy: 1 },
      }));
    expect(hotToCold(margins(5))[1]).toMatchObject({ emotion: 'anger', pairs: 5, median: null, missing: 1 });
    expect(hotToCold(margins(6))[1]).toMatchObject({ median: -5, p: 2 / 64 });
    expect(hotToCold(margins(6))[5]).toMatchObject({ emotion: 'joy', pairs: 0 });
  });
});

describe('trials', () => {
  it('count when they are due or done, from five', () => {
    const trial = (check_date: string, done?: Answers['experiment_done']): Answers => ({
      experiment: { when: 'a', then: 'b', check_date },
      ...(done && { experiment_done: done }),
    });
    const all = [
      ...answered(3, trial('2026-11-01')),
      ...answered(1, trial('2027-01-01', 'done_useful')),
      ...answered(2, trial('2027-01-01')),
    ];
    expect(trialsKept(all, TODAY)).toMatchObject({
      done: 1,
      due: 4,
      interval: null,
      missing: 1,
      useful: [3],
    });
    expect(trialsKept([...all, ...answered(1, trial('2026-11-02', 'done_not'))], TODAY)).toMatchObject({
      done: 2,
      due: 5,
    });
  });
});
