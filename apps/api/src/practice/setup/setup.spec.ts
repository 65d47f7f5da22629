import { announceSetup } from './announce-setup';
import { setupSecret } from './setup-secret';
import { SetUpInstance } from './set-up-instance';
import { CONFIGURATION } from '../../configuration/configuration';
import { SettingsApp } from '../testing/settings-app';

const KEY = Buffer.from('A'.repeat(43), 'base64url');
const NEW_PASSWORD = 'ardoise-pivoine-funambule';

const wish = (over: object = {}) => ({
  secret: setupSecret(KEY),
  practice: { slug: 'premier', name: 'Premier cabinet', country: 'FR' },
  owner: {
    name: 'Élise Martin',
    email: 'Elise@premier.example',
    password: NEW_PASSWORD,
    language: 'fr',
    timeZone: 'Europe/Paris',
  },
  ...over,
});

describe('setting an instance up', () => {
  let app: SettingsApp;
  beforeEach(async () => {
    app = await SettingsApp.start('setup');
  });
  afterEach(() => app.stop());

  const setUp = (body: object) => app.send('POST', '/api/setup', { body });
  const announced = async (environment: string) => {
    const lines: string[] = [];
    const context = {
      get: (what: unknown) =>
        what === CONFIGURATION
          ? { NODE_ENV: environment, PUBLIC_URL: 'https://visavis.example', SECRET_KEY: KEY }
          : app.get(what as typeof SetUpInstance),
    };
    await announceSetup(context as unknown as Parameters<typeof announceSetup>[0], (line) =>
      lines.push(line),
    );
    return lines;
  };

  it('takes the link on the console once, and the owner signs in to a practice that can be booked', async () => {
    const lines = await announced('production');
    expect(lines.join('\n')).toContain(`https://visavis.example/app/fr/setup#${setupSecret(KEY)}`);
    expect(await announced('development')).toEqual([]);

    const made = await setUp(wish());
    expect(made.status).toBe(201);
    expect(made.body).toEqual({ practice: { slug: 'premier', name: 'Premier cabinet' } });
    const session = await app.send('POST', '/api/session', {
      body: { email: 'elise@premier.example', password: NEW_PASSWORD },
    });
    expect(session.body).toMatchObject({
      roles: ['owner', 'supervisor'],
      supervisor: { slug: 'elise-martin', timeZone: 'Europe/Paris' },
    });
    expect(await announced('production')).toEqual([]);
    expect((await setUp(wish())).body).toMatchObject({ status: 409, reason: 'already-set-up' });
    expect((await setUp(wish({ secret: 'A'.repeat(22) }))).status).toBe(404);
    expect(await app.rows('SELECT 1 FROM practice')).toHaveLength(1);
  });

  it('makes exactly one practice for two who hold the link at once', async () => {
    const other = { slug: 'second', name: 'Second', country: 'FR' };
    const replies = await Promise.all([setUp(wish()), setUp(wish({ practice: other })), setUp(wish())]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await app.rows('SELECT 1 FROM account')).toHaveLength(1);
    expect(await app.rows('SELECT 1 FROM practice')).toHaveLength(1);
  });

  it.each([
    ['a short password', { owner: { ...wish().owner, password: 'short' } }, 'owner.password', 'too-short'],
    [
      'a zone that is none',
      { owner: { ...wish().owner, timeZone: 'Paris' } },
      'owner.timeZone',
      'invalid-time-zone',
    ],
    ['a reserved slug', { practice: { ...wish().practice, slug: 'api' } }, 'practice.slug', 'not-accepted'],
    [
      'a country without phones',
      { practice: { ...wish().practice, country: 'ZZ' } },
      'practice.country',
      'not-in-list',
    ],
  ])('writes nothing with %s', async (_, over, field, code) => {
    expect((await setUp(wish(over))).body).toMatchObject({ status: 400, errors: [{ field, code }] });
    expect(await app.rows('SELECT 1 FROM account')).toHaveLength(0);
  });
});
