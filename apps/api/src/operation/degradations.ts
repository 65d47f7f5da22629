import { Gauge } from 'prom-client';

/** What may be wrong while everything that people do still works. */
export const DEGRADATIONS = ['mail', 'letters', 'evidence', 'chores'] as const;
export type Degradation = (typeof DEGRADATIONS)[number];

const gauge = new Gauge({
  name: 'visavis_degraded',
  help: 'Mail server out of reach, letters nobody hands over, evidence that does not hold, chores that fail: 1 while so',
  labelNames: ['what'] as const,
});

const present = new Set<string>();

/** Notes that something is wrong, or is no longer, as seen by this process. `cause` tells faults of one kind apart. */
export function noteDegradation(what: Degradation, isWrong: boolean, cause = ''): void {
  if (isWrong) present.add(`${what} ${cause}`);
  else present.delete(`${what} ${cause}`);
  gauge.set({ what }, presentDegradations().includes(what) ? 1 : 0);
}

export function presentDegradations(): Degradation[] {
  return DEGRADATIONS.filter((what) => [...present].some((each) => each.startsWith(`${what} `)));
}
