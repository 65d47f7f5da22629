import { at, aWish, booked, letterStates, nextDay, SPRING } from './testing/hand-booking';
import { startWeekApp, type WeekApp } from './testing/week-app';

let app: WeekApp;

beforeAll(async () => {
  app = await startWeekApp('changes', SPRING);
});
afterAll(() => app.close());
beforeEach(() => {
  app.now = Date.parse(SPRING);
  nextDay();
});

describe('moving', () => {
  it('keeps the id and the buffers, raises the sequence and plans the reminders anew', async () => {
    const { id } = await booked(app);
    const { status, body } = await app.lea.post(`/api/appointments/${id}/move`, {
      start: at('11:15'),
      sequence: 0,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      sequence: 1,
      start: Date.parse(at('11:15')),
      end: Date.parse(at('11:45')),
      occupiesFrom: Date.parse(at('11:10')),
      occupiesTo: Date.parse(at('11:55')),
    });
    expect(letterStates(body)).toEqual([
      'confirmation supervisor planned',
      'confirmation visitor planned',
      'move supervisor planned',
      'move visitor planned',
      'reminder-1h supervisor planned',
      'reminder-1h supervisor superseded',
      'reminder-1h visitor planned',
      'reminder-1h visitor superseded',
      'reminder-24h supervisor planned',
      'reminder-24h supervisor superseded',
      'reminder-24h visitor planned',
      'reminder-24h visitor superseded',
    ]);
  });

  it('onto a taken time is refused and changes nothing', async () => {
    await booked(app);
    const { id } = await booked(app, { start: at('13:00') });
    const before = await app.lea.get(`/api/appointments/${id}`);
    const version = () =>
      app.database.query('SELECT version FROM calendar WHERE supervisor_id = $1', [
        app.lea.asking.supervisorId,
      ]);
    const versionBefore = await version();
    const { status, body } = await app.lea.post(`/api/appointments/${id}/move`, {
      start: at('09:20'),
      sequence: 0,
    });
    expect([status, body.reason, body.alternatives?.length]).toEqual([409, 'time-just-taken', 3]);
    expect(await app.lea.get(`/api/appointments/${id}`)).toEqual(before);
    expect(await version()).toEqual(versionBefore);
  });

  it('may overlap its own former time', async () => {
    const { id } = await booked(app);
    expect(
      (await app.lea.post(`/api/appointments/${id}/move`, { start: at('09:10'), sequence: 0 })).status,
    ).toBe(200);
  });

  it('tells a stale screen, and gives two at once to one', async () => {
    const { id } = await booked(app);
    const moves = [at('11:00'), at('12:00')].map((start) =>
      app.lea.post(`/api/appointments/${id}/move`, { start, sequence: 0 }),
    );
    const replies = await Promise.all(moves);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.reason).toBe('changed-meanwhile');
  });

  it('tells nobody when it was dropped where it was', async () => {
    const { id, letters } = await booked(app);
    const { body } = await app.lea.post(`/api/appointments/${id}/move`, { start: at('09:00'), sequence: 0 });
    expect([body.sequence, body.letters]).toEqual([0, letters]);
  });

  it('refuses the past, a call that has begun, and a length for a call', async () => {
    const { id } = await booked(app);
    const move = (wish: object) => app.lea.post(`/api/appointments/${id}/move`, { sequence: 0, ...wish });
    expect((await move({ start: '2027-02-01T09:00:00Z' })).body).toMatchObject({
      status: 422,
      because: 'too-soon',
    });
    expect((await move({ start: at('10:00'), end: at('12:00') })).body.errors).toEqual([
      { field: 'end', code: 'unknown-field' },
    ]);
    app.now = Date.parse(at('09:00'));
    expect((await move({ start: at('12:00') })).body).toMatchObject({
      status: 422,
      reason: 'already-started',
    });
  });
});

