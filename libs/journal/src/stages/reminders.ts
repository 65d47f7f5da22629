import type { BidEntry } from '../entry/entry-document';
import { addDays } from '../dates';
import { COLD_AFTER_DAYS, isSealed, SECOND_LOOK_AFTER_DAYS } from './seal-stage';

export type ReminderKind = 'cold' | 'second_look';

export interface Reminder {
  readonly kind: ReminderKind;
  readonly on: string;
}

/** What was asked to be reminded of and is still to be done: a date and nothing else ever leaves the device. */
export function remindersOf(entry: BidEntry): readonly Reminder[] {
  const { outcome, outcome_date: since } = entry.answers;
  if (outcome === undefined || since === undefined) return [];
  const all: Reminder[] = [
    { kind: 'cold', on: addDays(since, COLD_AFTER_DAYS) },
    { kind: 'second_look', on: addDays(since, SECOND_LOOK_AFTER_DAYS) },
  ];
  return all.filter(({ kind }) => entry.reminders[kind] && !isSealed(entry, kind));
}
