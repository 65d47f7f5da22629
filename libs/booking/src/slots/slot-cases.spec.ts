import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { availableSlots } from './available-slots';
import { explainSlot } from './explain-slot';
import type { SlotInput } from './slot-input';

interface SlotCase {
  readonly id: string;
  readonly description: string;
  readonly input: SlotInput;
  readonly expectStarts: readonly string[];
  readonly why: string;
}

const file = join(import.meta.dirname, '../../cases/slots.json');
const cases = JSON.parse(readFileSync(file, 'utf8')) as SlotCase[];

test('the file of cases is whole', () => {
  expect(cases.length).toBeGreaterThanOrEqual(63);
});

test.each(cases)('$id: $description', ({ input, expectStarts, why }) => {
  const starts = availableSlots(input);
  expect({ starts: starts.map(iso), why }).toEqual({
    starts: expectStarts.map((start) => iso(Date.parse(start))),
    why,
  });
  expect(starts.map((start) => explainSlot(input, start))).toEqual(starts.map(() => null));
});

test.each(cases)('$id: the same with every time in epoch milliseconds', ({ input }) => {
  const inMilliseconds: SlotInput = {
    ...input,
    now: epoch(input.now),
    from: epoch(input.from),
    to: epoch(input.to),
    busy: input.busy.map((item) => ({ ...item, start: epoch(item.start), end: epoch(item.end) })),
  };
  expect(availableSlots(inMilliseconds)).toEqual(availableSlots(input));
});

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

function epoch(moment: number | string): number {
  return new Date(moment).getTime();
}
