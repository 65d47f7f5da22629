import { HOUR } from '@visavis/kernel';
import { blockOccurrences, MOST_OCCURRENCES } from './repeat-block';

const PARIS = 'Europe/Paris';
const starts = (...parameters: Parameters<typeof blockOccurrences>) =>
  blockOccurrences(...parameters).map(({ start }) => new Date(start).toISOString().slice(0, 16));

test('a block without repetition is one', () => {
  expect(blockOccurrences('2027-01-12T12:00', '2027-01-12T13:00', null, PARIS)).toEqual([
    { start: Date.parse('2027-01-12T11:00Z'), end: Date.parse('2027-01-12T12:00Z') },
  ]);
});

test('a weekly lunch stays at noon of the wall clock when clocks change', () => {
  expect(
    starts('2027-03-22T12:00', '2027-03-22T13:00', { everyWeeks: 1, days: [1], until: '2027-04-05' }, PARIS),
  ).toEqual(['2027-03-22T11:00', '2027-03-29T10:00', '2027-04-05T10:00']);
});

test('every other week counts weeks from Monday, and the last date is included', () => {
  const repeat = { everyWeeks: 2, days: [1, 4], until: '2027-01-28' };
  expect(starts('2027-01-13T08:00', '2027-01-13T09:00', repeat, 'UTC')).toEqual([
    '2027-01-14T08:00',
    '2027-01-25T08:00',
    '2027-01-28T08:00',
  ]);
});

test('a block across midnight keeps its length on the wall clock', () => {
  const [night] = blockOccurrences('2026-10-24T22:00', '2026-10-25T06:00', null, PARIS);
  expect((night?.end ?? 0) - (night?.start ?? 0)).toBe(9 * HOUR);
});

test('a date that a zone skipped has no block', () => {
  const repeat = { everyWeeks: 1, days: [1, 2, 3, 4, 5, 6, 7], until: '2011-12-31' };
  expect(starts('2011-12-29T12:00', '2011-12-29T13:00', repeat, 'Pacific/Apia')).toEqual([
    '2011-12-29T22:00',
    '2011-12-30T22:00',
  ]);
});

test('a block that ends before it begins, or that the clocks swallow, is none', () => {
  expect(blockOccurrences('2027-01-12T13:00', '2027-01-12T12:00', null, PARIS)).toEqual([]);
  expect(blockOccurrences('2027-01-12T13:00', '2027-01-12T13:00', null, PARIS)).toEqual([]);
  expect(
    blockOccurrences(
      '2027-01-13T13:00',
      '2027-01-13T14:00',
      { everyWeeks: 1, days: [3], until: '2027-01-12' },
      PARIS,
    ),
  ).toEqual([]);
});

test('a series ends with the longest one transaction may be', () => {
  expect(
    blockOccurrences(
      '2027-01-01T08:00',
      '2027-01-01T09:00',
      { everyWeeks: 1, days: [1, 2, 3, 4, 5, 6, 7], until: '2030-01-01' },
      PARIS,
    ),
  ).toHaveLength(MOST_OCCURRENCES);
});
