import { HOUR, MINUTE } from '@visavis/kernel';
import { clockChangeOn, dateAt, instantAt, startOfDate, wallTimeAt } from './zone-clock';

const at = (text: string): number => Date.parse(text);

describe('the clock of a zone', () => {
  it('reads the wall in Paris, Montreal and Lord Howe', () => {
    const moment = at('2026-11-26T09:30:00Z');
    expect(wallTimeAt('Europe/Paris', moment)).toEqual({ date: '2026-11-26', minute: 10 * 60 + 30 });
    expect(wallTimeAt('America/Montreal', moment)).toEqual({ date: '2026-11-26', minute: 4 * 60 + 30 });
    expect(wallTimeAt('Australia/Lord_Howe', moment)).toEqual({ date: '2026-11-26', minute: 20 * 60 + 30 });
  });

  it('knows that it is another date elsewhere', () => {
    expect(dateAt('Pacific/Kiritimati', at('2026-11-26T10:30:00Z'))).toBe('2026-11-27');
    expect(dateAt('America/Los_Angeles', at('2026-11-26T07:30:00Z'))).toBe('2026-11-25');
  });

  it.each(['Europe/Paris', 'America/Montreal', 'Australia/Lord_Howe', 'Asia/Kathmandu'])(
    'finds every quarter of an hour of %s again',
    (zone) => {
      const first = at('2026-03-25T00:00:00Z');
      for (let step = 0; step < 14 * 96; step++) {
        const moment = first + step * 15 * MINUTE;
        const { date, minute } = wallTimeAt(zone, moment);
        const found = instantAt(zone, date, minute);
        expect(wallTimeAt(zone, found)).toEqual({ date, minute });
        expect(found).toBeLessThanOrEqual(moment); // the earlier of two
        expect(moment - found).toBeLessThanOrEqual(HOUR);
      }
    },
  );

  it('takes the earlier of two moments when clocks go back', () => {
    expect(instantAt('Europe/Paris', '2026-10-25', 150)).toBe(at('2026-10-25T00:30:00Z'));
    expect(instantAt('America/Montreal', '2026-11-01', 90)).toBe(at('2026-11-01T05:30:00Z'));
    expect(instantAt('Australia/Lord_Howe', '2026-04-05', 105)).toBe(at('2026-04-04T14:45:00Z'));
  });

  it('passes over a time that does not exist', () => {
    expect(instantAt('Europe/Paris', '2026-03-29', 150)).toBe(at('2026-03-29T01:30:00Z'));
    expect(instantAt('America/Montreal', '2026-03-08', 150)).toBe(at('2026-03-08T07:30:00Z'));
    expect(instantAt('Australia/Lord_Howe', '2026-10-04', 135)).toBe(at('2026-10-03T15:45:00Z'));
  });

  it('measures days of 23, 25 and 23.5 hours', () => {
    const length = (zone: string, date: string, next: string) =>
      startOfDate(zone, next) - startOfDate(zone, date);
    expect(length('Europe/Paris', '2026-03-29', '2026-03-30')).toBe(23 * HOUR);
    expect(length('America/Montreal', '2026-11-01', '2026-11-02')).toBe(25 * HOUR);
    expect(length('Australia/Lord_Howe', '2026-10-04', '2026-10-05')).toBe(23.5 * HOUR);
  });

  it('begins a day without midnight at its first moment', () => {
    expect(wallTimeAt('Africa/Cairo', startOfDate('Africa/Cairo', '2026-04-24'))).toEqual({
      date: '2026-04-24',
      minute: 60,
    });
  });

  it('finds when and how far the clock jumps', () => {
    expect(clockChangeOn('Europe/Paris', '2026-03-29')).toEqual({ at: at('2026-03-29T01:00:00Z'), jump: 60 });
    expect(clockChangeOn('Europe/Paris', '2026-10-25')).toEqual({
      at: at('2026-10-25T01:00:00Z'),
      jump: -60,
    });
    expect(clockChangeOn('Australia/Lord_Howe', '2026-04-05')).toEqual({
      at: at('2026-04-04T15:00:00Z'),
      jump: -30,
    });
    expect(clockChangeOn('Europe/Paris', '2026-11-26')).toBeNull();
  });
});
