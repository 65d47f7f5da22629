import { parseArgs } from 'node:util';

/** How hard and how long everything is tormented. */
export interface Options {
  /** What the run is called in its report. */
  mode: 'short' | 'long';
  /** The load and the kills go on at least this long, in milliseconds. */
  loadMs: number;
  /** Kills of each victim before the load may end. */
  killsEach: number;
  /** Milliseconds between two kills, least and most. */
  killPause: readonly [number, number];
  /** Acknowledged bookings before the load may end. */
  bookings: number;
  /** Visitors at a time. */
  clients: number;
  /** Milliseconds a client rests between two visitors, at most. */
  rest: number;
  /** The load ends after this time whatever has been reached, in milliseconds. */
  patienceMs: number;
  supervisors: number;
  horizonDays: number;
  /** File for `{"passed": n, "failed": n}`. */
  json: string | null;
}

/** `--short` for every test run (about a minute), else `--minutes=n` of load, ten by default. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { short: { type: 'boolean' }, minutes: { type: 'string' }, json: { type: 'string' } },
  });
  const json = values.json ?? null;
  if (values.short) return { ...SHORT, json };
  const minutes = Number(values.minutes ?? 10);
  if (!(minutes > 0 && minutes <= 24 * 60)) throw new Error('--minutes: a number above 0, at most 1440');
  const loadMs = minutes * 60_000;
  return { ...LONG, loadMs, patienceMs: loadMs + 120_000, json };
}

const SHORT = {
  mode: 'short',
  loadMs: 15_000,
  killsEach: 5,
  killPause: [300, 1_100],
  bookings: 200,
  clients: 8,
  rest: 250,
  patienceMs: 150_000,
  supervisors: 4,
  horizonDays: 60,
} as const;

const LONG = {
  mode: 'long',
  killsEach: 5,
  killPause: [500, 5_000],
  bookings: 200,
  clients: 8,
  rest: 2_500,
  supervisors: 6,
  horizonDays: 300,
} as const;
