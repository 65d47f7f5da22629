import ical from 'ical.js';
import { aStart, aWish } from '../../testing/a-practice';
import { WholeApp, type Body } from '../../testing/whole-app';

const BOOKINGS = '/api/public/demo/lea/bookings';

describe('a manage link', () => {
  let app: WholeApp;

  beforeAll(async () => {
    app = await WholeApp.start('manage_link');
  });

  afterAll(() => app.stop());

  const secretOf = ({ managePath }: Body) => managePath.split('/').at(-1) ?? '';
  const link = (call: Body) => `/api/public/demo/calls/${call.id}/${secretOf(call)}`;
  const booked = async (over: object = {}, start = aStart()): Promise<Body> => {
    const { status, body } = await app.post(BOOKINGS, aWish(start, over));
    expect(status).toBe(201);
    return body;
  };
  const letters = async (call: Body, state = 'planned') => {
    const rows = await app.rows<{ letter: string }>(
      `SELECT kind || ' to ' || recipient AS letter FROM letter WHERE appointment_id = $1 AND state = $2 ORDER BY 1`,
      [call.id, state],
    );
    return rows.map(({ letter }) => letter);
  };

  const ACTS = ['move', 'cancel', 'email', 'rebook', 'erase'] as const;
  const bodies = {
    move: { start: '2027-02-22T09:00:00Z' },
    cancel: {},
    email: { email: 'thief@visitor.example' },
    rebook: { start: '2027-02-22T09:00:00Z' },
    erase: {},
  };

  it('manage token of another booking: opens nothing, with the words of a call that does not exist', async () => {
    const [a, b] = [await booked(), await booked()];
    const before = await app.everything();
    const unknown = await app.get(
      `/api/public/demo/calls/0193a1b2-0000-7000-8000-000000000001/${secretOf(a)}`,
    );
    expect(unknown.body).toEqual({
      type: 'urn:visavis:not-found',
      title: 'Not found',
      status: 404,
      reason: 'not-found',
    });

    const secrets = [
      secretOf(b),
      secretOf(a).slice(0, -1),
      `${secretOf(a)}A`,
      secretOf(a).toLowerCase(),
      'é'.repeat(22),
      '%00',
      '..%2f..',
    ];
    for (const secret of secrets) {
      const path = `/api/public/demo/calls/${a.id}/${encodeURIComponent(secret)}`;
      for (const reading of [path, `${path}/export`, `${path}/calendar.ics`])
        expect((await app.get(reading)).body).toEqual(unknown.body);
      for (const act of ACTS)
        expect((await app.post(`${path}/${act}`, bodies[act])).body).toEqual(unknown.body);
    }
    for (const id of ['x', a.id.toUpperCase(), `${a.id} `, "' OR 1=1 --"]) {
      expect((await app.get(`/api/public/demo/calls/${encodeURIComponent(id)}/${secretOf(a)}`)).status).toBe(
        404,
      );
    }
    expect((await app.get(`/api/public/other/calls/${a.id}/${secretOf(a)}`)).body).toEqual(unknown.body);
    expect(await app.everything()).toEqual(before);
  });

  it('read booking by id: shows nothing without the secret', async () => {
    const call = await booked();
    for (const path of [
      `/api/public/demo/calls/${call.id}`,
      `/api/public/demo/bookings/${call.id}`,
      `/api/public/demo/lea/bookings/${call.id}`,
    ]) {
      const known = await app.get(path);
      const unknown = await app.get(path.replace(call.id, '0193a1b2-0000-7000-8000-000000000001'));
      expect(known.status).toBe(404);
      expect(known.text).toBe(unknown.text);
    }
    expect((await app.get(`/api/appointments/${call.id}`)).status).toBe(401);
  });

  it('modify booking by id without token: is refused and changes nothing', async () => {
    const call = await booked();
    const before = await app.everything();
    const { body } = await app.post(BOOKINGS, { ...aWish(aStart()), id: call.id, manage: true });
    expect(body).toMatchObject({
      status: 400,
      errors: [
        { field: 'id', code: 'unknown-field' },
        { field: 'manage', code: 'unknown-field' },
      ],
    });
    expect((await app.post(`/api/public/demo/calls/${call.id}/cancel`)).status).toBe(404);
    expect(await app.everything()).toEqual(before);
  });

  it('moves: the letters of the old time go nowhere, the link stays', async () => {
    const call = await booked();
    const start = aStart();
    const { status, body } = await app.post(`${link(call)}/move`, { start });

    expect(status).toBe(200);
    expect(body).toEqual({ ...call, start: Date.parse(start), end: Date.parse(start) + 30 * 60_000 });
    expect((await letters(call)).filter((letter) => letter.endsWith('visitor'))).toEqual(
      expect.arrayContaining(['move to visitor']),
    );
    expect(await letters(call, 'superseded')).toContain('reminder-1h to visitor');
    expect((await app.post(BOOKINGS, aWish(new Date(call.start).toISOString()))).status).toBe(201);
    const calendar = new ical.Component(ical.parse((await app.get(`${link(call)}/calendar.ics`)).text));
    expect(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('sequence')).toBe(1);
  });

  it('moves to the time it has without a change or a letter', async () => {
    const call = await booked();
    const before = await app.everything();
    expect(
      (await app.post(`${link(call)}/move`, { start: new Date(call.start).toISOString() })).body,
    ).toEqual(call);
    expect(await app.everything()).toEqual(before);
  });

  it.each([
    ['2027-01-16T09:00:00Z', 'outside-hours'],
    ['2027-02-22T09:10:00Z', 'off-grid'],
    ['2027-01-11T09:00:00Z', 'too-soon'],
    ['2032-01-12T09:00:00Z', 'too-late'],
  ])('does not move to %s: %s', async (start, because) => {
    const call = await booked();
    const before = await app.everything();
    expect((await app.post(`${link(call)}/move`, { start })).body).toMatchObject({
      status: 422,
      reason: 'time-not-offered',
      because,
    });
    expect(await app.everything()).toEqual(before);
  });

  it('cancel twice: one cancellation and one set of letters, however often and at once', async () => {
    const call = await booked();
    const replies = await Promise.all([
      app.post(`${link(call)}/cancel`),
      app.post(`${link(call)}/cancel`, {}),
    ]);
    replies.push(await app.post(`${link(call)}/cancel`));

    expect(replies.map(({ status, body }) => [status, body.status, body.canChange])).toEqual(
      Array(3).fill([200, 'cancelled', false]),
    );
    expect((await letters(call)).filter((letter) => letter.startsWith('cancellation'))).toEqual([
      'cancellation to supervisor',
      'cancellation to visitor',
    ]);
    expect(
      await app.rows(`SELECT act FROM audit_event WHERE object_id = $1 AND act = 'cancelled'`, [call.id]),
    ).toHaveLength(1);
    expect((await app.post(BOOKINGS, aWish(new Date(call.start).toISOString()))).status).toBe(201);
    for (const [act, body] of [
      ['move', { start: aStart() }],
      ['email', { email: 'late@visitor.example' }],
    ] as const)
      expect((await app.post(`${link(call)}/${act}`, body)).body).toMatchObject({
        status: 409,
        reason: 'already-cancelled',
      });
  });

  it.each(['', '/export', '/calendar.ics'])('tells no other site its secret address: %s', async (part) => {
    const { status, headers } = await app.get(link(await booked()) + part);
    expect({ status, policy: headers['referrer-policy'] }).toEqual({ status: 200, policy: 'no-referrer' });
  });

  it('ends with the start of the call', async () => {
    const call = await booked();
    app.now = call.start;
    try {
      for (const [act, reason] of [
        ['move', 'already-started'],
        ['cancel', 'already-started'],
        ['email', 'already-started'],
      ] as const) {
        const body = act === 'move' ? { start: '2027-02-23T09:00:00Z' } : bodies[act];
        expect((await app.post(`${link(call)}/${act}`, body)).body).toMatchObject({ status: 422, reason });
      }
      expect((await app.get(link(call))).body.canChange).toBe(false);
    } finally {
      app.now = Date.parse('2027-01-11T07:00:00Z');
    }
  });

  it('puts a mistyped address right: what was to leave is planned again for the right one', async () => {
    const call = await booked({ email: 'camile@visitor.example' });
    app.now += 60_000;
    const { status, body } = await app.post(`${link(call)}/email`, { email: 'camille@visitor.example' });

    expect(status).toBe(200);
    expect(body.email).toBe('camille@visitor.example');
    expect((await letters(call)).filter((letter) => letter.endsWith('visitor'))).toEqual([
      'confirmation to visitor',
      'reminder-1h to visitor',
      'reminder-24h to visitor',
    ]);
    expect((await app.post(`${link(call)}/email`, { email: 'nobody' })).body).toMatchObject({
      status: 400,
      errors: [{ field: 'email', code: 'invalid-email' }],
    });
    expect((await app.post(`${link(call)}/email`, { email: 'a@b.example', phone: '1' })).body).toMatchObject({
      errors: [{ field: 'phone', code: 'unknown-field' }],
    });
  });

  it('does not take the address of somebody with an open call', async () => {
    const [a, b] = [await booked(), await booked()];
    expect((await app.post(`${link(a)}/email`, { email: String(b.email).toUpperCase() })).body).toMatchObject(
      { status: 429, reason: 'too-many-requests' },
    );
    expect((await app.get(link(a))).body.email).toBe(a.email);
  });

  it('GDPR export contains secrets: it holds all that was told, and neither secrets nor anybody else', async () => {
    const [call, other] = [
      await booked({ words: 'Mes mots', firstName: 'Zoé' }),
      await booked({ firstName: 'Canary' }),
    ];
    const { status, headers, text } = await app.get(`${link(call)}/export`);

    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-disposition': expect.stringContaining('attachment'),
      'cache-control': 'no-store',
    });
    const told = JSON.parse(text) as Record<string, unknown>;
    expect(told['told']).toMatchObject({
      firstName: 'Zoé',
      lastName: 'Martin',
      email: call.email,
      phone: call.phone,
      words: 'Mes mots',
      timeZone: 'Europe/Paris',
    });
    expect(told['consentedAt']).toBe(new Date(app.now).toISOString());
    expect(told['letters']).toHaveLength(3);
    for (const hidden of [
      secretOf(call),
      '/m/demo/',
      'Hash',
      'argon2',
      'lea@demo.example',
      String(other.email),
      'Canary',
    ])
      expect(text).not.toContain(hidden);
  });

  it("other tenant's data in export: each of two exports at once holds its own practice only", async () => {
    const a = await booked({ firstName: 'Canary-demo' });
    const { body: b } = await app.post(
      '/api/public/other/lea/bookings',
      aWish(aStart(), { firstName: 'Canary-other' }),
    );
    const paths = Array.from({ length: 16 }, (_, i) =>
      i % 2 ? `/api/public/other/calls/${b.id}/${secretOf(b)}/export` : `${link(a)}/export`,
    );
    const replies = await Promise.all(paths.map((path) => app.get(path)));
    for (const [i, { text }] of replies.entries()) {
      expect(text).toContain(i % 2 ? 'Canary-other' : 'Canary-demo');
      expect(text).not.toContain(i % 2 ? 'Canary-demo' : 'Canary-other');
    }
  });

  it('export link: is dead once everything was erased; every personal column is empty and the supervisor is told', async () => {
    const call = await booked({ words: 'Mes mots' });
    const erased = await app.post(`${link(call)}/erase`, {});

    expect({ status: erased.status, text: erased.text }).toEqual({ status: 204, text: '' });
    const [row] = await app.rows(
      'SELECT first_name, last_name, email, phone, words, open, erased_at FROM discovery_call WHERE id = $1',
      [call.id],
    );
    expect(row).toEqual({
      first_name: null,
      last_name: null,
      email: null,
      phone: null,
      words: null,
      open: false,
      erased_at: new Date(app.now),
    });
    expect(await app.rows('SELECT status FROM appointment WHERE id = $1', [call.id])).toEqual([
      { status: 'cancelled' },
    ]);
    expect(await letters(call)).toEqual(['cancellation to supervisor', 'confirmation to supervisor']);
    for (const path of ['', '/export', '/calendar.ics'])
      expect((await app.get(`${link(call)}${path}`)).status).toBe(404);
    expect((await app.post(`${link(call)}/erase`, {})).status).toBe(404);
    expect(
      (
        await app.post(
          BOOKINGS,
          aWish(new Date(call.start).toISOString(), { email: call.email, phone: call.phone }),
        )
      ).status,
    ).toBe(201);
    expect(
      JSON.stringify(await app.rows('SELECT a::text FROM audit_event a WHERE object_id = $1', [call.id])),
    ).not.toContain('Camille');
  });

  it('books again after a call nobody answered, once, without typing again', async () => {
    const call = await booked();
    expect((await app.post(`${link(call)}/rebook`, { start: aStart() })).status).toBe(422);
    await app.rows(`UPDATE appointment SET status = 'no-show', outcome = 'did-not-answer' WHERE id = $1`, [
      call.id,
    ]);
    await app.rows('UPDATE discovery_call SET open = false WHERE id = $1', [call.id]);
    expect((await app.get(link(call))).body.canRebook).toBe(true);

    const start = aStart();
    const first = await app.post(`${link(call)}/rebook`, { start });
    const again = await app.post(`${link(call)}/rebook`, { start });

    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(first.body.id);
    expect(first.body).toMatchObject({
      firstName: 'Camille',
      email: call.email,
      phone: call.phone,
      start: Date.parse(start),
      status: 'booked',
    });
    expect(first.body.id).not.toBe(call.id);
    expect(secretOf(first.body)).not.toBe(secretOf(call));
  });

  it('state change by GET: reading, HEAD, OPTIONS and disguised methods change nothing', async () => {
    const call = await booked();
    const before = await app.everything();
    const page = call.managePath;
    for (const path of [
      link(call),
      `${link(call)}/export`,
      `${link(call)}/calendar.ics`,
      page,
      `${page}?cancelled`,
      `${page}?act=cancel`,
    ]) {
      expect((await app.get(path)).status).toBe(200);
      expect((await app.send('HEAD', path)).status).toBe(200);
    }
    for (const act of ACTS) {
      for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
        expect([404, 405]).toContain(
          (
            await app.send(method, `${link(call)}/${act}?_method=POST`, {
              headers: { 'x-http-method-override': 'POST' },
            })
          ).status,
        );
      }
    }
    expect((await app.get(BOOKINGS)).status).toBe(404);
    expect(await app.everything()).toEqual(before);
  });

  it('ICS injection in name/notes: the file holds one event and the text as it was typed', async () => {
    const lastName = 'x;y,z\\nEND:VEVENT BEGIN:VEVENT "q"';
    const call = await booked({ lastName, words: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil' });
    const { headers, text } = await app.get(`${link(call)}/calendar.ics`);

    expect(headers['content-type']).toMatch(/^text\/calendar/);
    const events = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent');
    expect(events).toHaveLength(1);
    expect(events[0]?.getFirstPropertyValue('uid')).toContain(call.id);
    expect(text).not.toMatch(/^UID:evil/m);
    expect(call.lastName).toBe(lastName);
  });
});
