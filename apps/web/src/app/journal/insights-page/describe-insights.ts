import {
  type ContradictionRow,
  type FitRatherThanMerit,
  type Forecasts,
  fieldOf,
  type Group,
  type HypothesisOfTheYear,
  type HypothesisSignal,
  optionWords,
  type SignalCounts,
  type InsightId,
  INSIGHTS,
  type Interval,
  LOCI,
  type Locus,
  type PriceOfWidening,
  sayAskedOrWidened,
  sayContradictions,
  sayEnoughToLiveFrom,
  sayFitRatherThanMerit,
  sayForecasts,
  sayForecastSkill,
  sayHotToCold,
  sayHypothesis,
  sayMissionsHeld,
  sayMyReasonAndTheirs,
  sayPriceOfWidening,
  sayShareOfWon,
  sayTrialsKept,
  sayWhatBiddingCosts,
  sayWhereIPutTheCause,
  sayWithoutClinging,
} from '@visavis/journal';
import { INTL_LOCALE, LANGUAGE } from '../../ui/language';
import { inType } from '../in-type';
import { questionWords } from '../question-words';
import type { AllInsights } from '../vault/all-insights';
import type { FigureTable, Picture } from './picture';

export interface Card {
  readonly id: InsightId;
  readonly name: string;
  readonly sentences: readonly string[];
  readonly picture: Picture | null;
  readonly table: FigureTable | null;
  readonly isOfMargin: boolean;
}

const WORDS = {
  count: $localize`Nombre`,
  share: $localize`Part`,
  low: $localize`Au moins`,
  high: $localize`Au plus`,
  won: $localize`Retenues`,
  lost: $localize`Non retenues`,
  noDecision: $localize`Sans suite`,
  asked: $localize`À la lettre`,
  widened: $localize`Élargie`,
  questioned: $localize`Questionnée d’abord`,
  stance: $localize`Posture`,
  chosen: $localize`Choisie`,
  held: $localize`Mission tenue`,
  both: $localize`Les deux`,
  believed: $localize`ce que vous croyez`,
  forecast: $localize`Pronostic`,
  happened: $localize`Ce qui est arrivé`,
  losses: $localize`Pertes`,
  wins: $localize`Gains`,
  locus: $localize`Cause`,
  above: $localize`Au-dessus du repère`,
  below: $localize`Au-dessous du repère`,
  openBids: $localize`Autres offres en cours`,
  attachment: $localize`Attachement`,
  hours: $localize`Heures (médiane)`,
  all: $localize`Toutes`,
  recent: $localize`Douze derniers mois`,
  before: $localize`Avant`,
  nature: $localize`Contradiction`,
  sterile: $localize`Stérile`,
  fertile: $localize`Fertile`,
  unknown: $localize`Trop tôt pour le dire`,
  none: $localize`Aucune`,
  reached: $localize`Effets atteints`,
  done: $localize`Essais faits`,
  agreed: $localize`La même raison`,
  missions: $localize`Effets atteints par mission`,
  gain: $localize`Gain sur votre moyenne`,
  what: $localize`Quoi`,
  signal: $localize`Signal`,
};

/** All insights, in the order of bid-entry.json; where the minimum is not reached there are counts and no picture. */
export function describeInsights(found: AllInsights): readonly Card[] {
  return INSIGHTS.flatMap(({ id }): Card[] => {
    const described = DESCRIBE[id](found);
    return described === null
      ? []
      : [
          {
            id,
            name: inType(questionWords().insights[id]),
            isOfMargin: id === 'I14',
            picture: null,
            table: null,
            ...described,
            sentences: described.sentences.map(inType),
          },
        ];
  });
}

type Described = Pick<Card, 'sentences'> & Partial<Pick<Card, 'picture' | 'table'>>;

