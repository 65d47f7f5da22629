import type { BidEntry, Sealing } from '../entry/entry-document';
import { FORECASTS } from '../entry/forecasts';
import { addDays } from '../dates';
import { refuse } from '../journal-refusal';
import { gapsOf } from './gaps';
import type { Seal } from './seals';

export const COLD_AFTER_DAYS = 7;
export const SECOND_LOOK_AFTER_DAYS = 90;

/** The revision about to be saved, and its writer's date. */
export interface Saving {
  readonly revision: number;
  readonly on: string;
}

/** The seal in force, if any. */
export function sealingOf(entry: BidEntry, seal: Seal): Sealing | undefined {
  return entry.seals.findLast((sealing) => sealing.seal === seal && !sealing.reopened);
}

export function isSealed(entry: BidEntry, seal: Seal): boolean {
  return sealingOf(entry, seal) !== undefined;
}

/** Seals by the very revision that is about to be saved: its number is recorded, and read when it is shown later. */
export function sealStage(entry: BidEntry, seal: Seal, { revision, on }: Saving): BidEntry {
  requireSealable(entry, seal, on);
  const errors = gapsOf(entry, seal);
  if (errors.length > 0) refuse('incomplete', { errors });
  return { ...entry, seals: [...entry.seals, { seal, revision, on }] };
}

function requireSealable(entry: BidEntry, seal: Seal, on: string): void {
  const { outcome, outcome_date: since } = entry.answers;
  if (isSealed(entry, seal)) refuse('sealed');
  if (seal === 'forecast') {
    if (entry.fromMemory) refuse('from-memory');
    if (outcome !== undefined) refuse('outcome-known');
    return;
  }
  if (outcome === undefined) refuse('outcome-first');
  if (seal === 'kickoff' || seal === 'mission') {
    if (outcome !== 'won') refuse('not-asked');
    if (seal === 'mission' && !isSealed(entry, 'kickoff')) refuse('kickoff-first');
  }
  const days = seal === 'cold' ? COLD_AFTER_DAYS : seal === 'second_look' ? SECOND_LOOK_AFTER_DAYS : 0;
  if (days === 0) return;
  if (since === undefined)
    refuse('incomplete', { errors: [{ field: 'answers.outcome_date', code: 'required' }] });
  const from = addDays(since, days);
  if (on < from) refuse('too-early', { from });
}

/** A forecast may be thought over and sealed anew as long as nobody knows the outcome; the former seal stays on record. */
export function reopenForecast(entry: BidEntry): BidEntry {
  const sealing = sealingOf(entry, 'forecast');
  if (!sealing) refuse('not-sealed');
  if (entry.answers.outcome !== undefined) refuse('outcome-known');
  return {
    ...entry,
    seals: entry.seals.map((each) => (each === sealing ? { ...each, reopened: true } : each)),
  };
}

/** The decision came before a forecast was sealed: what was forecast is not stored, and the entry says it is from memory. */
export function continueFromMemory(entry: BidEntry): BidEntry {
  if (isSealed(entry, 'forecast')) refuse('sealed');
  return withoutForecasts({ ...entry, fromMemory: true });
}

/** A bid from memory stores no forecast, whoever wrote one. */
export function withoutForecasts(entry: BidEntry): BidEntry {
  const isOther = (id: string) => !FORECASTS.some((forecast) => forecast === id);
  return {
    ...entry,
    answers: Object.fromEntries(Object.entries(entry.answers).filter(([id]) => isOther(id))),
    besides: entry.besides.filter(({ field }) => isOther(field)),
    hindsight: entry.hindsight.filter(({ field }) => isOther(field)),
  };
}
