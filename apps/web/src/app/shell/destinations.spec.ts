import { destinationsOf, firstPageOf } from './destinations';

const paths = (...roles: Parameters<typeof destinationsOf>[0]) =>
  destinationsOf(roles).map(({ path }) => path);

describe('where one can go', () => {
  it('begins with the week for who supervises', () => {
    expect(firstPageOf(['owner', 'supervisor'])).toBe('/week');
  });

  it('shows a coach nothing of calendars and practices', () => {
    expect(paths('coach')).not.toContain('/week');
    expect(paths('coach')).not.toContain('/practice');
    expect(paths('coach')).toContain('/account');
  });

  it('adds up the roles of one person', () => {
    expect(paths('coach', 'supervisor')).toEqual(
      expect.arrayContaining([...paths('coach'), ...paths('supervisor')]),
    );
  });

  it('leaves a former member their journal and their account', () => {
    expect(destinationsOf([], true).map(({ path }) => path)).toEqual(['/journal', '/account']);
    expect(firstPageOf([], true)).toBe('/journal');
  });

  it('leads whoever has no role left to their account', () => {
    expect(firstPageOf([])).toBe('/account');
  });
});
