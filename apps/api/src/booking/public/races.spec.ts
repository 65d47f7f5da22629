import { aStart, aWish } from '../../testing/a-practice';
import { WholeApp, type Body, type Reply } from '../../testing/whole-app';

const BOOKINGS = '/api/public/demo/lea/bookings';

describe('two people after one time', () => {
  let app: WholeApp;

  beforeAll(async () => {
    app = await WholeApp.start('races', { DATABASE_POOL: '16' });
    // The pools open their connections before anybody races.
    await Promise.all(Array.from({ length: 32 }, () => app.post(BOOKINGS, aWish(aStart()))));
  });

  afterAll(() => app.stop());

  const link = ({ id, managePath }: Body) => `/api/public/demo/calls/${id}/${managePath.split('/').at(-1)}`;
  const tally = (replies: readonly Reply[]) => {
    const counted: Record<string, number> = {};
    for (const { status, body } of replies) {
      const what = status === 201 || status === 200 ? String(status) : `${status} ${body.reason}`;
      counted[what] = (counted[what] ?? 0) + 1;
    }
    return counted;
  };

  it.each([1, 2, 3])(
    'race: same slot x64: one is booked, the others are told, one set of letters (round %i)',
    async (round) => {
      const start = aStart();
      const before = await app.counts();
      const asked = Array.from({ length: 64 }, (_, i) =>
        app.post(BOOKINGS, aWish(start), {
          headers: { 'idempotency-key': `race-${round}-${i}` },
          address: `198.51.100.${i}`,
        }),
      );

      const replies = await Promise.all(asked);

      expect(tally(replies)).toEqual({ 201: 1, '409 time-just-taken': 63 });
      const after = await app.counts();
      const letters = await app.rows(
        'SELECT l.kind, l.recipient FROM letter l JOIN appointment a ON a.id = l.appointment_id WHERE a.starts_at = $1',
        [start],
      );
      expect(after['appointment']).toBe((before['appointment'] ?? 0) + 1);
      expect(after['discovery_call']).toBe((before['discovery_call'] ?? 0) + 1);
      expect(after['audit_event']).toBe((before['audit_event'] ?? 0) + 1);
      expect(after['idempotency_key']).toBe((before['idempotency_key'] ?? 0) + 1);
      expect(letters.filter(({ kind }) => kind === 'confirmation')).toHaveLength(2);
      expect(new Set(letters.map(({ kind, recipient }) => `${String(kind)} ${String(recipient)}`)).size).toBe(
        letters.length,
      );
      const refused = replies.find(({ status }) => status === 409);
      expect(refused?.body.alternatives).toHaveLength(3);
      expect(refused?.body.alternatives).not.toContain(Date.parse(start));
    },
  );

  it('race: partially overlapping ranges: a visitor, a call by hand and a block never share a minute', async () => {
    const session = await app.signIn('lea@demo.example');
    for (let round = 0; round < 6; round++) {
      const date = `2027-02-0${round < 5 ? round + 1 : 8}`;
      const hand = { ...aWish(`${date}T10:15:00Z`), consent: undefined };
      const replies = await Promise.all([
        app.post(BOOKINGS, aWish(`${date}T10:00:00Z`)),
        app.post('/api/appointments', hand, { session }),
        app.post(
          '/api/blocks',
          {
            start: `${date}T10:45`,
            end: `${date}T11:15`,
            title: 'Pause',
            repeat: null,
            leaveOutTaken: false,
          },
          { session },
        ),
      ]);

      expect(
        replies.map(({ status, text }) => ([201, 409, 422].includes(status) ? 'fine' : `${status} ${text}`)),
      ).toEqual(['fine', 'fine', 'fine']);
      const rows = await app.rows(
        `SELECT 1 FROM appointment WHERE starts_at >= $1 AND starts_at < $1::timestamptz + interval '1 day'`,
        [`${date}T00:00:00Z`],
      );
      expect(rows).toHaveLength(replies.filter(({ status }) => status === 201).length);
    }
    const overlaps = await app.rows(
      `SELECT 1 FROM appointment a JOIN appointment b ON a.id < b.id AND a.supervisor_id = b.supervisor_id AND a.occupies && b.occupies
       WHERE a.status = 'booked' AND b.status = 'booked'`,
    );
    expect(overlaps).toEqual([]);
  });

  it('race: cancel + rebook + late confirm: the cancelled call stays cancelled, the new one is kept', async () => {
    const start = aStart();
    const wish = aWish(start);
    const sent = { headers: { 'idempotency-key': 'late-confirm' } };
    const a = (await app.post(BOOKINGS, wish, sent)).body;
    expect((await app.post(`${link(a)}/cancel`)).status).toBe(200);
    const b = await app.post(BOOKINGS, aWish(start));
    expect(b.status).toBe(201);

    const replayed = await app.post(BOOKINGS, wish, sent);
    const moved = await app.post(`${link(a)}/move`, { start });

    expect(replayed.body).toMatchObject({ id: a.id, status: 'cancelled' });
    expect(moved.body).toMatchObject({ status: 409 });
    expect((await app.get(link(b.body))).body).toEqual(b.body);
    expect(
      await app.rows(`SELECT id FROM appointment WHERE starts_at = $1 AND status = 'booked'`, [start]),
    ).toEqual([{ id: b.body.id }]);
  });

  it('reschedule into taken slot: is refused 32 times beside new bookings, and the old time is kept', async () => {
    const [old, taken] = [aStart(), aStart()];
    const a = (await app.post(BOOKINGS, aWish(old))).body;
    expect((await app.post(BOOKINGS, aWish(taken))).status).toBe(201);

    const replies = await Promise.all(
      Array.from({ length: 32 }, (_, i) =>
        i % 2 ? app.post(BOOKINGS, aWish(taken)) : app.post(`${link(a)}/move`, { start: taken }),
      ),
    );

    expect(tally(replies)).toEqual({ '409 time-just-taken': 32 });
    expect((await app.get(link(a))).body).toEqual(a);
  });

  it('lets one of 32 calls move to a free time, the others keep theirs', async () => {
    const starts = Array.from({ length: 32 }, () => aStart());
    const wanted = aStart();
    const calls: Body[] = [];
    for (const start of starts) calls.push((await app.post(BOOKINGS, aWish(start))).body);

    const replies = await Promise.all(calls.map((call) => app.post(`${link(call)}/move`, { start: wanted })));

    expect(tally(replies)).toEqual({ 200: 1, '409 time-just-taken': 31 });
    const kept = await app.rows<{ starts_at: Date }>(
      `SELECT starts_at FROM appointment WHERE id = ANY ($1) AND status = 'booked'`,
      [calls.map(({ id }) => id)],
    );
    expect(new Set(kept.map(({ starts_at }) => starts_at.getTime())).size).toBe(32);
  });

  it('keeps to the cap of a day when visitors want its different times at once', async () => {
    await app.rows('UPDATE offer SET max_per_day = 2');
    await app.rows('UPDATE calendar SET version = version + 1');
    const times = ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30'];
    const replies = await Promise.all(
      times.map((time) => app.post(BOOKINGS, aWish(`2027-03-01T${time}:00Z`))),
    );
    await app.rows('UPDATE offer SET max_per_day = NULL');
    await app.rows('UPDATE calendar SET version = version + 1');

    expect(tally(replies)[201]).toBe(2);
    expect(await app.rows(`SELECT 1 FROM appointment WHERE starts_at::date = '2027-03-01'`)).toHaveLength(2);
  });
});