describe('cancelling', () => {
  it('frees time and person, tells both, and is the same twice', async () => {
    const wish = aWish();
    const { body: call } = await app.lea.post('/api/appointments', wish);
    expect((await app.lea.post(`/api/appointments/${call.id}/cancel`, { sequence: 7 })).body.reason).toBe(
      'changed-meanwhile',
    );
    const first = await app.lea.post(`/api/appointments/${call.id}/cancel`, { sequence: 0 });
    expect([first.status, first.body.status, first.body.sequence]).toEqual([200, 'cancelled', 1]);
    expect(letterStates(first.body).filter((text) => text.endsWith('planned'))).toEqual([
      'cancellation supervisor planned',
      'cancellation visitor planned',
      'confirmation supervisor planned',
      'confirmation visitor planned',
    ]);
    const second = await app.lea.post(`/api/appointments/${call.id}/cancel`, { sequence: 0 });
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect((await app.lea.post('/api/appointments', wish)).status).toBe(201);
  });
});

describe('the outcome', () => {
  it('is recorded after the start only; "did not answer" invites to choose another time, once', async () => {
    const { id } = await booked(app);
    const record = (outcome: string | null) => app.lea.post(`/api/appointments/${id}/outcome`, { outcome });
    expect((await record('went-well')).body).toMatchObject({ status: 422, reason: 'not-started-yet' });
    app.now = Date.parse(at('09:05'));
    expect((await record('did-not-answer')).body).toMatchObject({
      status: 'no-show',
      outcome: 'did-not-answer',
    });
    const again = await record('did-not-answer');
    expect(letterStates(again.body).filter((text) => text.startsWith('rebooking'))).toEqual([
      'rebooking visitor planned',
    ]);
    const corrected = await record('think-it-over');
    expect(corrected.body).toMatchObject({ status: 'done', outcome: 'think-it-over' });
    expect(letterStates(corrected.body).filter((text) => text.startsWith('rebooking'))).toEqual([
      'rebooking visitor superseded',
    ]);
    expect((await record(null)).body).toMatchObject({ status: 'done', outcome: null });
  });

  it('frees the place of the person at once', async () => {
    const wish = aWish();
    const { body: call } = await app.lea.post('/api/appointments', wish);
    app.now = Date.parse(at('09:05'));
    await app.lea.post(`/api/appointments/${call.id}/outcome`, { outcome: 'not-a-fit' });
    expect((await app.lea.post('/api/appointments', { ...wish, start: at('14:00') })).status).toBe(201);
  });
});

describe('a letter that failed', () => {
  it('shows in the week and is planned again; one that did not fail is not', async () => {
    const { id, letters } = await booked(app);
    const [letter] = letters.filter(({ kind }) => kind === 'confirmation');
    const send = () => app.lea.post(`/api/appointments/${id}/letters/${letter?.id}/send-again`, {});
    expect((await send()).body.reason).toBe('changed-meanwhile');
    await app.database.query(
      `UPDATE letter SET state = 'failed', failure = '550', attempts = 3, relayed_at = due_at WHERE id = $1`,
      [letter?.id],
    );
    expect((await app.lea.get(`/api/appointments/${id}`)).body.letterFailed).toBe(true);
    app.now += 60_000;
    const { status, body } = await send();
    expect([status, body.letterFailed]).toEqual([200, false]);
    expect(body.letters.find((one) => one.id === letter?.id)).toMatchObject({
      state: 'planned',
      failure: null,
      dueAt: app.now,
    });
    const [row] = await app.database.query('SELECT relayed_at FROM letter WHERE id = $1', [letter?.id]);
    expect(row.relayed_at).toBeNull();
  });

  it('is not sent any more when the call has begun', async () => {
    const { id, letters } = await booked(app);
    await app.database.query(`UPDATE letter SET state = 'failed' WHERE id = $1`, [letters[0]?.id]);
    app.now = Date.parse(at('09:00'));
    const { body } = await app.lea.post(`/api/appointments/${id}/letters/${letters[0]?.id}/send-again`, {});
    expect([body.status, body.reason]).toEqual([422, 'already-started']);
  });
});
