import { NOTED_AFTER, type DemoCall } from './plan-demo-calls.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A reminder that leaves later than this after its due time is left out by the worker; some minutes are kept back. */
const REMINDERS = [
  { lead: 24 * HOUR, grace: 6 * HOUR },
  { lead: HOUR, grace: 30 * MINUTE },
] as const;
const KEPT_BACK = 2 * MINUTE;

/** A moment at which the clock of the demo's past stands still until everything due has been done. */
export interface DemoStop {
  readonly at: number;
  readonly books: readonly DemoCall[];
  readonly notes: readonly DemoCall[];
  /** Whose letters have come due since the stop before. */
  readonly reminds: readonly DemoCall[];
}

/**
 * Where the clock has to stop, up to `now`, so that each call is booked and noted at its time and no reminder comes
 * too late. Ascending, as few as can be.
 */
export function planDemoStops(calls: readonly DemoCall[], now: number): DemoStop[] {
  const moments = new Set<number>();
  for (const { bookedAt, start, outcome } of calls) {
    moments.add(bookedAt);
    if (outcome !== null) moments.add(start + NOTED_AFTER);
  }
  const windows = calls.flatMap(remindersOf).filter(({ to }) => to <= now);
  for (const { from, to } of windows.toSorted((one, other) => one.to - other.to)) {
    if (![...moments].some((moment) => moment >= from && moment <= to)) moments.add(to);
  }
  const ascending = [...moments].sort((one, other) => one - other);
  return ascending.map((at, index) => {
    const before = ascending[index - 1] ?? -Infinity;
    const due = (moment: number) => moment > before && moment <= at;
    return {
      at,
      books: calls.filter(({ bookedAt }) => bookedAt === at),
      notes: calls.filter(({ start, outcome }) => outcome !== null && start + NOTED_AFTER === at),
      reminds: calls.filter((call) => remindersOf(call).some(({ from }) => due(from))),
    };
  });
}

/** When the reminders of a call may leave. */
export function remindersOf({ start, bookedAt }: DemoCall): { from: number; to: number }[] {
  return REMINDERS.map(({ lead, grace }) => ({
    from: start - lead,
    to: start - lead + grace - KEPT_BACK,
  })).filter(({ from }) => from > bookedAt);
}
