import { ownPath } from './own-path';

describe('where signing in leads', () => {
  it('goes on to where one wanted to go', () => {
    expect(ownPath('/list?date=2026-11-26')).toBe('/list?date=2026-11-26');
  });

  it.each([
    undefined,
    '',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    '/sign-in?back=/week',
    '/second-factor',
  ])('never leaves this client for %s', (back) => {
    expect(ownPath(back)).toBe('/');
  });
});