const DESCRIBE: Record<InsightId, (found: AllInsights) => Described | null> = {
  I1: ({ shareOfWon: found }) => ({
    sentences: sayShareOfWon(found, LANGUAGE),
    ...intervalOf(WORDS.won, found.interval, found.share, `${found.won} / ${found.decided}`),
  }),
  I2: ({ enoughToLiveFrom: found }) =>
    found === null ? { sentences: [] } : { sentences: sayEnoughToLiveFrom(found, LANGUAGE) },
  I3: ({ forecasts: found }) => ({ sentences: sayForecasts(found, LANGUAGE), ...forecastsOf(found) }),
  I4: ({ forecastSkill: found }) => ({
    sentences: sayForecastSkill(found, LANGUAGE),
    table: found.interval && {
      head: [WORDS.what, WORDS.low, WORDS.high],
      rows: [[WORDS.gain, percent(found.interval.low), percent(found.interval.high)]],
    },
  }),
  I5: ({ askedOrWidened: found }) => ({
    sentences: sayAskedOrWidened(found, LANGUAGE),
    ...groups(
      WORDS.stance,
      [
        [WORDS.asked, found.asked],
        [WORDS.widened, found.widened],
        [WORDS.questioned, found.questioned],
      ],
      found.compared !== null,
    ),
  }),
  I6: ({ priceOfWidening: found }) => ({ sentences: sayPriceOfWidening(found, LANGUAGE), ...worths(found) }),
  I7: ({ whereIPutTheCause: found }) => ({
    sentences: sayWhereIPutTheCause(found, questionWords()),
    ...stacks([
      [`${WORDS.losses} (${found.lost.count})`, found.lost.shares],
      [`${WORDS.wins} (${found.won.count})`, found.won.shares],
    ]),
  }),
  I8: ({ myReasonAndTheirs: found }) => ({
    sentences: sayMyReasonAndTheirs(found, LANGUAGE),
    ...intervalOf(WORDS.agreed, found.interval, null, `${found.agreed} / ${found.compared}`),
  }),
  I9: ({ hypothesis, signals }) => ({
    sentences: hypothesis === null ? [] : sayHypothesis(hypothesis.figures, LANGUAGE),
    picture: hypothesis === null ? null : hypothesisOf(hypothesis.figures),
    table: signalsOf(signals),
  }),
  I10: ({ contradictions }) => ({
    sentences: sayContradictions(contradictions, LANGUAGE),
    ...natures(contradictions),
  }),
  I11: ({ missionsHeld: found }) => ({
    sentences: sayMissionsHeld(found, LANGUAGE),
    ...intervalOf(WORDS.missions, found.interval, found.share, `${found.reached} / ${found.intended}`),
  }),
  I11b: ({ fitRatherThanMerit: found }) => ({
    sentences: sayFitRatherThanMerit(found, questionWords()),
    ...stacks([
      [`${WORDS.all} (${found.count})`, found.shares && sharesOf(found.shares)],
      ...(found.trend
        ? ([
            [WORDS.recent, sharesOf(found.trend.recent)],
            [WORDS.before, sharesOf(found.trend.before)],
          ] as const)
        : []),
    ]),
  }),
  I12: ({ withoutClinging: found }) => ({
    sentences: sayWithoutClinging(found, LANGUAGE),
    picture:
      found.dots.length === 0
        ? null
        : {
            kind: 'dots',
            x: { name: WORDS.openBids, min: 0, max: Math.max(6, ...found.dots.map(([open]) => open)) },
            y: { name: WORDS.attachment, min: 0, max: 10 },
            points: found.dots,
          },
    table: {
      head: [WORDS.openBids, WORDS.count, WORDS.attachment],
      rows: found.bands.map(({ from, count, median }) => [
        from === 4 ? '4+' : `${from}–${from + 1}`,
        String(count),
        median === null ? '—' : decimal(median),
      ]),
    },
  }),
  I13: ({ whatBiddingCosts: found }) => ({
    sentences: sayWhatBiddingCosts(found, LANGUAGE),
    table: {
      head: [WORDS.what, WORDS.count, WORDS.hours],
      rows: found.rows.map(({ outcome, count, hours }) => [
        { won: WORDS.won, lost: WORDS.lost, no_decision: WORDS.noDecision }[outcome],
        String(count),
        hours ? decimal(hours.middle) : '—',
      ]),
    },
  }),
  I14: ({ hotToCold }) => ({ sentences: sayHotToCold(hotToCold, LANGUAGE) }),
  I15: ({ trialsKept: found }) => ({
    sentences: sayTrialsKept(found, LANGUAGE),
    ...intervalOf(WORDS.done, found.interval, null, `${found.done} / ${found.due}`),
  }),
};

function intervalOf(
  name: string,
  interval: Interval | null,
  point: number | null,
  counts: string,
): Partial<Described> {
  if (!interval) return {};
  return {
    picture: { kind: 'intervals', rows: [{ name, ...interval, point }] },
    table: {
      head: [WORDS.what, WORDS.count, WORDS.low, WORDS.share, WORDS.high],
      rows: [
        [name, counts, percent(interval.low), point === null ? '—' : percent(point), percent(interval.high)],
      ],
    },
  };
}

/** Single forecasts always; the curve from forty. */
function forecastsOf({ all, curve }: Forecasts): Partial<Described> {
  if (curve)
    return {
      picture: {
        kind: 'intervals',
        rows: curve.map(({ forecast, interval }) => ({
          name: `${WORDS.forecast} ${percent(forecast)}`,
          ...interval,
          point: forecast,
        })),
      },
      table: {
        head: [WORDS.forecast, WORDS.count, WORDS.won, WORDS.low, WORDS.high],
        rows: curve.map(({ forecast, count, won, interval }) => [
          percent(forecast),
          String(count),
          String(won),
          percent(interval.low),
          percent(interval.high),
        ]),
      },
    };
  if (all.length === 0) return {};
  const heights = [...new Set(all.map(({ chance }) => chance))].toSorted((one, other) => one - other);
  return {
    picture: {
      kind: 'dots',
      x: { name: WORDS.forecast, min: 0, max: 1, percent: true },
      y: { name: WORDS.happened, min: 0, max: 1, percent: true },
      points: all.map(({ chance, won }) => [chance, Number(won)]),
    },
    table: {
      head: [WORDS.forecast, WORDS.count, WORDS.won],
      rows: heights.map((height) => {
        const these = all.filter(({ chance }) => chance === height);
        return [percent(height), String(these.length), String(these.filter(({ won }) => won).length)];
      }),
    },
  };
}

