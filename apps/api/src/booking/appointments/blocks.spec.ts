import { startWeekApp, type WeekApp } from './testing/week-app';

let app: WeekApp;

beforeAll(async () => {
  app = await startWeekApp('blocks', '2027-03-01T08:00:00Z');
});
afterAll(() => app.close());

const A_BLOCK = { title: 'Reading', repeat: null, leaveOutTaken: false };

async function shown(from: string, to: string) {
  const { body } = await app.lea.get(`/api/appointments?from=${from}T00:00:00Z&to=${to}T00:00:00Z`);
  return body.appointments
    .filter(({ status }) => status === 'booked')
    .map(({ start }) => new Date(start).toISOString());
}

describe('blocked time', () => {
  it('keeps its wall clock over a change of the clocks', async () => {
    const repeat = { everyWeeks: 1, days: [7], until: '2027-04-04' };
    const { status, body } = await app.lea.post('/api/blocks', {
      ...A_BLOCK,
      start: '2027-03-21T10:00',
      end: '2027-03-21T11:00',
      repeat,
    });
    expect([status, body.created.length, body.leftOut]).toEqual([201, 3, []]);
    expect(await shown('2027-03-20', '2027-04-05')).toEqual([
      '2027-03-21T09:00:00.000Z',
      '2027-03-28T08:00:00.000Z',
      '2027-04-04T08:00:00.000Z',
    ]);
  });

  it('names every taken date, or leaves them out when asked to', async () => {
    await app.lea.post('/api/blocks', { ...A_BLOCK, start: '2027-05-11T09:30', end: '2027-05-11T10:00' });
    const wish = {
      ...A_BLOCK,
      start: '2027-05-10T09:00',
      end: '2027-05-10T10:00',
      repeat: { everyWeeks: 1, days: [1, 2, 3], until: '2027-05-12' },
    };
    const refused = await app.lea.post('/api/blocks', wish);
    expect(refused.body).toMatchObject({
      status: 409,
      reason: 'time-just-taken',
      conflicts: [Date.parse('2027-05-11T07:00:00Z')],
    });
    expect(await shown('2027-05-10', '2027-05-13')).toHaveLength(1);
    const { status, body } = await app.lea.post('/api/blocks', { ...wish, leaveOutTaken: true });
    expect([status, body.created.length, body.leftOut]).toEqual([
      201,
      2,
      [Date.parse('2027-05-11T07:00:00Z')],
    ]);
  });

  it('touches its neighbours without taking from them', async () => {
    await app.lea.post('/api/blocks', { ...A_BLOCK, start: '2027-05-20T09:00', end: '2027-05-20T10:00' });
    expect(
      (await app.lea.post('/api/blocks', { ...A_BLOCK, start: '2027-05-20T10:00', end: '2027-05-20T11:00' }))
        .status,
    ).toBe(201);
  });

  it.each([
    ['one date', 'one', 1, ['2027-06-07', '2027-06-21', '2027-06-28']],
    ['this and the later ones', 'following', 3, ['2027-06-07']],
    ['the whole series', 'all', 4, []],
  ])('is given back: %s', async (_, scope, removed, left) => {
    const repeat = { everyWeeks: 1, days: [1], until: '2027-06-28' };
    const { body } = await app.lea.post('/api/blocks', {
      ...A_BLOCK,
      start: '2027-06-07T09:00',
      end: '2027-06-07T10:00',
      repeat,
    });
    const remove = () => app.lea.post(`/api/blocks/${body.created[1]}/remove`, { scope });
    expect((await remove()).body).toEqual({ removed });
    expect((await shown('2027-06-07', '2027-06-29')).map((text) => text.slice(0, 10))).toEqual(left);
    expect((await remove()).body).toEqual({ removed: 0 });
    await app.lea.post(`/api/blocks/${body.created[0]}/remove`, { scope: 'all' });
  });

  it('leaves dates that have begun as they are', async () => {
    const repeat = { everyWeeks: 1, days: [1], until: '2027-07-19' };
    const { body } = await app.lea.post('/api/blocks', {
      ...A_BLOCK,
      start: '2027-07-05T09:00',
      end: '2027-07-05T10:00',
      repeat,
    });
    const before = app.now;
    app.now = Date.parse('2027-07-12T07:30:00Z');
    expect(
      (await app.lea.post(`/api/blocks/${body.created[1]}/remove`, { scope: 'one' })).body,
    ).toMatchObject({ status: 422, reason: 'already-started' });
    expect((await app.lea.post(`/api/blocks/${body.created[1]}/remove`, { scope: 'all' })).body).toEqual({
      removed: 1,
    });
    app.now = before;
  });

  it('can be moved and made longer, and tells nobody', async () => {
    const { body } = await app.lea.post('/api/blocks', {
      ...A_BLOCK,
      start: '2027-08-02T09:00',
      end: '2027-08-02T10:00',
    });
    const moved = await app.lea.post(`/api/appointments/${body.created[0]}/move`, {
      start: '2027-08-02T10:00:00Z',
      end: '2027-08-02T15:00:00Z',
      sequence: 0,
    });
    expect(moved.body).toMatchObject({
      kind: 'block',
      sequence: 1,
      end: Date.parse('2027-08-02T15:00:00Z'),
      letters: [],
      intake: null,
    });
    expect(
      (await app.lea.post(`/api/appointments/${body.created[0]}/outcome`, { outcome: null })).status,
    ).toBe(404);
  });

  it.each([
    ['an end before the start', { end: '2027-09-06T08:00' }, 'end invalid-time'],
    ['no end', { end: undefined }, 'end required'],
    [
      'a repetition without any date',
      { repeat: { everyWeeks: 1, days: [1], until: '2027-09-01' } },
      'repeat.until invalid-date',
    ],
    [
      'too many dates',
      { repeat: { everyWeeks: 1, days: [1, 2, 3, 4, 5, 6, 7], until: '2029-01-01' } },
      'repeat.until too-large',
    ],
    [
      'dates that meet each other',
      { end: '2027-09-07T10:00', repeat: { everyWeeks: 1, days: [1, 2], until: '2027-09-08' } },
      'end too-large',
    ],
    ['a date long past', { start: '2026-09-06T09:00', end: '2026-09-06T10:00' }, 'end too-small'],
    ['an unknown field', { colour: 'red' }, 'colour unknown-field'],
  ])('refuses %s', async (_, over, said) => {
    const { status, body } = await app.lea.post('/api/blocks', {
      ...A_BLOCK,
      start: '2027-09-06T09:00',
      end: '2027-09-06T10:00',
      ...over,
    });
    expect([status, body.errors?.map(({ field, code }) => `${field} ${code}`)]).toEqual([400, [said]]);
  });
});
