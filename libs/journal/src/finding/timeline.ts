import { yearBefore } from '../dates';
import type { Entry } from '../entry/entry-document';
import type { Seal } from '../stages/seals';
import type { Stored } from './stored';
import { dateOf, titleOf } from './title-of';

export interface Moment {
  readonly id: string;
  readonly title: string;
  readonly on: string;
  readonly what: 'begun' | 'decided' | 'written' | 'declared' | 'ended' | Seal;
}

export interface Month {
  /** `YYYY-MM` */
  readonly month: string;
  readonly moments: readonly Moment[];
}

/** What happened to every entry, month by month, the newest first. */
export function timelineOf(all: readonly Stored[]): readonly Month[] {
  const moments = all
    .flatMap(momentsOf)
    .toSorted((one, other) => compare(other.on, one.on) || compare(one.title, other.title));
  return [...Map.groupBy(moments, ({ on }) => on.slice(0, 7))].map(([month, moments]) => ({
    month,
    moments,
  }));
}

/** Entries of this day in earlier years, the nearest year first. */
export function onThisDay<Each extends Stored>(all: readonly Each[], today: string): readonly Each[] {
  const earlier = new Map<string, number>();
  for (let [day, years] = [yearBefore(today), 1]; years <= 30; [day, years] = [yearBefore(day), years + 1])
    earlier.set(day, years);
  const yearsAgo = ({ entry }: Each) => earlier.get(dateOf(entry)) ?? 0;
  return all.filter((each) => yearsAgo(each) > 0).toSorted((one, other) => yearsAgo(one) - yearsAgo(other));
}

function momentsOf({ id, entry }: Stored): Moment[] {
  const title = titleOf(entry);
  const moment = (what: Moment['what'], on: string) => ({ id, title, on, what });
  return datesOf(entry).map(([what, on]) => moment(what, on));
}

function datesOf(entry: Entry): (readonly [Moment['what'], string])[] {
  if (entry.kind === 'free') return [['written', dateOf(entry)]];
  if (entry.kind === 'hypothesis') {
    const { endedOn } = entry.answers;
    return [['declared', dateOf(entry)], ...(endedOn ? [['ended', endedOn] as const] : [])];
  }
  const { outcome_date: decided } = entry.answers;
  const seals = entry.seals.filter(({ reopened }) => !reopened).map(({ seal, on }) => [seal, on] as const);
  return [['begun', entry.createdOn], ...(decided ? [['decided', decided] as const] : []), ...seals];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
