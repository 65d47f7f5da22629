import { Refusal } from '@visavis/kernel';

/** Every "no" of the journal's rules; they are decided where the text is readable, on the person's device. */
export const JOURNAL_REFUSALS = [
  'not-asked', // of this bid, as it stands
  'margin-only', // belongs into the margin, which nothing can share
  'sealed', // can only be corrected, and the correction shows
  'not-sealed', // nothing to correct: it can simply be written
  'forecast-first', // the forecast is sealed before the outcome is entered
  'outcome-first',
  'own-reason-first', // sealed before theirs is written
  'kickoff-first', // intended effects are sealed before any is observed
  'outcome-known', // too late to seal or reopen a forecast
  'incomplete', // with `errors`: every field that is missing
  'too-early', // with `from`: the date
  'from-memory', // there is no forecast to seal
  'one-at-a-time', // one hypothesis is being tested
  'malformed', // with `errors`: every field that is wrong
] as const;
export type JournalRefusal = (typeof JOURNAL_REFUSALS)[number];

export function refuse(reason: JournalRefusal, details: Readonly<Record<string, unknown>> = {}): never {
  throw new Refusal<JournalRefusal>(reason, details);
}
