import { groupByDay, startsOf } from './group-times';

const slots = { supervisor: 'claire', timeZone: 'Europe/Paris', lengthMin: 30 };

describe('startsOf', () => {
  it('reads UTC dates and minutes into ascending moments, whatever their order', () => {
    expect(startsOf({ ...slots, days: { '2026-11-27': [0], '2026-11-26': [540, 570] } })).toEqual([
      Date.UTC(2026, 10, 26, 9),
      Date.UTC(2026, 10, 26, 9, 30),
      Date.UTC(2026, 10, 27),
    ]);
  });
});

describe('groupByDay', () => {
  const afternoonAndMorning = [Date.UTC(2026, 10, 26, 15, 30), Date.UTC(2026, 10, 27, 8)];

  it('groups by the days of the reader: an afternoon in Paris is the next day in Tokyo', () => {
    expect(groupByDay(afternoonAndMorning, 'Europe/Paris').map((day) => day.date)).toEqual([
      '2026-11-26',
      '2026-11-27',
    ]);
    expect(groupByDay(afternoonAndMorning, 'Asia/Tokyo')).toEqual([
      { date: '2026-11-27', starts: afternoonAndMorning },
    ]);
  });

  it('keeps every start exactly once when clocks change', () => {
    const night = Array.from({ length: 12 }, (_, k) => Date.UTC(2026, 9, 24, 22) + k * 1_800_000);
    expect(groupByDay(night, 'Europe/Paris').flatMap((day) => day.starts)).toEqual(night);
  });

  it('has no day without times', () => {
    expect(groupByDay([], 'Europe/Paris')).toEqual([]);
  });
});
