import { bookedCall, practiceReply, slotsReply } from '@visavis/booking';
import { aStart, aWish } from '../../testing/a-practice';
import { WholeApp } from '../../testing/whole-app';
import { Statements } from '../../database/statements';

const BOOKINGS = '/api/public/demo/lea/bookings';

describe('booking a discovery call', () => {
  let app: WholeApp;

  beforeAll(async () => {
    app = await WholeApp.start('public_booking');
  });

  afterAll(() => app.stop());

  const key = (value: string) => ({ headers: { 'idempotency-key': value } });
  const at = (text: string) => Date.parse(text);

  it('shows the practice and offered times, takes one, and offers it no more', async () => {
    const start = aStart();
    const practice = await app.get('/api/public/demo');
    expect(
      practiceReply
        .parse(practice.body)
        .supervisors.map(({ slug }) => slug)
        .sort(),
    ).toEqual(['lea', 'sam']);
    const path = `/api/public/demo/lea/slots?from=${start.slice(0, 10)}&days=1`;
    const minutes = async () => slotsReply.parse((await app.get(path)).body).days[start.slice(0, 10)];
    const minute = (at(start) / 60_000) % 1440;
    expect(await minutes()).toContain(minute);

    const { status, body } = await app.post(
      BOOKINGS,
      aWish(start, { phone: '01 99 00 99 99', words: ' Bonjour \n à tous ' }),
    );

    expect(status).toBe(201);
    expect(bookedCall.strict().parse(body)).toMatchObject({
      status: 'booked',
      start: at(start),
      end: at(start) + 30 * 60_000,
      supervisor: { slug: 'lea', timeZone: 'Europe/Paris' },
      phone: '+33199009999',
      phoneDisplay: '+33\u00a01\u00a099\u00a000\u00a099\u00a099',
      words: 'Bonjour \n à tous',
      canChange: true,
      canRebook: false,
    });
    expect(await minutes()).not.toContain(minute);
    expect(
      (await app.get(`/api/public/demo/calls/${body.id}/${body.managePath.split('/').at(-1)}`)).body,
    ).toEqual(body);
  });

  it('writes the call, its consent, its letters and what happened in one go', async () => {
    const start = aStart();
    const { body } = await app.post(BOOKINGS, aWish(start));

    const letters = await app.rows<{ letter: string }>(
      `SELECT kind || ' to ' || recipient AS letter FROM letter WHERE appointment_id = $1 AND state = 'planned' ORDER BY 1`,
      [body.id],
    );
    expect(letters.map(({ letter }) => letter)).toEqual([
      'confirmation to supervisor',
      'confirmation to visitor',
      'reminder-1h to supervisor',
      'reminder-1h to visitor',
      'reminder-24h to supervisor',
      'reminder-24h to visitor',
    ]);
    expect(await app.rows('SELECT actor, act FROM audit_event WHERE object_id = $1', [body.id])).toEqual([
      { actor: 'visitor', act: 'booked' },
    ]);
    expect(await app.rows('SELECT open, consented_at FROM discovery_call WHERE id = $1', [body.id])).toEqual([
      { open: true, consented_at: new Date(app.now) },
    ]);
  });

  it('gives "first available" to whoever has that time', async () => {
    const start = '2027-02-25T14:00:00Z';
    const first = await app.post('/api/public/demo/first-available/bookings', aWish(start));
    const second = await app.post('/api/public/demo/first-available/bookings', aWish(start));
    const third = await app.post('/api/public/demo/first-available/bookings', aWish(start));

    expect([first.status, second.status, third.status]).toEqual([201, 201, 409]);
    expect([first.body.supervisor.slug, second.body.supervisor.slug].sort()).toEqual(['lea', 'sam']);
  });

  it('lets a person have one open call, and mails its link once to whoever has it', async () => {
    const wish = aWish(aStart());
    const { body } = await app.post(BOOKINGS, wish);
    for (const over of [{}, { email: wish.email.toUpperCase() }, { email: 'new@visitor.example' }]) {
      const again = await app.post(BOOKINGS, { ...wish, ...over, start: aStart() });
      expect(again.body).toMatchObject({ status: 429, reason: 'too-many-requests' });
      expect(again.text).not.toContain('person');
      expect(Number(again.headers['retry-after'])).toBeGreaterThan(0);
    }
    const links = await app.rows(
      `SELECT 1 FROM letter WHERE appointment_id = $1 AND kind = 'existing-link'`,
      [body.id],
    );
    expect(links).toHaveLength(1);
  });

  it('gives the same booking to the same key and wish', async () => {
    const wish = aWish(aStart());
    const first = await app.post(BOOKINGS, wish, key('same-key'));
    const before = await app.counts();
    const second = await app.post(BOOKINGS, wish, key('same-key'));

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await app.counts()).toEqual(before);
  });

  it('idempotency key reused with other body: is refused and writes nothing', async () => {
    const wish = aWish(aStart());
    await app.post(BOOKINGS, wish, key('other-body'));
    const before = await app.counts();

    for (const over of [{ start: aStart() }, { firstName: 'Autre' }, aWish(aStart())]) {
      const { body } = await app.post(BOOKINGS, { ...wish, ...over }, key('other-body'));
      expect(body).toMatchObject({ status: 422, type: 'urn:visavis:idempotency-mismatch' });
    }
    expect(await app.counts()).toEqual(before);
  });

  it('idempotency key concurrent: is booked once and answered the same', async () => {
    const wish = aWish(aStart());
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => app.post(BOOKINGS, wish, key('in-flight'))),
    );

    expect(replies.map(({ status }) => status)).toEqual(Array(4).fill(201));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await app.rows('SELECT 1 FROM discovery_call WHERE email = $1', [wish.email])).toHaveLength(1);
  });

  it.each([
    ['10,000 characters', 'k'.repeat(10_000)],
    ['a line break', 'a\r\nb'],
    ['a tab', 'a\tb'],
    ['nothing', ''],
    ['letters beyond ASCII', 'é'],
  ])('idempotency key oversize / control chars: %s is refused by name', async (_, value) => {
    const before = await app.counts();
    const { body } = await app.post(BOOKINGS, aWish(aStart()), key(value));
    expect(body).toMatchObject({ status: 400, errors: [{ field: 'Idempotency-Key' }] });
    expect(await app.counts()).toEqual(before);
  });

  it('forgets a key after a day', async () => {
    const wish = aWish(aStart());
    await app.post(BOOKINGS, wish, key('of-yesterday'));
    app.now += 24 * 3_600_000;
    const { status, body } = await app.post(BOOKINGS, aWish('2027-02-24T09:00:00Z'), key('of-yesterday'));
    app.now -= 24 * 3_600_000;

    expect(status).toBe(201);
    expect(body.start).toBe(at('2027-02-24T09:00:00Z'));
  });

  it('crash in the middle: who hears nothing after the commit asks again and finds one booking, one set of letters', async () => {
    const statements = app.nest.get(Statements);
    const one = statements.one.bind(statements);
    const wish = aWish(aStart());
    statements.one = async (name, text, values) => {
      const row = await one(name, text, values);
      if (name === 'confirm-booking')
        throw Object.assign(new Error('terminating connection'), { code: '57P01' });
      return row as never;
    };
    const lost = await app.post(BOOKINGS, wish, key('crash'));
    statements.one = one;
    expect(lost.body).toMatchObject({ status: 503, reason: 'unavailable' });
    const before = await app.counts();

    const again = await app.post(BOOKINGS, wish, key('crash'));

    expect(again.status).toBe(201);
    expect(await app.counts()).toEqual(before);
    const confirmations = await app.rows(
      `SELECT 1 FROM letter WHERE appointment_id = $1 AND kind = 'confirmation'`,
      [again.body.id],
    );
    expect(confirmations).toHaveLength(2);
  });

  it('e-mail bomb: fifty wishes with one address are one booking and one reminder of it', async () => {
    const email = 'victim@visitor.example';
    const statuses = [];
    for (let i = 0; i < 50; i++)
      statuses.push((await app.post(BOOKINGS, aWish(aStart(), { email }), key(`bomb-${i}`))).status);

    expect(statuses).toEqual([201, ...Array(49).fill(429)]);
    const kinds = await app.rows<{ kind: string }>(
      `SELECT l.kind FROM letter l JOIN discovery_call d ON d.id = l.appointment_id WHERE d.email = $1 AND l.recipient = 'visitor' AND l.kind NOT LIKE 'reminder%'`,
      [email],
    );
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(['confirmation', 'existing-link']);
  });

  it('e-mail bomb: booking and cancelling in turn ends after five letters to one address a day', async () => {
    const email = 'in-turn@visitor.example';
    for (let i = 0; i < 5; i++) {
      const { status, body } = await app.post(BOOKINGS, aWish(aStart(), { email }));
      expect(status).toBe(201);
      await app.post(`/api/public/demo/calls/${body.id}/${body.managePath.split('/').at(-1)}/cancel`);
    }
    expect((await app.post(BOOKINGS, aWish(aStart(), { email }))).status).toBe(429);
  });
});
