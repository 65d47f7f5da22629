import { aStart, aWish } from '../../testing/a-practice';
import { WholeApp } from '../../testing/whole-app';

const BOOKINGS = '/api/public/demo/lea/bookings';
const SLOTS = '/api/public/demo/lea/slots';

describe('a wish that cannot be', () => {
  let app: WholeApp;
  let before: unknown;

  beforeAll(async () => {
    app = await WholeApp.start('bad_wishes');
  });

  afterAll(() => app.stop());

  beforeEach(async () => {
    before = [await app.counts(), await app.everything()];
  });

  const nothingIsWritten = async () => expect([await app.counts(), await app.everything()]).toEqual(before);
  const arrange = async (sql: string, values: unknown[] = []) => {
    await app.rows(sql, values);
    await app.rows('UPDATE calendar SET version = version + 1');
    before = [await app.counts(), await app.everything()];
  };

  it.each([
    ['2027-01-12T02:00:00Z', 'outside-hours'],
    ['2027-01-16T09:00:00Z', 'outside-hours'],
    ['2027-01-12T15:45:00Z', 'outside-hours'],
    ['2027-01-12T11:00:30Z', 'off-grid'],
    ['2027-01-12T11:00:00.001Z', 'off-grid'],
    ['2027-01-12T12:10:00+01:00', 'off-grid'],
  ])('slot outside availability: %s is refused as %s, with free times near by', async (start, because) => {
    const { body } = await app.post(BOOKINGS, aWish(start));
    expect(body).toMatchObject({ status: 422, reason: 'time-not-offered', because });
    expect(body.alternatives).toHaveLength(3);
    await nothingIsWritten();
  });

  it('slot outside availability: a day marked off, and a time inside a block, are refused', async () => {
    const override = `INSERT INTO availability_override (practice_id, id, supervisor_id, date, windows, holiday)
      SELECT practice_id, gen_random_uuid(), id, '2027-01-13', '[]', false FROM supervisor`;
    await arrange(override);
    expect((await app.post(BOOKINGS, aWish('2027-01-13T09:00:00Z'))).body).toMatchObject({
      status: 422,
      because: 'closed-date',
    });
    const block = `INSERT INTO appointment (practice_id, id, supervisor_id, kind, status, starts_at, ends_at, occupies, sequence, link_version, origin, created_at, updated_at)
      SELECT practice_id, gen_random_uuid(), id, 'block', 'booked', '2027-01-14T09:00Z', '2027-01-14T11:00Z', '[2027-01-14T09:00Z,2027-01-14T11:00Z)', 0, 1, 'by-hand', now(), now() FROM supervisor`;
    await arrange(block);
    expect((await app.post(BOOKINGS, aWish('2027-01-14T09:30:00Z'))).body).toMatchObject({
      status: 422,
      reason: 'time-not-offered',
      because: 'busy',
    });
    await nothingIsWritten();
  });

  it.each([
    ['2027-01-10T09:00:00Z', 'too-soon'],
    ['1970-01-01T00:00:00Z', 'too-soon'],
    ['2027-01-11T07:01:00Z', 'too-soon'],
    ['2032-01-12T09:00:00Z', 'too-late'],
    ['9999-12-31T23:59:59Z', 'too-late'],
    ['2027-03-15T09:00:00Z', 'too-late'],
  ])('past / beyond horizon / below minimum notice: %s is %s', async (start, because) => {
    expect((await app.post(BOOKINGS, aWish(start))).body).toMatchObject({
      status: 422,
      reason: 'time-not-offered',
      because,
    });
    await nothingIsWritten();
  });

  it.each([
    ['duration', { duration: 600 }],
    ['end', { end: '2027-01-12T22:00:00Z' }],
    ['lengthMin', { lengthMin: 600 }],
    ['practiceId', { practiceId: '0193a1b2-0000-7000-8000-000000000001' }],
    ['guests', { guests: Array.from({ length: 1000 }, (_, i) => `g${i}@visitor.example`) }],
  ])('client-chosen duration: the unknown field %s is named', async (field, over) => {
    const { body } = await app.post(BOOKINGS, aWish(aStart(), over));
    expect(body).toMatchObject({
      status: 400,
      reason: 'malformed',
      errors: [{ field, code: 'unknown-field' }],
    });
    await nothingIsWritten();
  });

  it.each([
    'Mars/Base',
    '../../etc/passwd',
    'Europe/Zurich\u0000',
    'EST5EDT,M3.2.0',
    '+02:00',
    '',
    'a'.repeat(5000),
  ])('bad time zone: %j is named', async (timeZone) => {
    const { body } = await app.post(BOOKINGS, aWish(aStart(), { timeZone }));
    expect(body).toMatchObject({ status: 400, reason: 'malformed' });
    expect(body.errors?.[0]).toEqual({ field: 'timeZone', code: 'invalid-time-zone' });
    await nothingIsWritten();
  });

  it.each([
    ['start', 'tomorrow', 'invalid-time'],
    ['start', '2027-02-30T09:00:00Z', 'invalid-time'],
    ['start', '2027-01-12T09:00:00', 'invalid-time'],
    ['start', 1800000000000, 'invalid-time'],
    ['start', { gt: '' }, 'invalid-time'],
    ['firstName', '', 'required'],
    ['firstName', '   ', 'required'],
    ['lastName', ['a'], 'invalid'],
    ['lastName', 'x'.repeat(101), 'too-long'],
    ['email', 'nobody', 'invalid-email'],
    ['email', 'a@b.example, c@d.example', 'invalid-email'],
    ['email', 'Ann <ann@visitor.example>', 'invalid-email'],
    ['phone', '12', 'invalid-phone'],
    ['phone', 'call me', 'invalid-phone'],
    ['phone', '01 99 00 12 3', 'invalid-phone'], // a digit lost, which the leading 0 makes up for
    ['phoneCountry', 'ZZ', 'not-in-list'],
    ['reason', 'curiosity', 'not-in-list'],
    ['consent', false, 'not-accepted'],
    ['consent', 'on', 'not-accepted'],
    ['consent', undefined, 'required'],
    ['language', 'de', 'not-in-list'],
    ['words', 'x'.repeat(2001), 'too-long'],
  ])('names the field %s when it is %j: %s', async (field, value, code) => {
    expect((await app.post(BOOKINGS, aWish(aStart(), { [field]: value }))).body).toMatchObject({
      status: 400,
      errors: [{ field, code }],
    });
    await nothingIsWritten();
  });

  it.each([
    ['firstName', 'a\u0000b'],
    ['firstName', '\ud800'],
    ['words', 'a\u0000b'],
    ['words', '\udc00'],
    ['lastName', 'a\u0085b'],
  ])('NUL and lone surrogate: %s = %j is a field error, never a 500', async (field, value) => {
    expect((await app.post(BOOKINGS, aWish(aStart(), { [field]: value }))).body).toMatchObject({
      status: 400,
      errors: [{ field, code: 'control-characters' }],
    });
    await nothingIsWritten();
  });

  it('CRLF in name: is refused by field', async () => {
    const { body } = await app.post(
      BOOKINGS,
      aWish(aStart(), { firstName: 'Ann\r\nBcc: victim@example.org' }),
    );
    expect(body).toMatchObject({ status: 400, errors: [{ field: 'firstName', code: 'control-characters' }] });
    await nothingIsWritten();
  });

  it('HTML in name: is stored and answered as the text it is', async () => {
    const firstName = '<img src=x onerror=alert(1)>';
    const { status, body, headers } = await app.post(BOOKINGS, aWish(aStart(), { firstName }));
    expect({ status, firstName: body.firstName }).toEqual({ status: 201, firstName });
    expect(headers).toMatchObject({
      'content-type': expect.stringContaining('application/json'),
      'x-content-type-options': 'nosniff',
    });
    expect(await app.rows('SELECT first_name FROM discovery_call WHERE id = $1', [body.id])).toEqual([
      { first_name: firstName },
    ]);
  });

  it.each([
    ['a name of 1 MB', { firstName: 'x'.repeat(1_000_000) }],
    ['notes of 10 MB', { words: 'x'.repeat(10_000_000) }],
    ['100,000 guests', { guests: Array.from({ length: 100_000 }, () => 'g@visitor.example') }],
  ])('very long fields: %s is refused before it is read', async (_, over) => {
    expect((await app.post(BOOKINGS, aWish(aStart(), over))).body).toMatchObject({
      status: 413,
      reason: 'too-large',
    });
    await nothingIsWritten();
  });

  it.each([
    ['from after to', 'from=2027-02-01&to=2027-01-01'],
    ['not a date', 'from=NaN'],
    ['a huge number', 'from=1e309'],
    ['a date that does not exist', 'from=2027-02-30'],
    ['no days', 'days=0'],
    ['days below zero', 'days=-1'],
    ['too many days', 'days=63'],
    ['days that are no number', 'days=1e1'],
    ['nothing', 'from='],
  ])('slots range reversed / NaN / huge number: %s', async (_, query) => {
    const { body } = await app.get(`${SLOTS}?${query}`);
    expect(body).toMatchObject({ status: 400, reason: 'malformed' });
    expect(body.errors?.length).toBeGreaterThan(0);
  });

  it.each(['from=2027-01-01&from=2028-01-01', 'event[]=1', 'event[$ne]=x', 'days=1&days=2'])(
    'duplicate query parameters: %s',
    async (query) => {
      expect((await app.get(`${SLOTS}?${query}`)).body).toMatchObject({ status: 400, reason: 'malformed' });
    },
  );

  it.each(['sort=name;DROP TABLE letter', 'sort=(select 1)', 'order=ASC,(select 1)'])(
    'sort/filter injection: %s is an unknown parameter',
    async (query) => {
      const session = await app.signIn('lea@demo.example');
      const week = '/api/appointments?from=2027-01-11T00:00:00Z&to=2027-01-18T00:00:00Z';
      expect((await app.get(week, { session })).status).toBe(200);
      for (const path of [`${SLOTS}?${encodeURI(query)}`, `${week}&${encodeURI(query)}`]) {
        expect((await app.get(path, { session })).body).toMatchObject({
          status: 400,
          errors: [{ code: 'unknown-field' }],
        });
      }
    },
  );

  it('prototype pollution: neither body nor query reaches a prototype', async () => {
    const wish = JSON.stringify(aWish(aStart()));
    for (const poison of ['"__proto__":{"isAdmin":true}', '"constructor":{"prototype":{"x":1}}']) {
      const { status } = await app.post(BOOKINGS, undefined, { raw: wish.replace('{', `{${poison},`) });
      expect({ poison, status }).toEqual({ poison, status: 400 });
    }
    expect((await app.get(`${SLOTS}?__proto__[x]=1`)).status).toBe(400);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    await nothingIsWritten();
  });

  it.each([
    ['50,000 lists in each other', `{"words":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 400],
    ['a million members', `{${Array.from({ length: 1_000_000 }, (_, i) => `"k${i}":1`).join(',')}}`, 413],
    ['20,000 members', `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join(',')}}`, 400],
    ['a number beyond all', '{"start":1e400}', 400],
    ['a member named twice', '{"start":"2027-01-12T09:00:00Z","start":"2027-01-12T10:00:00Z"}', 400],
    ['a list', '[]', 400],
    ['null', 'null', 400],
    ['half a document', '{"start":', 400],
  ])('JSON bombs: %s', async (_, raw, status) => {
    const from = process.cpuUsage();
    expect((await app.post(BOOKINGS, undefined, { raw })).status).toBe(status);
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(500); // work, not waiting: other programs share the machine
    expect((await app.get('/health/live')).text).toBe('ok');
    await nothingIsWritten();
  });

  it('DST overlap: the two half past twos of a night are two times, each stored as it was offered', async () => {
    await arrange(`UPDATE supervisor SET time_zone = 'Europe/Zurich' WHERE slug = 'sam'`);
    await arrange(`UPDATE offer SET weekly = '[{"days":[7],"start":"01:00","end":"05:00"}]'`);
    const now = app.now;
    app.now = Date.parse('2026-10-20T00:00:00Z');
    try {
      const { body } = await app.get('/api/public/demo/sam/slots?from=2026-10-25&days=1');
      expect(body.days['2026-10-25']).toEqual(expect.arrayContaining([30, 90]));
      for (const start of ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00']) {
        const booked = await app.post('/api/public/demo/sam/bookings', aWish(start));
        expect(booked.status).toBe(201);
        expect(booked.body.start).toBe(Date.parse(start));
        expect(await app.rows('SELECT starts_at FROM appointment WHERE id = $1', [booked.body.id])).toEqual([
          { starts_at: new Date(start) },
        ]);
      }
    } finally {
      app.now = now;
    }
  });
});
