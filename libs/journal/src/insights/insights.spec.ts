import { wasForeseen } from '../bid';
import { wilson } from '../statistics/wilson';
import { aBid, bids } from '../testing/a-bid';
import { askedOrWidened } from './asked-or-widened';
import { enoughToLiveFrom } from './enough-to-live-from';
import { judgeForecasts } from './forecasts';
import { shareOfWon } from './share-of-won';

describe('my share of won bids', () => {
  it('shows counts at once, an interval from five, a percentage from ten, and how many are missing', () => {
    expect(shareOfWon(bids(4))).toMatchObject({
      won: 0,
      decided: 4,
      interval: null,
      share: null,
      missing: 1,
    });
    expect(shareOfWon(bids(5))).toMatchObject({ interval: wilson(0, 5), share: null, missing: 5 });
    const seven = shareOfWon([...bids(5), ...bids(2, { outcome: 'won' })]);
    expect(seven).toMatchObject({ won: 2, decided: 7, interval: wilson(2, 7), share: null, missing: 3 });
    const ten = shareOfWon([...bids(7), ...bids(3, { outcome: 'won' })]);
    expect(ten).toMatchObject({ interval: wilson(3, 10), share: 0.3, missing: 0 });
    expect(shareOfWon([])).toMatchObject({ decided: 0, missing: 5 });
  });

  it('keeps apart what was not decided between won and lost', () => {
    const shown = shareOfWon([
      aBid({ outcome: 'no_decision' }),
      aBid({ outcome: 'declined' }),
      aBid({ outcome: 'declined' }),
      aBid({ outcome: 'withdrawn' }),
      aBid({ outcome: null }),
      aBid(),
    ]);
    expect(shown).toMatchObject({ decided: 1, apart: { no_decision: 1, withdrawn: 1, declined: 2 } });
  });

  it('counts bids entered from memory', () => {
    expect(shareOfWon(bids(3, { fromMemory: true })).decided).toBe(3);
  });
});

describe('enough to live from', () => {
  const open = (count: number, change = {}) => bids(count, { outcome: null, outcomeDate: null, ...change });

  it('waits for eight decisions and one open bid with a fee', () => {
    expect(enoughToLiveFrom(bids(6), 1000, 0)).toEqual({
      kind: 'too-few',
      missingDecided: 2,
      missingOpen: 1,
    });
    const unpriced = [...bids(8), ...open(2, { fee: null })];
    expect(enoughToLiveFrom(unpriced, 1000, 0)).toMatchObject({ kind: 'too-few', missingOpen: 1 });
  });

  it('asks how many of the open bids must be won, and gives a range that holds its middle', () => {
    const past = [...bids(6), ...bids(4, { outcome: 'won' })];
    const found = enoughToLiveFrom([...past, ...open(5)], 10_000, 1_000);
    if (found.kind !== 'chances') throw new Error('there are enough bids');
    expect(found).toMatchObject({ wanted: 3, open: 5, own: 0.5 });
    expect(found.range.low).toBeLessThan(found.probability);
    expect(found.range.high).toBeGreaterThan(found.probability);
    expect(enoughToLiveFrom([...past, ...open(5)], 10_000, 10_000)).toMatchObject({
      wanted: 0,
      probability: 1,
    });
    expect(enoughToLiveFrom([...past, ...open(2)], 90_000, 0)).toMatchObject({ probability: 0 });
    expect(enoughToLiveFrom([...past, ...open(4), ...open(1, { pWin: null })], 1, 0)).toMatchObject({
      own: null,
    });
  });
});

describe('my forecasts', () => {
  it('give a direction from ten and a verdict from twenty', () => {
    expect(judgeForecasts(bids(9))).toMatchObject({ difference: null, verdict: null, missing: 1 });
    expect(judgeForecasts(bids(10))).toMatchObject({ difference: 0.5, verdict: null, missing: 10 });
    expect(judgeForecasts(bids(20))).toMatchObject({ verdict: 'too-confident', missing: 0 });
    expect(judgeForecasts(bids(20, { outcome: 'won' })).verdict).toBe('too-cautious');
    expect(judgeForecasts([...bids(10), ...bids(10, { outcome: 'won' })]).verdict).toBe('right');
  });

  it('leave out what hindsight touched: from memory, sealed after the outcome, never sealed', () => {
    const touched = [
      aBid({ fromMemory: true }),
      aBid({ forecastSealedOn: '2026-03-11' }),
      aBid({ forecastSealedOn: null }),
    ];
    expect(touched.map(wasForeseen)).toEqual([false, false, false]);
    expect(wasForeseen(aBid({ forecastSealedOn: '2026-03-10' }))).toBe(true);
    const others = [
      aBid({ outcome: 'withdrawn' }),
      aBid({ outcome: null, outcomeDate: null }),
      aBid({ pWin: null }),
    ];
    expect(judgeForecasts([...touched, ...others]).all).toEqual([]);
  });
});

describe('as asked or widened', () => {
  const asked = (won: number, lost: number) => [...bids(won, { outcome: 'won' }), ...bids(lost)];
  const widened = (won: number, lost: number) => [
    ...bids(won, { outcome: 'won', stance: 'widened_steps' }),
    ...bids(lost, { stance: 'widened_open' }),
  ];

  it('waits for eight decisions on each side', () => {
    expect(askedOrWidened([...asked(3, 5), ...widened(2, 4)])).toMatchObject({
      compared: null,
      missingAsked: 0,
      missingWidened: 2,
    });
  });

  it('says that nothing can be said unless one side is rather clearly ahead', () => {
    const even = askedOrWidened([...asked(4, 4), ...widened(4, 4)]).compared;
    expect(even?.verdict).toBe('undecided');
    expect(even?.difference.low).toBeLessThan(0);
    expect(even?.difference.high).toBeGreaterThan(0);
    expect(askedOrWidened([...asked(9, 1), ...widened(1, 9)]).compared?.verdict).toBe('asked');
    expect(askedOrWidened([...asked(1, 9), ...widened(9, 1)]).compared?.verdict).toBe('widened');
  });

  it('gives the same figure every time, and keeps questioned briefs and memories apart', () => {
    const all = [...asked(5, 6), ...widened(3, 8), ...bids(4, { stance: 'questioned' })];
    const found = askedOrWidened(all);
    expect(askedOrWidened(all)).toEqual(found);
    expect(found).toMatchObject({ asked: { won: 5, lost: 6 }, questioned: { won: 0, lost: 4 } });
    expect(askedOrWidened(bids(20, { fromMemory: true })).asked).toEqual({ won: 0, lost: 0 });
  });
});
