export {
  BID_FIELDS,
  type BidField,
  type CoreFieldId,
  type FieldId,
  fieldOf,
  fieldsOfStage,
  isFieldId,
  isMarginField,
  type MarginFieldId,
  quickPath,
  suitsOutcome,
} from './fields/all-fields';
export type { Field, Kind, Part } from './fields/field';
export { FREE_FIELDS } from './fields/free-fields';
export { type Recalled, recalledFor } from './fields/recalled';
export type { StageId } from './fields/stages';
export {
  type FieldWords,
  type JournalWords,
  type Option,
  optionsOf,
  optionWords,
  questionTo,
} from './words/journal-words';
export { loadWords } from './words/load-words';

export { answerShape } from './entry/answer-shapes';
export { type Answers, type Cause, type FreeAnswers, isEmpty, type MarginAnswers } from './entry/answers';
export {
  type BidEntry,
  type Entry,
  entryDocument,
  type FreeEntry,
  type HypothesisEntry,
  type Sealing,
} from './entry/entry-document';
export { fieldErrorsOf } from './entry/field-errors';
export { JOURNAL_FORMAT, MARGIN_FORMAT } from './entry/formats';
export { type MarginDocument, marginDocument } from './entry/margin-document';
export { proposedCheckDate, startBid, startFree, startMargin, startPastBid } from './entry/start-entry';
export { JOURNAL_REFUSALS, type JournalRefusal } from './journal-refusal';

export { fieldsAsked, isAsked } from './stages/asked';
export { gapsOf } from './stages/gaps';
export { nextStep, type NextStep, type Step, STEPS } from './stages/next-step';
export { openLoopsOf } from './stages/open-loops';
export { type Reminder, type ReminderKind, remindersOf } from './stages/reminders';
export {
  continueFromMemory,
  isSealed,
  reopenForecast,
  type Saving,
  sealingOf,
  sealStage,
} from './stages/seal-stage';
export { type Seal, sealOf, SEALS } from './stages/seals';
export { correctAnswer, whyNotWritable, writeAnswer, writeInMargin } from './stages/write-answer';

export type { Beside } from './merge/merge-answers';
export { mergeEntries, mergeMargins } from './merge/merge-entries';
export { settleBeside } from './merge/settle-beside';

export { type EntryFilter, filterEntries } from './finding/filter-entries';
export type { Stored } from './finding/stored';
export { textOf } from './finding/text-of';
export { type Moment, type Month, onThisDay, timelineOf } from './finding/timeline';
export { dateOf, titleOf } from './finding/title-of';

export { renderAnswer, renderDate } from './takeaway/render-answer';
export {
  type Homecoming,
  planHomecoming,
  readJournalFile,
  type Taken,
  writeJournalFile,
} from './takeaway/take-away';
export { writeMarkdown } from './takeaway/write-markdown';

export { type Bid, isDecided, type Outcome, OUTCOMES, type Stance, STANCES, wasForeseen } from './bid';
export type { Interval } from './statistics/wilson';
export { type InsightId, INSIGHTS } from './insights/about-insights';
export { shareOfWon, type ShareOfWon } from './insights/share-of-won';
export { enoughToLiveFrom, type EnoughToLiveFrom } from './insights/enough-to-live-from';
export { type Forecast, type Forecasts, judgeForecasts } from './insights/forecasts';
export { type AskedOrWidened, askedOrWidened, type Compared, type Group } from './insights/asked-or-widened';
export { asBid } from './as-bid';
export { loadDemo } from './demo/load-demo';
export type { Bin } from './insights/forecast-curve';
export { type ForecastSkill, forecastSkill } from './insights/forecast-skill';
export { type PriceOfWidening, priceOfWidening, type Stated, type Worth } from './insights/price-of-widening';
export { LOCI, type Locus } from './insights/loci';
export { type WhereIPutTheCause, whereIPutTheCause } from './insights/where-i-put-the-cause';
export {
  type FitRatherThanMerit,
  fitRatherThanMerit,
  type LocusShares,
} from './insights/fit-rather-than-merit';
export { type MyReasonAndTheirs, myReasonAndTheirs } from './insights/my-reason-and-theirs';
export { type ContradictionRow, contradictionsJudged, type Nature } from './insights/contradictions';
export { type MissionsHeld, missionsHeld } from './insights/missions-held';
export { type WithoutClinging, withoutClinging } from './insights/without-clinging';
export { type WhatBiddingCosts, whatBiddingCosts } from './insights/what-bidding-costs';
export { type Emotion, type HotToCold, hotToCold } from './insights/hot-to-cold';
export { type TrialsKept, trialsKept } from './insights/trials-kept';
export {
  countSignals,
  declareHypothesis,
  endHypothesis,
  type HypothesisOfTheYear,
  hypothesisOfTheYear,
  type SignalCounts,
} from './insights/hypothesis-of-the-year';
export { hypothesesEnded, hypothesesInForce } from './insights/hypothesis-in-force';
export { HYPOTHESIS_SIGNALS, type HypothesisSignal, valuesOf } from './insights/signals';
export { nameSignal, sayAnchor } from './sentences/say-signal';

export {
  sayAskedOrWidened,
  sayEnoughToLiveFrom,
  sayPriceOfWidening,
  sayShareOfWon,
} from './sentences/say-being-chosen';
export {
  sayContradictions,
  sayFitRatherThanMerit,
  sayHypothesis,
  sayMyReasonAndTheirs,
  sayWhereIPutTheCause,
  sayWhyOneHypothesis,
} from './sentences/say-causes';
export { sayForecasts, sayForecastSkill, sayMissionsHeld } from './sentences/say-forecasts';
export {
  sayHotToCold,
  sayTrialsKept,
  sayWhatBiddingCosts,
  sayWithoutClinging,
} from './sentences/say-practice';

export { refuseVault, VAULT_REFUSALS, type VaultRefusal } from './wire/vault-refusal';
export * from './wire/vault-wire';
export * from './wire/entries-wire';
export * from './wire/comments-wire';
export * from './wire/people-wire';
export * from './wire/shared-wire';
export * from './wire/reminder-wire';
export { type EntryHead, headMoved, type Keeping, mayAppend } from './keeping/may-append';
export { requireSlots } from './keeping/require-slots';