function groups(
  head: string,
  rows: readonly (readonly [name: string, { readonly won: number; readonly lost: number }])[],
  isEnough: boolean,
): Partial<Described> {
  return {
    picture: isEnough
      ? {
          kind: 'bars',
          series: [WORDS.won],
          rows: rows.map(([name, group]) => ({ name, shares: [shareOf(group)] })),
        }
      : null,
    table: {
      head: [head, WORDS.won, WORDS.lost],
      rows: rows.map(([name, { won, lost }]) => [name, String(won), String(lost)]),
    },
  };
}

/** Below the minimum only what the coach believes is shown, and says so. */
function worths({ asked, widened }: PriceOfWidening): Partial<Described> {
  const rows = (
    [
      [WORDS.asked, asked],
      [WORDS.widened, widened],
    ] as const
  ).flatMap(([name, { figures, stated }]) => {
    if (figures) return [{ name, shares: [figures.chosen, figures.held, figures.both] }];
    return stated
      ? [{ name: `${name}, ${WORDS.believed}`, shares: [stated.chosen, stated.held, stated.both] }]
      : [];
  });
  if (rows.length === 0) return {};
  return {
    picture: { kind: 'bars', series: [WORDS.chosen, WORDS.held, WORDS.both], rows },
    table: {
      head: [WORDS.stance, WORDS.chosen, WORDS.held, WORDS.both],
      rows: rows.map(({ name, shares }) => [name, ...shares.map(percent)]),
    },
  };
}

function stacks(
  all: readonly (readonly [name: string, shares: Readonly<Record<Locus, number>> | null])[],
): Partial<Described> {
  const rows = all.flatMap(([name, shares]) =>
    shares ? [{ name, shares: LOCI.map((locus) => shares[locus]) }] : [],
  );
  if (rows.length === 0) return {};
  const parts = LOCI.map((locus) => questionWords().parts[`loci.${locus}`] ?? locus);
  return {
    picture: { kind: 'stacks', parts, rows },
    table: {
      head: [WORDS.locus, ...rows.map(({ name }) => name)],
      rows: parts.map((part, at) => [part, ...rows.map(({ shares }) => percent(shares[at] ?? 0))]),
    },
  };
}

function natures(rows: readonly ContradictionRow[]): Partial<Described> {
  const shown = rows.filter(({ interval }) => interval !== null);
  return {
    picture:
      shown.length === 0
        ? null
        : {
            kind: 'intervals',
            rows: shown.map(({ nature, interval, won, lost }) => ({
              name: WORDS[nature],
              low: interval?.low ?? 0,
              high: interval?.high ?? 1,
              point: shareOf({ won, lost }),
            })),
          },
    table: {
      head: [WORDS.nature, WORDS.won, WORDS.lost, WORDS.noDecision, WORDS.reached],
      rows: rows.map(({ nature, won, lost, noDecision, intended, reached }) => [
        WORDS[nature],
        String(won),
        String(lost),
        String(noDecision),
        intended === 0 ? '—' : `${reached} / ${intended}`,
      ]),
    },
  };
}

function hypothesisOf({ high, low, compared }: HypothesisOfTheYear): Picture | null {
  const rows = [
    { name: WORDS.above, shares: [shareOf(high)] },
    { name: WORDS.below, shares: [shareOf(low)] },
  ];
  return compared === null ? null : { kind: 'bars', series: [WORDS.won], rows };
}

/** All signals as raw counts, without a verdict. */
function signalsOf(signals: readonly SignalCounts[]): FigureTable | null {
  const counted = signals.filter(({ high, low }) => high.won + high.lost + low.won + low.lost > 0);
  if (counted.length === 0) return null;
  const counts = ({ won, lost }: Group) => `${won} / ${won + lost}`;
  return {
    head: [WORDS.signal, WORDS.above, WORDS.below],
    rows: counted.map(({ signal, value, high, low }) => [
      signalName(signal, value),
      counts(high),
      counts(low),
    ]),
  };
}

export function signalName(signal: HypothesisSignal, value?: string): string {
  const field = fieldOf(signal);
  const { question } = questionWords().fields[signal];
  const option = optionWords(field, value, questionWords());
  return inType(option ? `${question} ${option}` : question);
}

function sharesOf(shares: NonNullable<FitRatherThanMerit['shares']>): Readonly<Record<Locus, number>> {
  return Object.fromEntries(LOCI.map((locus) => [locus, shares[locus].share])) as Record<Locus, number>;
}

function shareOf({ won, lost }: { readonly won: number; readonly lost: number }): number | null {
  return won + lost === 0 ? null : won / (won + lost);
}

function percent(share: number): string {
  const figure = String(Math.round(share * 100)).replace('-', '−');
  return LANGUAGE === 'fr' ? `${figure}\u202f%` : `${figure}%`;
}

function decimal(value: number): string {
  return new Intl.NumberFormat(INTL_LOCALE, { maximumFractionDigits: 1 }).format(value);
}
