import type { Bid } from '../bid';
import { askedOrWidened } from '../insights/asked-or-widened';
import { contradictionsJudged } from '../insights/contradictions';
import { enoughToLiveFrom } from '../insights/enough-to-live-from';
import { fitRatherThanMerit } from '../insights/fit-rather-than-merit';
import { forecastSkill } from '../insights/forecast-skill';
import { judgeForecasts } from '../insights/forecasts';
import { hotToCold } from '../insights/hot-to-cold';
import { missionsHeld } from '../insights/missions-held';
import { myReasonAndTheirs } from '../insights/my-reason-and-theirs';
import { priceOfWidening } from '../insights/price-of-widening';
import { shareOfWon } from '../insights/share-of-won';
import { trialsKept } from '../insights/trials-kept';
import { whatBiddingCosts } from '../insights/what-bidding-costs';
import { whereIPutTheCause } from '../insights/where-i-put-the-cause';
import { withoutClinging } from '../insights/without-clinging';
import { aBid, bids } from '../testing/a-bid';
import { ENGLISH } from '../words/english/english';
import { FRENCH } from '../words/french/french';
import {
  sayAskedOrWidened,
  sayEnoughToLiveFrom,
  sayPriceOfWidening,
  sayShareOfWon,
} from './say-being-chosen';
import {
  sayContradictions,
  sayFitRatherThanMerit,
  sayMyReasonAndTheirs,
  sayWhereIPutTheCause,
} from './say-causes';
import { sayForecasts, sayForecastSkill, sayMissionsHeld } from './say-forecasts';
import { sayHotToCold, sayTrialsKept, sayWhatBiddingCosts, sayWithoutClinging } from './say-practice';

const TODAY = '2026-11-27';
const won = (count: number, change: Partial<Bid> = {}) => bids(count, { outcome: 'won', ...change });
const open = (count: number) => bids(count, { outcome: null, outcomeDate: null });

describe('below their minimum insights', () => {
  it('give counts and how many are missing, in the words of the specification', () => {
    expect(sayShareOfWon(shareOfWon([...bids(1), ...won(1)]), 'fr')).toEqual([
      '1 sur 2.',
      'À part : sans suite 0, retirées 0, déclinées 0.',
      'Il en faut encore 3 pour pouvoir dire quelque chose.',
    ]);
    expect(sayShareOfWon(shareOfWon(bids(4)), 'en').at(-1)).toBe(
      '1 more is needed before anything can be said.',
    );
    expect(sayForecasts(judgeForecasts(bids(3)), 'fr')).toEqual([
      'Pronostics scellés sur des offres décidées : 3, dont retenues : 0.',
      'Il en faut encore 7 pour pouvoir dire quelque chose.',
    ]);
    expect(sayPriceOfWidening(priceOfWidening(bids(1, { pEffect: 40 })), 'fr').slice(0, 3)).toEqual([
      'À la lettre : choisie 0 sur 1, mission tenue 0 sur 0.',
      'Ce que vous croyez : choisie 50 %, tenue 40 %, les deux 20 %.',
      'À la lettre, offres décidées : il en faut encore 7 pour pouvoir dire quelque chose.',
    ]);
  });

  it('never give a percentage from between five and nine bids, only the range', () => {
    expect(sayShareOfWon(shareOfWon([...bids(4), ...won(2)]), 'fr')[0]).toBe('2 sur 6 : entre 10 % et 70 %.');
    expect(sayShareOfWon(shareOfWon([...bids(7), ...won(3)]), 'fr')[0]).toBe(
      '3 sur 10 : 30 % d’offres retenues, entre 11 % et 60 %.',
    );
  });
});

