import { DAY, HOUR } from '@visavis/kernel';
import { horizonEnd, localDateRange, nextLocalDate, occupiedBy } from './calendar-state';

const at = (text: string) => Date.parse(text);

test("a local date is the supervisor's, not the server's", () => {
  expect(localDateRange('America/Montreal', at('2027-01-12T03:00:00Z'))).toEqual({
    start: at('2027-01-11T05:00:00Z'),
    end: at('2027-01-12T05:00:00Z'),
  });
});

test.each([
  ['2026-03-29T12:00:00Z', 23],
  ['2026-10-25T12:00:00Z', 25],
  ['2026-10-26T12:00:00Z', 24],
])('the date around %s in Paris has %i hours', (moment, hours) => {
  const { start, end } = localDateRange('Europe/Paris', at(moment));
  expect((end - start) / HOUR).toBe(hours);
});

test('a horizon of n days ends with the n-th local date after today', () => {
  expect(horizonEnd('Europe/Paris', at('2027-01-11T22:59:59.999Z'), 1)).toBe(at('2027-01-12T23:00:00Z'));
  expect(horizonEnd('Europe/Paris', at('2027-01-11T23:00:00Z'), 1)).toBe(at('2027-01-13T23:00:00Z'));
});

test('today moves on at local midnight', () => {
  expect(nextLocalDate('Europe/Paris', at('2027-01-11T22:59:59.999Z'))).toBe(at('2027-01-11T23:00:00Z'));
  expect(nextLocalDate('Europe/Paris', at('2027-01-11T23:00:00Z'))).toBe(at('2027-01-11T23:00:00Z') + DAY);
});

test('an appointment keeps its buffers from others', () => {
  expect(occupiedBy({ start: HOUR, end: 2 * HOUR }, { bufferBeforeMin: 5, bufferAfterMin: 10 })).toEqual({
    start: 55 * 60_000,
    end: 130 * 60_000,
  });
});
