import fc from 'fast-check';
import { availableSlots } from './available-slots';
import { explainSlot } from './explain-slot';
import type { SlotInput } from './slot-input';
import { BruteForceSlots, type PlainScenario } from './testing/brute-force-slots';
import { slotScenario } from './testing/slot-scenarios';

const MINUTE = 60_000;
const RUNS = { numRuns: 80 };
const PATIENCE_MS = 60_000; // the model is slow on purpose

test(
  'offers exactly the starts that the brute-force model offers',
  () => {
    fc.assert(
      fc.property(slotScenario, (scenario) => {
        expect(availableSlots(scenario).map(iso)).toEqual(new BruteForceSlots(scenario).starts().map(iso));
      }),
      RUNS,
    );
  },
  PATIENCE_MS,
);

test(
  'gives the first reason that the brute-force model gives, and none exactly for what is offered',
  () => {
    fc.assert(
      fc.property(slotScenario, fc.integer({ min: 1, max: MINUTE - 1 }), (scenario, odd) => {
        const model = new BruteForceSlots(scenario);
        const offered = new Set(availableSlots(scenario));
        const starts = [...startsAround(scenario), ...offered, ...[...offered].map((start) => start + odd)];
        const given = starts.map((start) => `${iso(start)} ${explainSlot(scenario, start)}`);
        expect(given).toEqual(starts.map((start) => `${iso(start)} ${model.reason(start)}`));
        expect(starts.filter((start) => explainSlot(scenario, start) === null)).toEqual(
          starts.filter((start) => offered.has(start)),
        );
      }),
      RUNS,
    );
  },
  PATIENCE_MS,
);

test(
  'does not mind how a time is written, nor the order of engagements',
  () => {
    fc.assert(
      fc.property(slotScenario, (scenario) => {
        const { now, from, to, busy } = scenario;
        const written: SlotInput = {
          ...scenario,
          now: iso(now),
          from: Temporal.Instant.fromEpochMilliseconds(from).toString({ timeZone: '+05:30' }),
          to: Temporal.Instant.fromEpochMilliseconds(to).toString(),
          busy: busy.toReversed().map(({ start, end, booking }) => ({
            start: iso(start),
            end: iso(end),
            ...(booking === undefined ? {} : { booking: booking === true || iso(booking) }),
          })),
        };
        expect(availableSlots(written)).toEqual(availableSlots(scenario));
      }),
      RUNS,
    );
  },
  PATIENCE_MS,
);

test(
  'offers the same starts whether a range is asked for at once or in pieces',
  () => {
    fc.assert(
      fc.property(slotScenario, fc.double({ min: 0, max: 1, noNaN: true }), (scenario, share) => {
        const middle = Math.round(scenario.from + (scenario.to - scenario.from) * share);
        fc.pre(scenario.from < scenario.to);
        const pieces = [
          ...availableSlots({ ...scenario, to: middle }),
          ...availableSlots({ ...scenario, from: middle }),
        ];
        expect(pieces).toEqual(availableSlots(scenario));
      }),
      RUNS,
    );
  },
  PATIENCE_MS,
);

/** Every fifth minute from two hours before the range to two hours after it. */
function startsAround({ from, to }: PlainScenario): number[] {
  const first = Math.floor(from / (5 * MINUTE)) - 24;
  const last = Math.ceil(to / (5 * MINUTE)) + 24;
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => (first + index) * 5 * MINUTE);
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
