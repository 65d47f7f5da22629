import { type Bid, countWon, wasForeseen } from '../bid';
import type { HypothesisEntry } from '../entry/entry-document';
import { refuse } from '../journal-refusal';
import { JOURNAL_FORMAT } from '../entry/formats';
import { type Compared, compareGroups, type Group } from './asked-or-widened';
import { minimumOf, missing } from './minimum';
import { HYPOTHESIS_SIGNALS, type HypothesisSignal, isHigh, valuesOf } from './signals';

/** I9, "the hypothesis of the year". */
export interface HypothesisOfTheYear {
  readonly high: Group;
  readonly low: Group;
  /** `asked` says high, `widened` says low; null until both groups have eight decisions. */
  readonly compared: Compared | null;
  readonly missingHigh: number;
  readonly missingLow: number;
}

/** One at a time: eight signals looked at together show a false "pattern" four times out of five. */
export function declareHypothesis(
  all: readonly HypothesisEntry[],
  wish: { readonly signal: HypothesisSignal; readonly value?: string; readonly note?: string },
  today: string,
): HypothesisEntry {
  if (all.some(({ answers }) => answers.endedOn === undefined)) refuse('one-at-a-time');
  const values = valuesOf(wish.signal);
  if (values && !values.some((value) => value === wish.value))
    refuse('malformed', { errors: [{ field: 'value', code: wish.value ? 'not-in-list' : 'required' }] });
  const answers = { ...wish, declaredOn: today };
  return { format: JOURNAL_FORMAT, kind: 'hypothesis', createdOn: today, tags: [], besides: [], answers };
}

export function endHypothesis(hypothesis: HypothesisEntry, today: string): HypothesisEntry {
  return { ...hypothesis, answers: { ...hypothesis.answers, endedOn: today } };
}

/** On bids begun after the declaration only, and foreseen. */
export function hypothesisOfTheYear(bids: readonly Bid[], { answers }: HypothesisEntry): HypothesisOfTheYear {
  const after = bids.filter((bid) => bid.createdOn > answers.declaredOn && wasForeseen(bid));
  const { high, low } = split(after, answers.signal, answers.value);
  const least = minimumOf('I9').each_group;
  const [missingHigh, missingLow] = [
    missing(least, high.won + high.lost),
    missing(least, low.won + low.lost),
  ];
  const compared = missingHigh === 0 && missingLow === 0 ? compareGroups(high, low) : null;
  return { high, low, compared, missingHigh, missingLow };
}

export interface SignalCounts {
  readonly signal: HypothesisSignal;
  readonly value?: string;
  readonly high: Group;
  readonly low: Group;
}

/** All signals as counts, without a verdict. */
export function countSignals(bids: readonly Bid[]): readonly SignalCounts[] {
  const foreseen = bids.filter(wasForeseen);
  return HYPOTHESIS_SIGNALS.flatMap((signal): SignalCounts[] => {
    const values = valuesOf(signal);
    if (!values) return [{ signal, ...split(foreseen, signal) }];
    return values.map((value) => ({ signal, value, ...split(foreseen, signal, value) }));
  });
}

function split(bids: readonly Bid[], signal: HypothesisSignal, value?: string) {
  const of = (wanted: boolean): Group => {
    const { won, lost } = countWon(bids.filter(({ answers }) => isHigh(answers, signal, value) === wanted));
    return { won, lost };
  };
  return { high: of(true), low: of(false) };
}