describe('verdicts', () => {
  it('are worded as specified', () => {
    const even = [
      ...bids(4),
      ...won(4),
      ...bids(4, { stance: 'widened_open' }),
      ...won(4, { stance: 'widened_open' }),
    ];
    expect(sayAskedOrWidened(askedOrWidened(even), 'fr')).toContain('Rien ne permet de trancher.');
    expect(sayForecastSkill(forecastSkill(bids(20)), 'fr')).toContain('On ne peut pas dire.');
    expect(sayForecasts(judgeForecasts(bids(20)), 'fr')).toContain('Vos pronostics sont trop confiants.');
    expect(sayForecasts(judgeForecasts(won(20)), 'en')).toContain('Your forecasts are too cautious.');
    const asked = { my_guess_reason: 'price', client_reason_code: 'price', reason_source: 'spoken' } as const;
    expect(sayMyReasonAndTheirs(myReasonAndTheirs([aBid({ answers: asked }), aBid()]), 'fr')[1]).toBe(
      'Je l’ai demandé dans 1 cas sur 2.',
    );
    const mission = {
      effects_intended: [{}],
      effects_observed: [{ effect_ref: 0, level: 4, seen_by: ['me'] }],
    } as const;
    expect(sayMissionsHeld(missionsHeld(won(1, { answers: mission }), TODAY), 'fr')).toContain(
      'Jugé par vous seul : 1.',
    );
  });

  it('on chances never are one number', () => {
    const found = enoughToLiveFrom([...bids(6), ...won(4), ...open(5)], 10_000, 1_000);
    expect(sayEnoughToLiveFrom(found, 'fr')).toEqual([
      'Entre 0 et 8 chances sur 10 d’atteindre votre montant : offres à gagner, 3 sur 5 en cours.',
      'D’après vos propres pronostics : 5 sur 10.',
    ]);
    expect(sayEnoughToLiveFrom(enoughToLiveFrom(bids(7), 1, 0), 'en')).toEqual([
      'Decided bids: 1 more is needed before anything can be said.',
      'Open bids with a fee: 1 more is needed before anything can be said.',
    ]);
  });

  it('on causes are one neutral sentence', () => {
    const of = (count: number, self: number, change: Partial<Bid> = {}) =>
      bids(count, { answers: { attribution: { too_early: self, unknown: 100 - self } }, ...change });
    const found = whereIPutTheCause([...of(6, 10), ...of(4, 80, { outcome: 'won' })]);
    expect(sayWhereIPutTheCause(found, FRENCH).at(-1)).toBe(
      'Vous vous donnez plus de part dans les gains que dans les pertes : presque tout le monde fait ainsi, ce n’est pas une faute.',
    );
    expect(sayWhereIPutTheCause(found, FRENCH)[0]).toContain('Pertes (6) : moi 10 %, eux 0 %');
    expect(sayWhereIPutTheCause(found, ENGLISH)[0]).toMatch(/circumstances 0%, I do not know 90%\.$/);
  });
});

describe('figures', () => {
  it('below nothing have a minus sign', () => {
    const skill = forecastSkill([...bids(10, { pWin: 90 }), ...won(10, { pWin: 10 })]);
    expect(sayForecastSkill(skill, 'fr').join(' ')).toMatch(/entre −\d+ %/);
  });

  it('of feelings nobody rated twice are one sentence, not six', () => {
    expect(sayHotToCold(hotToCold([]), 'fr')).toEqual([
      'Notées à chaud et à froid : 0.',
      'Il en faut encore 6 pour pouvoir dire quelque chose.',
    ]);
  });
});

describe('every insight', () => {
  it('says something in both languages for nobody’s, few and many bids', () => {
    for (const all of [[], [...bids(2), ...open(1)], [...bids(30), ...won(30)]])
      for (const words of [FRENCH, ENGLISH]) {
        const { language } = words;
        const said = [
          sayShareOfWon(shareOfWon(all), language),
          sayEnoughToLiveFrom(enoughToLiveFrom(all, 10_000, 0), language),
          sayForecasts(judgeForecasts(all), language),
          sayForecastSkill(forecastSkill(all), language),
          sayAskedOrWidened(askedOrWidened(all), language),
          sayPriceOfWidening(priceOfWidening(all), language),
          sayWhereIPutTheCause(whereIPutTheCause(all), words),
          sayMyReasonAndTheirs(myReasonAndTheirs(all), language),
          sayContradictions(contradictionsJudged(all), language),
          sayMissionsHeld(missionsHeld(all, TODAY), language),
          sayFitRatherThanMerit(fitRatherThanMerit(all, TODAY), words),
          sayWithoutClinging(withoutClinging(all, TODAY), language),
          sayWhatBiddingCosts(whatBiddingCosts(all), language),
          sayHotToCold(hotToCold([]), language),
          sayTrialsKept(trialsKept(all, TODAY), language),
        ];
        for (const sentences of said) {
          expect(sentences.length).toBeGreaterThan(0);
          expect(sentences.join(' ')).not.toMatch(/undefined|NaN|null|Infinity/);
        }
      }
  });
});
