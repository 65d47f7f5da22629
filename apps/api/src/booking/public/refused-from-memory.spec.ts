import { Statements } from '../../database/statements';
import { aStart, aWish } from '../../testing/a-practice';
import { WholeApp } from '../../testing/whole-app';

const BOOKINGS = '/api/public/demo/lea/bookings';
const BESIDE = '2027-01-12T11:10:00Z';
const HEADERS = [
  'cache-control',
  'connection',
  'content-length',
  'content-security-policy',
  'content-type',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'date',
  'origin-agent-cluster',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

describe('a time beside the grid', () => {
  let app: WholeApp;
  /** Names of the statements that were sent. */
  const sent: string[] = [];
  let now = performance.now();

  beforeAll(async () => {
    app = await WholeApp.start('refused_from_memory');
    const statements = app.nest.get(Statements);
    const all = statements.all.bind(statements);
    statements.all = (name, text, values) => {
      sent.push(name);
      return all(name, text, values);
    };
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await app.stop();
  });

  beforeEach(async () => {
    now += 60_000;
    await step(30);
    await book(BESIDE);
    sent.length = 0;
  });

  /** As another process does it: this one hears of it from the calendar's version only. */
  const step = async (minutes: number) => {
    await app.rows(`UPDATE offer SET step_min = $1 WHERE kind = 'discovery-call'`, [minutes]);
    await app.rows('UPDATE calendar SET version = version + 1');
  };
  const book = async (start: string) => {
    const { status, body } = await app.post(BOOKINGS, aWish(start));
    return status === 201 ? 'booked' : (body.because ?? body.reason);
  };

  it('is refused without a question to the database, for a twentieth of a second', async () => {
    expect(await book(BESIDE)).toBe('off-grid');
    now += 49;
    expect(await book(BESIDE)).toBe('off-grid');
    expect(sent).toEqual([]);
    now += 51;
    expect(await book(BESIDE)).toBe('off-grid');
    expect(sent).toEqual(['calendar-versions']);
  });

  it('is refused before the answer to a question that nobody waits for, once for all who come meanwhile', async () => {
    const gate = Promise.withResolvers<void>();
    const statements = app.nest.get(Statements);
    const { all } = statements;
    let looked: Promise<unknown> = Promise.resolve();
    statements.all = <Row>(...question: Parameters<typeof all>) => {
      const answer = gate.promise.then(() => all<Row & object>(...question));
      looked = answer;
      return answer;
    };
    now += 60;
    expect([await book(BESIDE), await book(BESIDE)]).toEqual(['off-grid', 'off-grid']);
    gate.resolve();
    await looked;
    statements.all = all;
    await new Promise((resolve) => setTimeout(resolve, 20));
    now += 45; // more than a tenth since the first look, less since the second
    expect(await book(BESIDE)).toBe('off-grid');
    expect(sent).toEqual(['calendar-versions']);
  });

  it('is refused by hours that were confirmed at most a tenth of a second before', async () => {
    await step(10);
    expect(await book(BESIDE)).toBe('off-grid');
    now += 100;
    expect(await book(BESIDE)).toBe('booked');
  });

  it('is refused at once when it was on the grid a moment ago: only a "no" comes from memory', async () => {
    await step(60);
    expect(await book('2027-01-12T13:30:00Z')).toBe('off-grid');
    expect(sent).toEqual(['confirm-booking', 'read-calendars']);
  });

  it('stands beside times that are written without a look, and what was written is not read again', async () => {
    expect(await book('2027-01-13T12:00:00Z')).toBe('booked');
    expect(await book('2027-01-13T14:00:00Z')).toBe('booked');
    expect(sent).toEqual(['confirm-booking', 'confirm-booking']);
    expect(await book('2027-01-13T12:00:00Z')).toBe('time-just-taken');
    expect(sent).toEqual(['confirm-booking', 'confirm-booking', 'calendar-versions']);
  });

  it('is answered in the very bytes and with the headers of any other refusal', async () => {
    const ask = async (url: string, wish: object) => {
      const { statusCode, headers, payload } = await app.nest.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify(wish),
      });
      return { statusCode, payload, headers: { ...headers, date: '', 'content-length': '' } };
    };
    const beside = await ask(BOOKINGS, aWish(BESIDE));
    const { alternatives } = JSON.parse(beside.payload) as { alternatives: number[] };
    const problem = {
      type: 'urn:visavis:time-not-offered',
      title: 'Time not offered',
      status: 422,
      reason: 'time-not-offered',
      because: 'off-grid',
      alternatives,
    };
    expect(alternatives).toHaveLength(3);
    expect(beside).toMatchObject({ statusCode: 422, payload: JSON.stringify(problem) });
    expect(beside.headers).toEqual((await ask('/api/session', {})).headers);
    expect(Object.keys(beside.headers).sort()).toEqual(HEADERS);
  });

  it('does not make a time seem free that was taken meanwhile', async () => {
    const start = aStart();
    expect(await book(start)).toBe('booked');
    expect(await book(BESIDE)).toBe('off-grid');
    expect(await book(start)).toBe('time-just-taken');
  });
});
