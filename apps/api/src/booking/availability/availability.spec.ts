import type { AvailabilityReply, OfferWish } from '@visavis/booking';
import { SettingsApp } from '../../practice/testing/settings-app';

const WEEKLY = [{ days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }];
const OFFER: OfferWish = {
  lengthMin: 30,
  stepMin: 30,
  bufferBeforeMin: 0,
  bufferAfterMin: 10,
  minNoticeMin: 0,
  horizonDays: 30,
  maxPerDay: 4,
  sameHoursAs: null,
  weekly: [{ days: [2], start: '09:00', end: '10:30' }],
};
const paris = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Paris').epochMilliseconds;

describe('availability', () => {
  let app: SettingsApp;
  let lea: string;
  let sam: string;

  beforeAll(async () => {
    app = await SettingsApp.start('availability');
    await app.createPractice('hours');
    lea = await app.signIn('lea@hours.example');
    sam = await app.signIn('sam@hours.example');
  });

  afterAll(() => app.stop());

  const version = async (slug: string) => {
    const [row] = await app.rows<{ version: string }>(
      `SELECT c.version FROM calendar c JOIN supervisor s ON s.practice_id = c.practice_id AND s.id = c.supervisor_id WHERE s.slug = $1`,
      [slug],
    );
    return Number(row?.version);
  };
  const lastAct = async () =>
    (
      await app.rows<{ act: string; actor: string; right: boolean }>(
        `SELECT e.act, e.actor, e.object_id = s.id AS right FROM audit_event e
       JOIN supervisor s ON s.practice_id = e.practice_id AND s.member_id = e.member_id ORDER BY e.id DESC LIMIT 1`,
      )
    )[0];

  it('is read with both offers, zone and dates', async () => {
    const { body } = await app.send<AvailabilityReply>('GET', '/api/availability', { session: lea });

    expect(body).toMatchObject({
      timeZone: 'Europe/Paris',
      holidayCountry: 'FR',
      holidayRegion: null,
      overrides: [],
    });
    expect(body.offers['discovery-call']).toMatchObject({ lengthMin: 30, sameHoursAs: null, weekly: WEEKLY });
    expect(body.offers['session']).toMatchObject({ lengthMin: 90, sameHoursAs: 'discovery-call' });
  });

  it.each([
    ['an offer', 'PUT', '/api/offers/discovery-call', OFFER, 'offer-changed'],
    [
      'the calendar',
      'PUT',
      '/api/calendar',
      { timeZone: 'Europe/Paris', holidayCountry: 'FR', holidayRegion: '67' },
      'calendar-changed',
    ],
    [
      'a date',
      'PUT',
      '/api/overrides/2027-02-02',
      { windows: [{ start: '20:00', end: '24:00' }], label: 'Soirée' },
      'date-changed',
    ],
    ['a date again', 'PUT', '/api/overrides/2027-02-02', { windows: [], label: null }, 'date-changed'],
    [
      'holidays',
      'POST',
      '/api/overrides/holidays',
      { dates: [{ date: '2027-05-06', name: 'Ascension' }] },
      'holidays-closed',
    ],
    ['a date back', 'DELETE', '/api/overrides/2027-02-02', undefined, 'date-cleared'],
  ] as const)(
    'changes with %s: the version rises, the change is on record, and nobody else is touched',
    async (_, method, url, body, act) => {
      const [own, other] = [await version('lea'), await version('sam')];
      const others = (await app.send('GET', '/api/availability', { session: sam })).body;
      const answer = await app.send<AvailabilityReply>(method, url, { session: lea, body });

      expect(answer.status).toBe(200);
      expect(answer.body).toEqual((await app.send('GET', '/api/availability', { session: lea })).body);
      expect([await version('lea'), await version('sam')]).toEqual([own + 1, other]);
      expect(await lastAct()).toEqual({ act, actor: 'member', right: true });
      expect((await app.send('GET', '/api/availability', { session: sam })).body).toEqual(others);
    },
  );

  it('keeps what was written', async () => {
    const { body } = await app.send<AvailabilityReply>('GET', '/api/availability', { session: lea });

    expect(body.offers['discovery-call']).toEqual(OFFER);
    expect(body).toMatchObject({ holidayCountry: 'FR', holidayRegion: '67' });
    expect(body.overrides).toEqual([{ date: '2027-05-06', windows: [], label: 'Ascension', holiday: true }]);
  });

  const calendar = { timeZone: 'Europe/Paris', holidayCountry: 'FR', holidayRegion: null };
  it.each([
    [
      'an offer that has its own hours',
      'PUT',
      '/api/offers/session',
      { ...OFFER, sameHoursAs: 'session' },
      'sameHoursAs',
      'not-in-list',
    ],
    [
      'hours from an offer that borrows them',
      'PUT',
      '/api/offers/discovery-call',
      { ...OFFER, sameHoursAs: 'session' },
      'sameHoursAs',
      'not-accepted',
    ],
    ['an offer that does not exist', 'PUT', '/api/offers/block', OFFER, 'kind', 'not-in-list'],
    [
      'a time that does not exist',
      'PUT',
      '/api/offers/session',
      { ...OFFER, weekly: [{ days: [1], start: '25:00', end: '09:00' }] },
      'weekly.0.start',
      'invalid-time',
    ],
    [
      'a day that does not exist',
      'PUT',
      '/api/offers/session',
      { ...OFFER, weekly: [{ days: [8], start: '09:00', end: '10:00' }] },
      'weekly.0.days.0',
      'too-large',
    ],
    [
      'a length that is text',
      'PUT',
      '/api/offers/session',
      { ...OFFER, lengthMin: '30' },
      'lengthMin',
      'invalid',
    ],
    [
      'an unknown field',
      'PUT',
      '/api/offers/session',
      { ...OFFER, supervisorId: 'x' },
      'supervisorId',
      'unknown-field',
    ],
    [
      'an unknown zone',
      'PUT',
      '/api/calendar',
      { ...calendar, timeZone: 'Europe/Atlantis' },
      'timeZone',
      'invalid-time-zone',
    ],
    [
      'an unknown country',
      'PUT',
      '/api/calendar',
      { ...calendar, holidayCountry: 'ZZ' },
      'holidayCountry',
      'not-in-list',
    ],
    [
      'an unknown region',
      'PUT',
      '/api/calendar',
      { ...calendar, holidayRegion: 'QC' },
      'holidayRegion',
      'not-in-list',
    ],
    [
      'a region without a country',
      'PUT',
      '/api/calendar',
      { ...calendar, holidayCountry: null, holidayRegion: '67' },
      'holidayRegion',
      'not-in-list',
    ],
    [
      'a date that does not exist',
      'PUT',
      '/api/overrides/2027-02-30',
      { windows: [], label: null },
      'date',
      'invalid-date',
    ],
    [
      'a date in the year 9999',
      'PUT',
      '/api/overrides/9999-01-01',
      { windows: [], label: null },
      'date',
      'too-large',
    ],
    ['the year 0', 'DELETE', '/api/overrides/0000-01-01', undefined, 'date', 'too-small'],
    [
      'a holiday decades ago',
      'POST',
      '/api/overrides/holidays',
      { dates: [{ date: '1999-05-01', name: 'x' }] },
      'dates.0.date',
      'too-small',
    ],
  ] as const)(
    'refuses %s, naming the field, and writes nothing',
    async (_, method, url, body, field, code) => {
      const before = await version('lea');
      const answer = await app.send(method, url, { session: lea, body });

      expect(answer.body).toMatchObject({ status: 400, reason: 'malformed', errors: [{ field, code }] });
      expect(await version('lea')).toBe(before);
    },
  );

  it('does not find a date that had no hours of its own, and stays as it was', async () => {
    const before = await version('lea');
    expect((await app.send('DELETE', '/api/overrides/2027-03-03', { session: lea })).status).toBe(404);
    expect(await version('lea')).toBe(before);
  });

  it.each([
    ['GET', '/api/availability'],
    ['PUT', '/api/offers/session'],
    ['PUT', '/api/calendar'],
    ['PUT', '/api/overrides/2027-02-02'],
    ['DELETE', '/api/overrides/2027-02-02'],
    ['POST', '/api/overrides/holidays'],
    ['GET', '/api/holidays?year=2027'],
    ['GET', '/api/holidays/countries'],
    ['POST', '/api/availability/preview'],
    ['POST', '/api/availability/explain'],
    ['GET', '/api/blocked-contacts'],
    ['POST', '/api/blocked-contacts'],
    ['GET', '/api/feed'],
    ['POST', '/api/feed/rotate'],
  ] as const)('%s %s is for who is signed in', async (method, url) => {
    expect((await app.send(method, url, method === 'GET' ? {} : { body: {} })).status).toBe(401);
  });

  describe('in the editor', () => {
    it('shows what visitors would see with the unsaved offer', async () => {
      const offer = { ...OFFER, weekly: [{ days: [3], start: '09:00', end: '10:30' }] };
      const { body } = await app.send('POST', '/api/availability/preview', {
        session: lea,
        body: { kind: 'discovery-call', offer, from: '2027-01-13', days: 1 },
      });

      expect(body).toEqual({
        starts: ['09:00', '09:30', '10:00'].map((time) => paris(`2027-01-13T${time}`)),
      });
    });

    it('uses the hours of the other offer when the unsaved one asks for them', async () => {
      const offer = { ...OFFER, lengthMin: 90, sameHoursAs: 'discovery-call' };
      const { body } = await app.send('POST', '/api/availability/preview', {
        session: lea,
        body: { kind: 'session', offer, from: '2027-01-12', days: 7 },
      });

      expect(body).toEqual({ starts: [paris('2027-01-12T09:00')] });
    });

    it.each([
      ['2027-01-12T08:00:00Z', null],
      ['2027-01-12T08:15:00Z', 'off-grid'],
      ['2027-01-12T12:00:00Z', 'outside-hours'],
      ['2027-01-11T06:00:00Z', 'too-soon'],
      ['2027-03-16T08:00:00Z', 'too-late'],
      ['2027-01-12T08:00:30Z', 'off-grid'],
    ])('says about %s: %s', async (start, reason) => {
      const answer = await app.send('POST', '/api/availability/explain', {
        session: lea,
        body: { kind: 'discovery-call', offer: OFFER, start },
      });

      expect(answer.body).toEqual({ reason });
    });

    it('sees a change of dates at once', async () => {
      const ask = () =>
        app.send('POST', '/api/availability/explain', {
          session: lea,
          body: { kind: 'discovery-call', offer: OFFER, start: '2027-01-12T08:00:00Z' },
        });
      expect((await ask()).body).toEqual({ reason: null });
      await app.send('PUT', '/api/overrides/2027-01-12', {
        session: lea,
        body: { windows: [], label: null },
      });
      expect((await ask()).body).toEqual({ reason: 'closed-date' });
    });
  });

  describe('public holidays', () => {
    it('are those of the place, in the language of the supervisor or the one asked for', async () => {
      const { body } = await app.send('GET', '/api/holidays?year=2027', { session: lea });
      expect(body['holidays']).toContainEqual({ date: '2027-12-25', name: 'Noël', closed: false });
      expect(body['holidays']).toContainEqual({
        date: '2027-12-26',
        name: 'Lendemain de Noël',
        closed: false,
      });
      expect(body['holidays']).toContainEqual({ date: '2027-05-06', name: 'Ascension', closed: true });

      const english = await app.send('GET', '/api/holidays?year=2027&language=en', { session: lea });
      expect(english.body['holidays']).toContainEqual({
        date: '2027-12-25',
        name: 'Christmas Day',
        closed: false,
      });
    });

    it('are known for countries with their regions, by name', async () => {
      const { body } = await app.send<{
        countries: { code: string; name: string; regions: { code: string }[] }[];
      }>('GET', '/api/holidays/countries?language=fr', { session: lea });

      expect(body.countries.length).toBeGreaterThan(150);
      expect(body.countries.find(({ code }) => code === 'DE')?.name).toBe('Allemagne');
      expect(body.countries.find(({ code }) => code === 'CA')?.regions.map(({ code }) => code)).toContain(
        'QC',
      );
    });

    it.each([
      '',
      '?year=',
      '?year=20',
      '?year=1999',
      '?year=2027&year=2028',
      '?year[]=2027',
      '?year=2027&x=1',
      '?year=2027&language=de',
    ])('are not asked for with %j', async (query) => {
      expect((await app.send('GET', `/api/holidays${query}`, { session: lea })).status).toBe(400);
    });
  });

  describe('blocked contacts', () => {
    it('are kept in the form bookings are compared in, each once, and are the supervisor’s own', async () => {
      const add = (kind: string, value: string) =>
        app.send('POST', '/api/blocked-contacts', { session: lea, body: { kind, value } });
      await add('email', 'Someone@Example.ORG');
      await add('email', 'someone@example.org');
      const { body } = await add('phone', '06 39 98 10 21');

      expect(body['contacts']).toEqual([
        { id: expect.any(String), kind: 'email', value: 'someone@example.org' },
        { id: expect.any(String), kind: 'phone', value: '+33639981021' },
      ]);
      expect((await app.send('GET', '/api/blocked-contacts', { session: sam })).body).toEqual({
        contacts: [],
      });
    });

    it('are taken off the list by their supervisor only', async () => {
      const { body } = await app.send<{ contacts: { id: string }[] }>('GET', '/api/blocked-contacts', {
        session: lea,
      });
      const url = `/api/blocked-contacts/${body.contacts[0]?.id}`;

      expect((await app.send('DELETE', url, { session: sam })).status).toBe(404);
      expect((await app.send('DELETE', url, { session: lea })).body['contacts']).toHaveLength(1);
      expect((await app.send('DELETE', url, { session: lea })).status).toBe(404);
      expect((await app.send('DELETE', '/api/blocked-contacts/1%20OR%201=1', { session: lea })).status).toBe(
        404,
      );
    });

    it.each([
      ['phone', '12', 'invalid-phone'],
      ['phone', '+33 6 39 98 10 21 ext. 5', 'invalid-phone'],
      ['phone', 'call me on 06 39 98 10 21', 'invalid-phone'],
      ['email', 'nobody', 'invalid-email'],
      ['email', 'a@b.example\r\nBcc: c@d.example', 'control-characters'],
    ])('are not made of %s %j', async (kind, value, code) => {
      const answer = await app.send('POST', '/api/blocked-contacts', { session: lea, body: { kind, value } });

      expect(answer.body).toMatchObject({ status: 400, errors: [{ field: 'value', code }] });
    });
  });
});
