import { localDate, timeWords } from './format-time';

const MORNING = Date.UTC(2026, 10, 26, 9, 30);
const NBSP = '\u00a0';

describe('timeWords', () => {
  it('writes a moment the French way, with a 24-hour clock and spaces that do not break', () => {
    expect(timeWords('fr', 'Europe/Paris').dayAndTime(MORNING)).toBe(
      `jeudi 26 novembre, 10${NBSP}h${NBSP}30`,
    );
  });

  it('leaves out the minutes of a full hour in French', () => {
    expect(timeWords('fr', 'Europe/Paris').time(Date.UTC(2026, 10, 26, 8))).toBe(`9${NBSP}h`);
  });

  it('says "1er" for the first of a month in French', () => {
    expect(timeWords('fr', 'Europe/Paris').day(Date.UTC(2026, 11, 1, 9))).toBe('mardi 1er décembre');
  });

  it('writes a moment in English with a 24-hour clock', () => {
    expect(timeWords('en', 'Europe/Paris').dayAndTime(MORNING)).toBe('Thursday 26 November, 10:30');
  });

  it('calls midnight 0 h and 00:00, never 24', () => {
    const midnight = Date.UTC(2026, 10, 25, 23);
    expect(timeWords('fr', 'Europe/Paris').time(midnight)).toBe(`0${NBSP}h`);
    expect(timeWords('en', 'Europe/Paris').time(midnight)).toBe('00:00');
  });

  it('gives the date of the zone, not of UTC', () => {
    expect(localDate(Date.UTC(2026, 10, 26, 12), 'Pacific/Kiritimati')).toBe('2026-11-27');
  });

  it('refuses a zone nobody knows', () => {
    expect(() => timeWords('fr', 'Mars/Olympus').time(MORNING)).toThrow(RangeError);
  });
});
