import { type InsightId, INSIGHTS } from './about-insights';

type Minimum<Id> = Extract<(typeof INSIGHTS)[number], { id: Id }>['min_n'];

/** What an insight waits for, by its names in bid-entry.json. */
export function minimumOf<Id extends InsightId>(id: Id): Minimum<Id> {
  return INSIGHTS.find((insight) => insight.id === id)?.min_n as Minimum<Id>;
}

export function missing(wanted: number, has: number): number {
  return Math.max(0, wanted - has);
}
