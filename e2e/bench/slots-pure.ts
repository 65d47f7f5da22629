import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** What is measured of `libs/booking`; the input is that of `availableSlots`. */
export interface SlotEngine {
  availableSlots(input: object): readonly number[];
}

export interface SlotFigure {
  /** Engagements in the sixty days. */
  readonly busy: number;
  readonly medianMs: number;
  /** The product promises no more than this. */
  readonly limitMs: number;
}

const LIMITS_MS: readonly (readonly [busy: number, limitMs: number])[] = [
  [0, 1],
  [200, 1.5],
  [2000, 4],
];
const DAY = 86_400_000;
const QUARTER = 15 * 60_000;
const FROM = Date.UTC(2026, 2, 1);
const DAYS = 60;
const WARM_UP = 200;
const ROUNDS = 1000;

/** Bundles `libs/booking` into `dist/bench` and loads it, as a server would run it. */
export async function loadSlotEngine(): Promise<SlotEngine> {
  const root = join(import.meta.dirname, '../..');
  const outfile = join(root, 'dist/bench/booking.mjs');
  await mkdir(join(root, 'dist/bench'), { recursive: true });
  await build({
    entryPoints: [join(root, 'libs/booking/src/index.ts')],
    tsconfig: join(root, 'tsconfig.base.json'),
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  return (await import(pathToFileURL(outfile).href)) as SlotEngine;
}

/**
 * Median milliseconds of one `availableSlots` over 60 days, Monday to Friday 09:00 to 17:00, 30-minute slots, with 0,
 * 200 and 2,000 engagements in no order. The sizes take turns, so that a slow moment of the machine hits all of them.
 */
export async function benchSlots(engine: SlotEngine): Promise<readonly SlotFigure[]> {
  const runs = LIMITS_MS.map(([busy, limitMs]) => ({
    busy,
    limitMs,
    input: sixtyDays(busy),
    times: [] as number[],
  }));
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const { input, times } of runs) {
      const before = performance.now();
      const slots = engine.availableSlots(input);
      const took = performance.now() - before;
      // 2,000 quarters of an hour leave some of the 2,880 half-hours free: an empty answer is a broken one.
      if (slots.length === 0) throw new Error('the engine offers nothing, so there is nothing to measure');
      if (round >= 0) times.push(took);
    }
  }
  return runs.map(({ busy, limitMs, times }) => ({ busy, limitMs, medianMs: median(times) }));
}

function sixtyDays(engagements: number): object {
  return {
    timeZone: 'Europe/Paris', // the range holds a change of the clocks
    weekly: [{ days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }],
    overrides: [],
    busy: Array.from({ length: engagements }, (_, index) => {
      // 7919 is prime: the engagements come scattered over the sixty days, the same in every run.
      const start = FROM + ((index * 7919) % (DAYS * 96 - 2)) * QUARTER;
      return { start, end: start + QUARTER };
    }),
    bufferBeforeMin: 0,
    bufferAfterMin: 0,
    lengthMin: 30,
    stepMin: 30,
    minNoticeMin: 0,
    maxPerDay: null,
    now: FROM - DAY,
    from: FROM,
    to: FROM + DAYS * DAY,
  };
}

function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error('a median needs values');
  return middle;
}

if (import.meta.main) {
  const figures = await benchSlots(await loadSlotEngine());
  console.table(figures.map((figure) => ({ ...figure, medianMs: Number(figure.medianMs.toFixed(4)) })));
  if (figures.some(({ medianMs, limitMs }) => medianMs > limitMs)) process.exitCode = 1;
}
