import {
  clockValue,
  minutesOf,
  sayClockRange,
  sayDateRange,
  sayDay,
  sayLength,
  sayMinute,
  sayMoment,
  sayWeekday,
} from './say-time';

describe('saying times in French', () => {
  it('says hours as French writes them', () => {
    expect(sayMinute(600)).toBe('10\u00a0h');
    expect(sayMinute(630)).toBe('10\u00a0h\u00a030');
    expect(sayMinute(1440)).toBe('0\u00a0h');
    expect(sayLength(45)).toBe('45\u00a0min');
    expect(sayLength(90)).toBe('1\u00a0h\u00a030');
  });

  it('says a moment on the clock of the zone', () => {
    const at = Date.parse('2026-11-26T09:30:00Z');
    expect(sayMoment('Europe/Paris', at)).toBe('jeudi 26 novembre, 10\u00a0h\u00a030');
    expect(sayMoment('America/Montreal', at)).toBe('jeudi 26 novembre, 4\u00a0h\u00a030');
    expect(sayClockRange('Europe/Paris', at, at + 30 * 60_000)).toBe(
      '10\u00a0h\u00a030\u2009–\u200911\u00a0h',
    );
  });

  it('says the first of a month as premier', () => {
    expect(sayDay('2026-12-01')).toBe('mardi 1er décembre');
    expect(sayDay('2026-12-11')).toBe('vendredi 11 décembre');
    expect(sayDateRange('2026-06-01', '2026-06-07')).toMatch(/^1er.7 juin 2026$/);
    expect(sayDateRange('2026-12-21', '2026-12-31')).toMatch(/^21.31 décembre 2026$/);
  });

  it('begins the week on Monday', () => {
    expect([1, 7].map(sayWeekday)).toEqual(['lundi', 'dimanche']);
  });

  it('reads and writes clock fields', () => {
    expect(clockValue(65)).toBe('01:05');
    expect(minutesOf('24:00')).toBe(1440);
    expect(minutesOf('9:00')).toBeNaN();
  });
});
