import type { Entry } from './ledger.ts';

/** What the acknowledged answers promise about one call. */
export interface ExpectedCall {
  id: string;
  email: string;
  supervisor: string;
  /** More than one when a change was asked for and its answer lost. */
  starts: Set<number>;
  statuses: Set<string>;
}

/** Replays the ledger: the last acknowledged answer holds, and with it whatever was left unsettled since. */
export function expectCalls(entries: readonly Entry[]): Map<string, ExpectedCall> {
  const calls = new Map<string, ExpectedCall>();
  for (const entry of entries) {
    if (entry.act === 'booked') {
      const { id, email, supervisor, start } = entry;
      calls.set(id, { id, email, supervisor, starts: new Set([start]), statuses: new Set(['booked']) });
      continue;
    }
    const call = calls.get(entry.id);
    if (!call) continue;
    if (entry.act === 'moved') call.starts = new Set([entry.start]);
    else if (entry.act === 'cancelled') call.statuses = new Set(['cancelled']);
    else if (entry.wish === 'cancel') call.statuses.add('cancelled');
    else call.starts.add(entry.wish.start);
  }
  return calls;
}
