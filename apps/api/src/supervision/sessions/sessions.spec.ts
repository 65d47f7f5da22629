import { FIRST_DAY, SessionsApp } from './testing/sessions-app';

/** Wednesday, ten in Paris, within Léa's hours. */
const WEDNESDAY = '2027-02-10T09:00:00Z';

describe('sessions under a contract', () => {
  let people: SessionsApp;

  beforeAll(async () => {
    people = await SessionsApp.start('sessions-of-contract');
  });
  afterAll(() => people.stop());

  it('are booked from the offered times, hold their minutes and are told to both', async () => {
    const { id, coach } = await people.active();
    const slots = await people.app.get(
      `/api/contracts/${id}/slots?from=2027-02-10T00:00:00Z&to=2027-02-12T00:00:00Z`,
      { session: coach },
    );
    expect(slots.body).toMatchObject({ timeZone: 'Europe/Paris', lengthMin: 90 });
    expect((slots.body as unknown as { starts: number[] }).starts).toContain(Date.parse(WEDNESDAY));

    const session = await people.booked(coach, id, WEDNESDAY);

    expect(session).toMatchObject({
      state: 'planned',
      start: Date.parse(WEDNESDAY),
      version: 1,
      canMove: true,
    });
    expect(session.end - session.start).toBe(90 * 60_000);
    expect(await people.ledger(coach, id)).toMatchObject({ minutesLeft: 810, granted: 900, reserved: 90 });
    expect(await people.letters(session.appointmentId)).toEqual(
      ['member', 'supervisor']
        .flatMap((recipient) => [
          { kind: 'session-booked', recipient, state: 'planned', sequence: 0 },
          { kind: 'session-reminder-1h', recipient, state: 'planned', sequence: 0 },
          { kind: 'session-reminder-24h', recipient, state: 'planned', sequence: 0 },
        ])
        .sort((a, b) => a.kind.localeCompare(b.kind) || a.recipient.localeCompare(b.recipient)),
    );
  });

  it('are nobody else’s: 404 for another coach and another supervisor, and an owner only reads', async () => {
    const { id } = await people.active();
    const other = await people.people.newCoach('Ines Ferrand');
    const sam = await people.app.signIn('sam@demo.example');
    for (const session of [other.session, sam]) {
      expect((await people.book(session, id, WEDNESDAY)).status).toBe(404);
      for (const path of ['sessions', 'ledger', 'slots?from=2027-02-10T00:00:00Z&to=2027-02-11T00:00:00Z'])
        expect((await people.app.get(`/api/contracts/${id}/${path}`, { session })).status).toBe(404);
    }
  });

  it('are not booked outside of the offered times by a coach, but by the supervisor', async () => {
    const { id, coach } = await people.active();
    const sunday = '2027-02-14T09:00:00Z';
    const refused = await people.book(coach, id, sunday);
    expect([refused.status, refused.body.reason]).toEqual([422, 'time-not-offered']);
    expect((refused.body.alternatives ?? []).length).toBe(3);
    expect((await people.book(people.people.lea, id, sunday)).status).toBe(201);
  });

  it('session booked without active contract: none while it waits for signatures, none outside of its term', async () => {
    people.app.now = FIRST_DAY;
    const coach = await people.people.newCoach();
    const { id } = await people.people.proposed(coach.id, {});
    const early = await people.book(coach.session, id, WEDNESDAY);
    expect([early.status, early.body.reason]).toEqual([422, 'contract-not-in-force']);

    const active = await people.active();
    const late = await people.book(active.coach, active.id, '2028-03-01T09:00:00Z');
    expect([late.status, late.body.reason]).toEqual([422, 'outside-term']);
    expect(await people.sessions(active.coach, active.id)).toEqual([]);
  });

  it('never overlap anything: a coach and a visitor cannot have one time', async () => {
    const [first, second] = [await people.active(), await people.active()];
    await people.booked(first.coach, first.id, '2027-02-16T09:00:00Z');
    const taken = await people.book(second.coach, second.id, '2027-02-16T09:00:00Z');
    expect([taken.status, taken.body.reason]).toEqual([409, 'time-just-taken']);
    const visitor = await people.app.post('/api/public/demo/lea/bookings', {
      start: '2027-02-16T09:30:00Z',
      firstName: 'Ada',
      lastName: 'Martin',
      email: 'ada@visitor.example',
      phone: '+33199001234',
      reason: 'take-off',
      consent: true,
      language: 'fr',
      timeZone: 'Europe/Paris',
    });
    expect([visitor.status, visitor.body.reason]).toEqual([409, 'time-just-taken']);
  });

  it('quota race: of twenty bookings at once under a contract of ten sessions exactly ten are made', async () => {
    const { id, coach } = await people.active();
    await Promise.all(Array.from({ length: 20 }, () => people.app.get('/api/session', { session: coach })));
    const days = [15, 16, 17, 18, 19, 22, 23, 24, 25, 26];
    const starts = days.flatMap((day) => ['08:00', '13:00'].map((time) => `2027-03-${day}T${time}:00Z`));
    const replies = await Promise.all(starts.map((start) => people.book(people.people.lea, id, start)));
    const statuses = replies.map(({ status, body }) => (status === 201 ? 'booked' : String(body.reason)));
    expect(statuses.filter((status) => status === 'booked')).toHaveLength(10);
    expect(statuses.filter((status) => status === 'not-enough-minutes')).toHaveLength(10);
    expect(await people.sessions(coach, id)).toHaveLength(10);
    const { minutesLeft, reserved, entries } = await people.ledger(coach, id);
    expect([minutesLeft, reserved]).toEqual([0, 900]);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  });

  it('leave the last hour to exactly one of two people who book it at the same moment', async () => {
    const { id, coach } = await people.active({ term: { kind: 'package', minutes: 90, validMonths: 12 } });
    const replies = await Promise.all([
      people.book(coach, id, '2027-02-17T09:00:00Z'),
      people.book(people.people.lea, id, '2027-02-18T13:00:00Z'),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('are one booking for one Idempotency-Key, and another body with it is refused', async () => {
    const { id, coach } = await people.active();
    const start = '2027-02-19T09:00:00Z';
    const [first, again] = [
      await people.book(coach, id, start, {}, 'twice'),
      await people.book(coach, id, start, {}, 'twice'),
    ];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.booked.created).toEqual(first.booked.created);
    const other = await people.book(coach, id, '2027-02-22T09:00:00Z', {}, 'twice');
    expect([other.status, other.body.reason]).toEqual([422, 'idempotency-mismatch']);
    expect(await people.sessions(coach, id)).toHaveLength(1);
  });

  it('repeat on the supervisor’s clock over the change of the clocks; a taken date is named with what is free', async () => {
    const { id, coach } = await people.active();
    const other = await people.active();
    const { lea } = people.people;
    await people.booked(lea, other.id, '2027-03-29T09:30:00Z');
    const series = { repeat: { everyWeeks: 2, count: 3 } };
    const refused = await people.book(lea, id, '2027-03-15T10:30:00Z', series);
    expect([refused.status, refused.body.reason]).toEqual([409, 'time-just-taken']);
    expect(refused.body.conflicts).toEqual([Date.parse('2027-03-29T09:30:00Z')]);
    expect(await people.sessions(coach, id)).toEqual([]);

    const booked = await people.book(lea, id, '2027-03-15T10:30:00Z', { ...series, leaveOutTaken: true });
    expect(booked.status).toBe(201);
    expect(booked.booked.created.map(({ start }) => new Date(start).toISOString())).toEqual([
      '2027-03-15T10:30:00.000Z',
      '2027-04-12T09:30:00.000Z',
    ]);
    const [left] = booked.booked.leftOut;
    expect(left?.start).toBe(Date.parse('2027-03-29T09:30:00Z'));
    expect(left?.alternatives).toHaveLength(3);
  });

  it('move with their id and their calendar entry; reminders follow, and the week cannot go round the ledger', async () => {
    const { id, coach } = await people.active();
    const session = await people.booked(coach, id, '2027-02-23T09:00:00Z');
    const path = `/api/sessions/${session.id}`;
    const moved = await people.app.post(
      `${path}/move`,
      { start: '2027-02-24T09:00:00Z', sequence: 0 },
      { session: coach },
    );
    expect([moved.status, moved.body]).toMatchObject([
      200,
      { id: session.id, sequence: 1, appointmentId: session.appointmentId },
    ]);
    expect(
      (
        await people.app.post(
          `${path}/move`,
          { start: '2027-02-25T09:00:00Z', sequence: 0 },
          { session: coach },
        )
      ).body.reason,
    ).toBe('changed-meanwhile');
    const letters = await people.letters(session.appointmentId);
    expect(
      letters
        .filter(({ sequence, kind }) => sequence === 0 && kind.includes('reminder'))
        .map(({ state }) => state),
    ).toEqual(Array(4).fill('superseded'));
    expect(letters.filter(({ sequence }) => sequence === 1)).toHaveLength(6);

    const week = `/api/appointments/${session.appointmentId}`;
    const { lea } = people.people;
    const shown = await people.app.get(week, { session: lea });
    expect(shown.body).toMatchObject({
      kind: 'session',
      session: { id: session.id, contractId: id, coach: 'Zoé Ardouin' },
    });
    for (const [act, body] of [
      ['move', { start: '2027-02-26T09:00:00Z', sequence: 1 }],
      ['cancel', { sequence: 1 }],
      ['outcome', { outcome: 'went-well' }],
    ] as const) {
      expect((await people.app.post(`${week}/${act}`, body, { session: lea })).body).toMatchObject({
        status: 422,
        reason: 'under-contract',
      });
    }
  });

  it('cost what was shown when they are cancelled: nothing up to the minute of the limit, the contract’s share after it', async () => {
    const { id, coach } = await people.active();
    const [early, late] = [
      await people.booked(coach, id, '2027-03-02T09:00:00Z'),
      await people.booked(coach, id, '2027-03-03T09:00:00Z'),
    ];
    const cancel = (session: typeof early, totalCents: number, minutesUsed: number, who = coach) =>
      people.app.post(
        `/api/sessions/${session.id}/cancel`,
        { sequence: session.sequence, shownTotalCents: totalCents, shownMinutesUsed: minutesUsed },
        { session: who },
      );
    const limit = early.cancelCost?.freeUntil ?? 0;
    people.app.now = limit;
    const free = await cancel(early, 0, 0);
    expect([free.status, free.body]).toMatchObject([
      200,
      { state: 'cancelled-in-time', billedMinutes: 0, supervisionMinutes: 0 },
    ]);
    expect(await people.ledger(coach, id)).toMatchObject({ minutesLeft: 810, reserved: 90 });

    people.app.now = (late.cancelCost?.freeUntil ?? 0) + 1;
    const changed = await cancel(late, 0, 0);
    expect([changed.status, changed.body.reason]).toEqual([409, 'cost-changed']);
    const [now] = (await people.sessions(coach, id)).filter(({ state }) => state === 'planned');
    expect(now?.cancelCost).toMatchObject({ outcome: 'cancelled-late', minutesUsed: 90 });
    expect(now?.cancelCost?.clause.markdown).toMatch(/48/);
    expect(now?.canMove).toBe(false);
    const paid = await cancel(late, now?.cancelCost?.totalCents ?? -1, 90);
    expect([paid.status, paid.body]).toMatchObject([
      200,
      { state: 'cancelled-late', billedMinutes: 90, supervisionMinutes: 0 },
    ]);
    expect(await people.ledger(coach, id)).toMatchObject({
      minutesLeft: 810,
      reserved: 0,
      supervisionMinutes: 0,
    });
  });

  it('give all minutes back when the supervisor cancels, and when the contract ends', async () => {
    const { id, coach } = await people.active();
    const { lea } = people.people;
    const one = await people.booked(coach, id, '2027-03-09T09:00:00Z');
    await people.booked(coach, id, '2027-03-10T09:00:00Z');
    const body = { sequence: 0, shownTotalCents: 0, shownMinutesUsed: 0 };
    people.app.now = Date.parse('2027-03-09T08:00:00Z');
    const off = await people.app.post(`/api/sessions/${one.id}/cancel`, body, { session: lea });
    expect([off.status, off.body]).toMatchObject([200, { state: 'cancelled-by-supervisor' }]);

    const asked = await people.people.act(lea, id, 'end', {
      ground: 'mutual',
      reason: 'Nous avons fait le tour.',
    });
    expect(asked.status).toBe(200);
    const ended = await people.people.act(coach, id, 'end', {
      ground: 'mutual',
      reason: 'Nous avons fait le tour.',
    });
    expect([ended.status, ended.contract.state]).toEqual([200, 'ended']);
    expect((await people.sessions(coach, id)).map(({ state }) => state)).toEqual([
      'cancelled-by-supervisor',
      'cancelled-in-time',
    ]);
    expect(await people.ledger(coach, id)).toMatchObject({ reserved: 0 });
  });

  it('welcome a coach home with the next session, the minutes left and what there is to do', async () => {
    const { id, coach } = await people.active();
    const empty = await people.app.get('/api/home', { session: coach });
    expect(empty.body).toMatchObject({
      nextSession: null,
      contracts: [{ id, mayBook: true, minutesLeft: 900 }],
      toDo: [{ kind: 'book-session', contractId: id }],
    });
    const session = await people.booked(coach, id, '2027-03-11T09:00:00Z');
    const home = await people.app.get('/api/home', { session: coach });
    expect(home.body).toMatchObject({
      nextSession: { id: session.id },
      toDo: [],
      contracts: [{ minutesLeft: 810 }],
    });
  });

  it('cannot be rewritten: the ledger refuses changes, whoever asks', async () => {
    const { id, coach } = await people.active();
    await people.booked(coach, id, '2027-03-12T09:00:00Z');
    await expect(
      people.app.rows('UPDATE ledger_entry SET balance_after = 900 WHERE contract_id = $1', [id]),
    ).rejects.toThrow('is evidence');
    await expect(people.app.rows('DELETE FROM ledger_entry WHERE contract_id = $1', [id])).rejects.toThrow(
      'is evidence',
    );
  });
});
