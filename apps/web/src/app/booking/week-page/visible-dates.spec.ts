import { visibleDates } from './visible-dates';

describe('the dates on the screen', () => {
  it('are the week from Monday where there is room', () => {
    expect(visibleDates('2026-11-29', 7)).toEqual(
      ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`),
    );
  });

  it('are fewer on a small screen, the wanted one among them and never over the week’s end', () => {
    expect(visibleDates('2026-11-26', 1)).toEqual(['2026-11-26']);
    expect(visibleDates('2026-11-29', 3)).toEqual(['2026-11-27', '2026-11-28', '2026-11-29']);
  });
});
