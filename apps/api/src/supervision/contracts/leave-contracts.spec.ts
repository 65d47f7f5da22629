import { DataSource } from 'typeorm';
import { aWish } from '../../testing/a-practice';
import { SessionsApp } from '../sessions/testing/sessions-app';
import { ContractWorker } from '../testing/contract-worker';
import { ContractsApp } from '../testing/contracts-app';

describe('a party of contracts who is erased', () => {
  let people: ContractsApp;
  let worker: ContractWorker;
  let started: number;

  beforeAll(async () => {
    people = await ContractsApp.start('leaving');
    worker = await ContractWorker.start(people.app);
    started = people.app.now;
  });

  afterAll(async () => {
    await worker.stop();
    await people.stop();
  });

  /** A contract that runs since 1 February, and the coach nobody else has. */
  async function active() {
    people.app.now = started;
    const coach = await people.newCoach('Ines Duval');
    const { id } = await people.signed(coach);
    await worker.seal();
    await worker.deliver(id);
    people.app.now = Date.parse('2027-02-01T06:00:00Z');
    await worker.pass();
    people.app.now = Date.parse('2027-02-10T09:00:00Z');
    const lea = await people.app.signIn('lea@demo.example', { proven: true });
    const session = await people.app.signIn(coach.email, { proven: true });
    return { id, lea, coach: { ...coach, session } };
  }
  const erase = (session: string, memberId: string, email: string, over: object = {}) =>
    people.app.post(`/api/members/${memberId}/erasure`, { email, ...over }, { session });
  const evidence = (id: string) =>
    people.app.rows(
      `SELECT (SELECT json_agg(t.canonical_json) FROM contract_text t WHERE t.contract_id = $1) AS texts,
         (SELECT json_agg(s ORDER BY s.id) FROM contract_signature s WHERE s.contract_id = $1) AS signatures,
         (SELECT count(*)::int FROM contract_seal s WHERE s.contract_id = $1) AS seals`,
      [id],
    );

  it('ends what runs with an event in its chain, and leaves the name only where it was signed', async () => {
    const { id, lea, coach } = await active();
    const later = people.app.now;
    people.app.now = started;
    const other = await people.proposed(coach.id);
    people.app.now = later;
    const before = await evidence(id);
    expect((await erase(lea, coach.id, coach.email)).status).toBe(204);

    expect((await people.show(lea, id)).contract.state).toBe('ended');
    expect((await people.show(lea, other.id)).contract.state).toBe('withdrawn');
    const [last] = await people.app.rows(
      `SELECT type, actor, payload FROM contract_event WHERE contract_id = $1 ORDER BY seq DESC LIMIT 1`,
      [id],
    );
    expect(last).toEqual({ type: 'ended', actor: 'clock', payload: { ground: 'party-erased' } });
    expect(await evidence(id)).toEqual(before);
    expect(JSON.stringify(before)).toContain('Ines Duval');

    const beside = JSON.stringify(
      await people.app.rows(`SELECT (SELECT json_agg(c) FROM contract c) AS contracts,
        (SELECT json_agg(v) FROM contract_version v) AS versions, (SELECT json_agg(m) FROM member m) AS members`),
    );
    expect(beside).not.toContain('Ines Duval');
    expect(beside).not.toContain(coach.email);
    const letters = await people.app.rows(
      `SELECT m.id, l.state FROM letter l JOIN member m ON m.id = l.member_id
       WHERE l.contract_id = $1 AND l.kind = 'contract-ended' ORDER BY l.state`,
      [id],
    );
    expect(letters).toEqual([
      { id: expect.not.stringContaining(coach.id), state: 'planned' },
      { id: coach.id, state: 'superseded' },
    ]);
    const acts = await people.app.rows(
      `SELECT act FROM audit_event WHERE object_id = $1 AND act = 'contract-ended'`,
      [id],
    );
    expect(acts).toHaveLength(1);
  });

  it('gives the minutes of what lay ahead back, and the supervisor’s time, in the same transaction', async () => {
    const { id, lea, coach } = await active();
    const sessions = SessionsApp.of(people);
    const ahead = await sessions.booked(lea, id, '2027-02-17T09:00:00.000Z');
    const reserved = await sessions.ledger(lea, id);
    expect((await erase(lea, coach.id, coach.email)).status).toBe(204);

    const settled = await sessions.ledger(lea, id);
    expect(settled.entries.map(({ kind }) => kind)).toEqual([
      ...reserved.entries.map(({ kind }) => kind),
      'released',
    ]);
    expect(settled.entries.at(-1)).toMatchObject({ sessionId: ahead.id });
    expect(await sessions.sessions(lea, id)).toEqual([
      expect.objectContaining({ id: ahead.id, state: 'cancelled-in-time' }),
    ]);
    expect(
      await people.app.rows(
        `SELECT a.status, s.billed_minutes, s.supervision_minutes FROM supervision_session s
         JOIN appointment a ON a.id = s.appointment_id WHERE s.id = $1`,
        [ahead.id],
      ),
    ).toEqual([{ status: 'cancelled', billed_minutes: 0, supervision_minutes: 0 }]);
    const told = await people.app.rows(
      `SELECT l.recipient, l.state FROM letter l JOIN supervision_session s ON s.appointment_id = l.appointment_id
       WHERE s.id = $1 AND l.kind LIKE '%cancel%' ORDER BY 1`,
      [ahead.id],
    );
    expect(told).toEqual([
      { recipient: 'member', state: 'superseded' },
      { recipient: 'supervisor', state: 'planned' },
    ]);
  });

  it('loses name and reasons beside the contract by the function that erases, not by who calls it', async () => {
    const { id, coach } = await active();
    const paused = await people.act(coach.session, id, 'suspend', {
      until: '2027-02-20',
      reason: 'Opération au genou',
    });
    expect(paused.contract.suspension?.reason).toBe('Opération au genou');
    const [practice] = await people.app.rows<{ practice_id: string; coach_name: string }>(
      'SELECT practice_id, coach_name FROM contract WHERE id = $1',
      [id],
    );
    expect(practice?.coach_name).toBe('Ines Duval');
    await people.app.nest
      .get(DataSource)
      .query('SELECT erase_member($1, $2, $2, gen_random_uuid(), now())', [practice?.practice_id, coach.id]);
    const beside = await people.app.rows(
      `SELECT c.coach_name, c.coach_email, c.suspension, v.draft #> '{parties,coach}' AS coach,
         v.draft #>> '{parties,supervisor,name}' AS supervisor
       FROM contract c JOIN contract_version v ON v.contract_id = c.id WHERE c.id = $1`,
      [id],
    );
    expect(beside).toEqual([
      {
        coach_name: null,
        coach_email: null,
        suspension: expect.objectContaining({ by: 'coach', reason: '' }),
        coach: null,
        supervisor: 'Léa Roche',
      },
    ]);
  });

  it('is the one who ended it when they erase themselves', async () => {
    const { id, lea, coach } = await active();
    const own = await people.app.post(
      '/api/account/erasure',
      { email: coach.email },
      { session: coach.session },
    );
    expect(own.status).toBe(204);
    expect((await people.show(lea, id)).contract.state).toBe('ended');
    expect(
      await people.app.rows(`SELECT actor FROM contract_event WHERE contract_id = $1 AND type = 'ended'`, [
        id,
      ]),
    ).toEqual([{ actor: 'coach' }]);
  });

  it('who supervises does not go without a word: the owner is told what is open, and decides', async () => {
    const { id, lea, coach } = await active();
    const { app } = people;
    const [sam] = await app.rows<{ id: string; supervisor: string }>(
      `SELECT m.id, s.id AS supervisor FROM member m JOIN supervisor s ON s.member_id = m.id WHERE m.email = 'sam@demo.example'`,
    );
    await app.rows(`UPDATE contract SET supervisor_id = $2, number = 900 WHERE id = $1`, [
      id,
      sam?.supervisor,
    ]);
    const { consent: _consent, ...call } = aWish('2027-02-15T15:00:00Z');
    const booked = await app.post('/api/appointments', call, {
      session: await app.signIn('sam@demo.example'),
    });
    expect(booked.status).toBe(201);
    const patch = (body: object) => app.send('PATCH', `/api/members/${sam?.id}`, { session: lea, body });

    const told = { status: 409, reason: 'still-open', open: { appointments: 1, contracts: 1 } };
    expect((await patch({ status: 'deactivated' })).body).toMatchObject(told);
    expect((await patch({ roles: ['coach'] })).body).toMatchObject(told);
    expect((await erase(lea, sam?.id ?? '', 'sam@demo.example')).body).toMatchObject(told);
    expect(await app.rows(`SELECT status, roles FROM member WHERE id = $1`, [sam?.id])).toEqual([
      { status: 'active', roles: ['supervisor'] },
    ]);

    expect((await patch({ status: 'deactivated', anyway: true })).status).toBe(200);
    expect((await people.show(lea, id)).contract.state).toBe('active');
    // Nobody would come: what was booked can still be called off, nothing new is booked.
    const sessions = SessionsApp.of(people);
    const away = await people.show(coach.session, id);
    expect(away.contract.computed).toMatchObject({ mayBook: false, bookingObstacle: 'supervisor-away' });
    const refused = await sessions.book(coach.session, id, '2027-02-18T10:00:00Z');
    expect([refused.status, refused.body.reason]).toEqual([422, 'supervisor-away']);
    const home = await app.get('/api/home', { session: coach.session });
    expect(home.body).toMatchObject({ contracts: [{ mayBook: false }], toDo: [] });
    expect((await patch({ status: 'active' })).status).toBe(200);
    expect((await people.show(coach.session, id)).contract.computed).toMatchObject({ mayBook: true });

    expect((await erase(lea, sam?.id ?? '', 'sam@demo.example', { anyway: true })).status).toBe(204);
    expect((await people.show(lea, id)).contract.state).toBe('ended');
    expect(await app.rows(`SELECT status FROM appointment WHERE id = $1`, [booked.body.id])).toEqual([
      { status: 'cancelled' },
    ]);
    expect(
      await app.rows(
        `SELECT recipient, state FROM letter WHERE appointment_id = $1 AND kind = 'cancellation' ORDER BY recipient`,
        [booked.body.id],
      ),
    ).toEqual(expect.arrayContaining([{ recipient: 'visitor', state: 'planned' }]));
  });
});
