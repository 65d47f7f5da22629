import { aStart, aWish, PASSWORD } from '../testing/a-practice';
import { WholeApp } from '../testing/whole-app';

const BOOKINGS = '/api/public/demo/lea/bookings';

describe('limits that hold across processes', () => {
  let app: WholeApp;

  beforeAll(async () => {
    app = await WholeApp.start('limits', { RATE_BOOKINGS_PER_HOUR: '2' });
  });

  afterAll(() => app.stop());

  const book = async (address: string, over: object = {}) =>
    (await app.post(BOOKINGS, aWish(aStart(), over), { address })).status;
  const inTurn = async (addresses: readonly string[], over: object = {}) => {
    const statuses: number[] = [];
    for (const address of addresses) statuses.push(await book(address, over));
    return statuses;
  };

  it('refuse whoever books too often from one address, and say when to come back', async () => {
    expect(await inTurn(Array<string>(3).fill('198.51.100.1'))).toEqual([201, 201, 429]);
    const { headers } = await app.post(BOOKINGS, aWish(aStart()), { address: '198.51.100.1' });
    const seconds = Number(headers['retry-after']);
    expect(seconds).toBeGreaterThan(3_500);
    expect(seconds).toBeLessThanOrEqual(3_600);
  });

  it('let a network book four times as often as an address', async () => {
    const neighbours = [1, 1, 2, 2, 3, 3, 4, 4, 5].map((host) => `203.0.113.${host}`);
    expect(await inTurn(neighbours)).toEqual([...Array<number>(8).fill(201), 429]);
  });

  it('take all addresses of an IPv6 connection for one', async () => {
    const rotating = [1, 2, 3].map((host) => `2001:db8:7:1::${host}`);
    expect(await inTurn(rotating)).toEqual([201, 201, 429]);
    expect(await book('2001:db8:7:2::1')).toBe(201);
  });

  it('do not use up what an e-mail address is allowed while they refuse by where a request comes from', async () => {
    const address = '192.0.2.77';
    expect(await inTurn([address, address])).toEqual([201, 201]);
    const email = 'mailed@visitor.example';
    expect(await inTurn(Array<string>(6).fill(address), { email })).toEqual(Array(6).fill(429));
    expect(await book('100.64.0.1', { email })).toBe(201);
  });

  it('keep no address that could be read', async () => {
    const keys = await app.rows<{ key: string }>('SELECT key FROM rate_limit');
    expect(keys.length).toBeGreaterThan(0);
    for (const { key } of keys) expect(key).toMatch(/^[a-z-]+:[\w-]{22}$/);
  });

  it('refuse bookings and sign-ins with 503 when nobody can count, and write nothing', async () => {
    const before = [await app.counts(), await app.everything()];
    await app.rows('ALTER TABLE rate_limit RENAME TO rate_limit_gone');
    try {
      const booked = await app.post(BOOKINGS, aWish(aStart()), { address: '192.0.2.210' });
      const signedIn = await app.post('/api/session', { email: 'lea@demo.example', password: PASSWORD });
      for (const { body, headers } of [booked, signedIn]) {
        expect(body).toMatchObject({ status: 503, reason: 'unavailable' });
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      }
      expect([await app.counts(), await app.everything()]).toEqual(before);
    } finally {
      await app.rows('ALTER TABLE rate_limit_gone RENAME TO rate_limit');
    }
  });
});
