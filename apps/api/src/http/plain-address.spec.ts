import { plainAddress } from './plain-address';

describe('a plain address', () => {
  it.each([
    ['/api/session', '/api/session'],
    ['/%61pi/%73ession?a=%41', '/api/session?a=A'],
    ['http://evil.example/api/session', '/api/session'],
    ['HTTPS://evil.example:8080/api?x=1', '/api?x=1'],
    ['http://evil.example', '/'],
    ['http://evil.example?x', '/?x'],
    ['*', '*'],
    ['/fr/c/demo//?x=1', '/fr/c/demo?x=1'],
    ['/c/demo/lea/', '/c/demo/lea'],
    ['/app/fr/', '/app/fr/'],
    ['/api/public/demo/', '/api/public/demo/'],
  ])('of %s is %s', (url, plain) => {
    expect(plainAddress(url)).toBe(plain);
  });

  it.each(['/api/a%2Fb', '/api/a%00b', '/api/%E9', '/api/a%2561', '/api/%', '/api/a%20b?c=%26d'])(
    'leaves what means something else, or nothing, as it is: %s',
    (url) => {
      expect(plainAddress(url)).toBe(url);
    },
  );

  it('is found in a time that grows with the length alone', () => {
    const from = process.cpuUsage();
    for (const part of ['/', 'a/', '%61', '/?', '%'])
      plainAddress(`/c/${part.repeat(100_000 / part.length)}x`);
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(200);
  });
});
