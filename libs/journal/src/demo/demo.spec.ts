import { asBid } from '../as-bid';
import { entryDocument } from '../entry/entry-document';
import { askedOrWidened } from '../insights/asked-or-widened';
import { enoughToLiveFrom } from '../insights/enough-to-live-from';
import { fitRatherThanMerit } from '../insights/fit-rather-than-merit';
import { judgeForecasts } from '../insights/forecasts';
import { missionsHeld } from '../insights/missions-held';
import { myReasonAndTheirs } from '../insights/my-reason-and-theirs';
import { shareOfWon } from '../insights/share-of-won';
import { whereIPutTheCause } from '../insights/where-i-put-the-cause';
import { loadDemo } from './load-demo';

const TODAY = '2026-11-27';

describe('the fictitious journal', () => {
  it('has forty bids, each valid, marked as an example and called by a name of its own', async () => {
    const all = await loadDemo(TODAY);
    expect(all).toHaveLength(40);
    expect(all.filter((entry) => !entryDocument.safeParse(entry).success)).toEqual([]);
    expect(all.every(({ demo }) => demo === true)).toBe(true);
    expect(new Set(all.map(({ answers }) => answers.alias)).size).toBe(40);
  });

  it('lies in the past of whatever day it is loaded on', async () => {
    for (const today of [TODAY, '2028-02-29'])
      for (const { createdOn, answers, seals } of await loadDemo(today)) {
        expect(createdOn < today).toBe(true);
        expect((answers.outcome_date ?? createdOn) < today).toBe(true);
        expect(seals.every(({ on }) => on <= today)).toBe(true);
      }
  });

  it('has enough of everything for the first insights to speak', async () => {
    const bids = (await loadDemo(TODAY)).map((entry) => asBid(entry));
    expect(shareOfWon(bids)).toMatchObject({ won: 11, decided: 29, missing: 0 });
    expect(judgeForecasts(bids)).toMatchObject({ missing: 0 });
    expect(askedOrWidened(bids).compared).not.toBeNull();
    expect(whereIPutTheCause(bids).verdict).not.toBeNull();
    expect(fitRatherThanMerit(bids, TODAY).trend).not.toBeNull();
    expect(myReasonAndTheirs(bids)).toMatchObject({ missing: 0 });
    expect(missionsHeld(bids, TODAY)).toMatchObject({ missing: 0 });
    expect(enoughToLiveFrom(bids, 20_000, 5_000).kind).toBe('chances');
  });
});

describe('what the insights read of an entry', () => {
  it('takes figures of foresight from the revision they were sealed in', async () => {
    const [entry] = (await loadDemo(TODAY)).filter(({ answers }) => answers.outcome === 'lost');
    if (!entry) throw new Error('some bids were lost');
    const sealed = { ...entry, answers: { ...entry.answers, p_win: 5, stance: 'questioned' } } as const;
    const asked: number[] = [];
    const bid = asBid(entry, (revision) => {
      asked.push(revision);
      return sealed;
    });
    expect(asked).toEqual([2]);
    expect(bid).toMatchObject({
      pWin: 5,
      stance: 'questioned',
      outcome: 'lost',
      forecastSealedOn: entry.createdOn,
    });
    expect(bid.answers.camera).toBe(entry.answers.camera);
    expect(asBid(entry, () => undefined).forecastSealedOn).toBeNull();
  });
});
