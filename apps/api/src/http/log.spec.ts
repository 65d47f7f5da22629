import { symbols } from 'pino';
import { aStart, aWish } from '../testing/a-practice';
import { WholeApp } from '../testing/whole-app';

type Line = Readonly<Record<string, unknown>>;

describe('the log', () => {
  let app: WholeApp;
  const written: string[] = [];

  beforeAll(async () => {
    app = await WholeApp.start('log', { LOG_LEVEL: 'info' });
    const log = app.nest.getHttpAdapter().getInstance().log as unknown as Record<
      symbol,
      { write(line: string): unknown }
    >;
    const output = log[symbols.streamSym];
    if (output === undefined) throw new Error('the log has no output');
    jest.spyOn(output, 'write').mockImplementation((line) => written.push(line));
  });

  beforeEach(() => written.splice(0));

  afterAll(async () => {
    await app.stop();
    jest.restoreAllMocks();
  });

  const lines = (): Line[] =>
    written
      .join('')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);

  it('has a line for each request, by the pattern of its route, and nothing of the person, the link or the session', async () => {
    const wish = aWish(aStart(), { firstName: 'Aurore', lastName: 'Fictive', words: 'Une chose à dire' });
    const { body } = await app.post('/api/public/demo/lea/bookings', wish, { address: '198.51.100.7' });
    const secret = body.managePath.split('/').at(-1) ?? '';
    await app.get(`/api/public/demo/calls/${body.id}/${secret}`);
    await app.get(`/fr/m/demo/${body.id}/${secret}`);
    const session = await app.signIn('lea@demo.example');
    await app.get(`/api/appointments/${body.id}`, { session });
    await app.post('/api/session', { email: 'lea@demo.example', password: 'a wrong password' });
    await app.post('/api/public/demo/lea/bookings', { ...wish, email: 'no address of Aurore' });

    expect(lines().filter(({ route }) => route !== undefined).length).toBeGreaterThanOrEqual(6);
    expect(lines()).toContainEqual(
      expect.objectContaining({
        method: 'POST',
        route: '/api/public/:practice/:supervisor/bookings',
        status: 201,
      }),
    );
    const all = written.join('');
    const { email, phone } = wish as unknown as { email: string; phone: string };
    for (const private_ of [
      'Aurore',
      'Fictive',
      'Une chose',
      email,
      phone,
      secret,
      session,
      'wrong password',
      '198.51.100.7',
    ])
      expect([private_, all.includes(private_)]).toEqual([private_, false]);
    expect(all).not.toMatch(/lea@demo/);
  });

  it('says who was not let in, where and why: by ids, or nobody known', async () => {
    const session = await app.signIn('sam@demo.example');
    const [sam] = await app.rows<{ id: string; practice_id: string }>(
      `SELECT a.id, p.practice_id FROM account a, practice_address p WHERE a.email = 'sam@demo.example' AND p.slug = 'demo'`,
    );
    expect((await app.get('/api/audit', { session })).status).toBe(403);
    expect((await app.get('/api/audit', { session: 'made-up' })).status).toBe(401);
    expect(lines().filter(({ msg }) => msg === 'not allowed')).toEqual([
      expect.objectContaining({
        level: 40,
        reason: 'role-too-low',
        route: '/api/audit',
        accountId: sam?.id,
        practiceId: sam?.practice_id,
      }),
      expect.not.objectContaining({ accountId: expect.anything() }),
    ]);
  });

  it('keeps to its line whatever a request writes into its address', async () => {
    for (const path of [
      '/api/nowhere%0a{"level":60,"msg":"forged"}',
      '/%1b[31mred',
      '/fr/c/demo%0d%0aforged',
    ])
      await app.get(path);
    expect(lines().filter(({ level }) => level === 60)).toEqual([]);
    expect(written.join('')).not.toMatch(/forged|\u001b/);
  });
});
