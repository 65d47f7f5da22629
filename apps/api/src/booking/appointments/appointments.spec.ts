import { at, aWish, booked, letterStates, nextDay, SPRING, today } from './testing/hand-booking';
import { startWeekApp, type WeekApp } from './testing/week-app';

let app: WeekApp;

beforeAll(async () => {
  app = await startWeekApp('appointments', SPRING);
});
afterAll(() => app.close());
beforeEach(() => {
  app.now = Date.parse(SPRING);
  nextDay();
});

describe('booking by hand', () => {
  it('stores what was said and plans every letter in the same transaction', async () => {
    const body = await booked(app, { phone: '01 99 00 12 34', words: 'After the holidays' });
    expect(body).toMatchObject({
      kind: 'discovery-call',
      status: 'booked',
      origin: 'by-hand',
      sequence: 0,
      letterFailed: false,
      start: Date.parse(at('09:00')),
      end: Date.parse(at('09:30')),
      occupiesFrom: Date.parse(at('08:55')),
      occupiesTo: Date.parse(at('09:40')),
      intake: { phone: '+33199001234', words: 'After the holidays', reason: 'take-off' },
    });
    expect(body.intake?.phoneDisplay.replaceAll('\u00a0', ' ')).toBe('+33 1 99 00 12 34');
    expect(letterStates(body)).toHaveLength(6);
  });

  it('may leave hours, grid and cap, and needs no address', async () => {
    await booked(app, { start: at('09:00') });
    const body = await booked(app, { start: at('21:07'), email: null });
    expect(letterStates(body)).toEqual([
      'confirmation supervisor planned',
      'reminder-1h supervisor planned',
      'reminder-24h supervisor planned',
    ]);
  });

  it('refuses a taken time with others near by, and writes nothing', async () => {
    await booked(app);
    const { status, body } = await app.lea.post('/api/appointments', aWish({ start: at('09:35') }));
    expect(status).toBe(409);
    expect(body.reason).toBe('time-just-taken');
    expect(body.alternatives).toHaveLength(3);
  });

  it.each([
    ['a phone number that cannot be', { phone: '12' }, 400, 'phone invalid-phone'],
    ['a start with odd seconds', { start: '2027-05-03T09:00:30Z' }, 400, 'start invalid-time'],
    ['an unknown field', { status: 'done' }, 400, 'status unknown-field'],
    ['an unknown zone', { timeZone: 'Europe/Nowhere' }, 400, 'timeZone invalid-time-zone'],
    [
      'a country without numbering plan',
      { phone: '0199001234', phoneCountry: 'ZZ' },
      400,
      'phoneCountry not-in-list',
    ],
    ['a start that has passed', { start: '2027-03-01T07:00:00Z' }, 422, 'too-soon'],
    ['a start in a hundred years', { start: '2127-03-01T07:00:00Z' }, 422, 'too-late'],
  ])('refuses %s', async (_, over, expected, said) => {
    const { status, body } = await app.lea.post('/api/appointments', aWish(over));
    const [error] = body.errors ?? [];
    expect([status, error ? `${error.field} ${error.code}` : body.because]).toEqual([expected, said]);
  });

  it('names the field of someone who has an open call already', async () => {
    const first = aWish();
    await app.lea.post('/api/appointments', first);
    const again = await app.lea.post(
      '/api/appointments',
      aWish({ start: at('14:00'), email: first.email.toUpperCase() }),
    );
    expect([again.status, again.body.errors]).toEqual([400, [{ field: 'email', code: 'has-open-call' }]]);
    const phone = await app.tom.post('/api/appointments', aWish({ start: at('14:00'), phone: first.phone }));
    expect([phone.status, phone.body.errors]).toEqual([400, [{ field: 'phone', code: 'has-open-call' }]]);
  });
});

describe('the week', () => {
  const week = () => `/api/appointments?from=${at('00:00')}&to=${at('23:00')}`;

  it('lists own appointments of every status, those that only reach into it included', async () => {
    const { id, sequence } = await booked(app);
    await app.lea.post(`/api/appointments/${id}/cancel`, { sequence });
    await app.lea.post('/api/blocks', {
      start: `${today()}T23:30`,
      end: `${today()}T23:45`,
      title: null,
      repeat: null,
      leaveOutTaken: false,
    });
    const { body } = await app.lea.get(week());
    expect(body.timeZone).toBe('Europe/Paris');
    expect(body.appointments.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'discovery-call cancelled',
      'block booked',
    ]);
    expect(
      (await app.lea.get(`/api/appointments?from=${at('21:40')}&to=${at('23:00')}`)).body.appointments,
    ).toHaveLength(1);
    expect(
      (await app.lea.get(`/api/appointments?from=${at('21:45')}&to=${at('23:00')}`)).body.appointments,
    ).toHaveLength(0);
  });

  it.each([
    ['reversed', 'from=2027-05-02T00:00:00Z&to=2027-05-01T00:00:00Z', 'to too-small'],
    ['too long', 'from=2027-05-01T00:00:00Z&to=2027-07-02T00:00:01Z', 'to too-large'],
    ['not a time', 'from=NaN&to=2027-05-01T00:00:00Z', 'from invalid-time'],
    ['missing', 'from=2027-05-01T00:00:00Z', 'to required'],
    [
      'given twice',
      'from=2027-05-01T00:00:00Z&from=2027-05-02T00:00:00Z&to=2027-05-03T00:00:00Z',
      'from invalid-time',
    ],
    ['unknown', 'from=2027-05-01T00:00:00Z&to=2027-05-02T00:00:00Z&supervisor=1', 'supervisor unknown-field'],
  ])('refuses a range that is %s', async (_, query, said) => {
    const { status, body } = await app.lea.get(`/api/appointments?${query}`);
    expect([status, body.errors?.map(({ field, code }) => `${field} ${code}`)]).toEqual([400, [said]]);
  });
});

describe('what is not yours', () => {
  it('is not found on any route, and stays as it was', async () => {
    const { id, letters, sequence } = await booked(app);
    const { body: blocks } = await app.lea.post('/api/blocks', {
      start: `${today()}T18:00`,
      end: `${today()}T19:00`,
      title: null,
      repeat: null,
      leaveOutTaken: false,
    });
    const before = await app.lea.get(`/api/appointments/${id}`);
    for (const other of [app.tom, app.stranger]) {
      for (const one of [id, 'not-an-id', '01900000-0000-7000-8000-000000000000']) {
        const replies = await Promise.all([
          other.get(`/api/appointments/${one}`),
          other.post(`/api/appointments/${one}/move`, { start: at('15:00'), sequence }),
          other.post(`/api/appointments/${one}/cancel`, { sequence }),
          other.post(`/api/appointments/${one}/outcome`, { outcome: 'went-well' }),
          other.post(`/api/appointments/${one}/letters/${letters[0]?.id}/send-again`, {}),
        ]);
        expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
      }
      for (const scope of ['one', 'following', 'all']) {
        expect((await other.post(`/api/blocks/${blocks.created[0]}/remove`, { scope })).status).toBe(404);
      }
      const { body } = await other.get(`/api/appointments?from=${at('00:00')}&to=${at('23:00')}`);
      expect(body.appointments).toEqual([]);
    }
    expect(await app.lea.get(`/api/appointments/${id}`)).toEqual(before);
  });
});
