import { createPractice, UnusableInput } from './create-practice';
import { aNewPractice, PASSWORD, SettingsApp } from './testing/settings-app';

describe('the settings of a practice', () => {
  let app: SettingsApp;
  let owner: string;
  let supervisor: string;
  const wish = {
    name: 'Cabinet Autre',
    country: 'CA',
    languages: ['en', 'fr'],
    accent: 'plum',
    motto: { fr: 'Prendre du recul', en: '' },
    legal: {
      name: 'Cabinet Autre SARL',
      address: '3 rue des Tilleuls\n75011 Paris',
      siren: '732829320',
      vatNumber: 'FR44732829320',
      insurance: { company: 'Assurance Fictive', policy: 'RC 42', validUntil: '2027-12-31' },
    },
    retentionMonths: 6,
    contractRetentionYears: 6,
    noteRetentionYears: 2,
    allowedOrigins: ['https://www.example.org', 'https://www.example.org'],
    privacyNotice: { fr: 'Notice', en: 'Notice' },
    imprint: { fr: 'Mentions', en: 'Imprint' },
  };

  beforeAll(async () => {
    app = await SettingsApp.start('practices');
    await app.createPractice('first');
    await app.createPractice('second');
    owner = await app.signIn('lea@first.example');
    supervisor = await app.signIn('sam@first.example');
  });

  afterAll(() => app.stop());

  it('begin with a privacy notice and an imprint in both languages that name the practice', async () => {
    const { body } = await app.send<{
      privacyNotice: Record<string, string>;
      imprint: Record<string, string>;
    }>('GET', '/api/practice', { session: owner });

    expect(body).toMatchObject({
      slug: 'first',
      name: 'Cabinet first',
      country: 'FR',
      languages: ['fr', 'en'],
      accent: 'lagoon',
      legal: { name: '', siren: '', insurance: null },
      retentionMonths: 12,
      contractRetentionYears: 5,
      noteRetentionYears: 3,
      allowedOrigins: [],
    });
    for (const text of [...Object.values(body.privacyNotice), ...Object.values(body.imprint)]) {
      expect(text).toContain('Cabinet first');
      expect(text).toContain('Lea@first.example');
    }
    expect(body.privacyNotice['fr']).toContain('12 mois');
    expect(body.privacyNotice['fr']).toContain('CNIL');
  });

  it('are read by every member and changed by an owner only', async () => {
    expect((await app.send('GET', '/api/practice', { session: supervisor })).status).toBe(200);
    const refused = await app.send('PUT', '/api/practice', { session: supervisor, body: wish });
    expect(refused.body).toMatchObject({ status: 403, reason: 'role-too-low' });

    const changed = await app.send('PUT', '/api/practice', { session: owner, body: wish });

    expect(changed.body).toEqual({
      ...wish,
      slug: 'first',
      allowedOrigins: ['https://www.example.org'],
      erasure: null,
    });
    expect((await app.send('GET', '/api/practice', { session: supervisor })).body).toEqual(changed.body);
    const acts = await app.rows(
      `SELECT act, actor, member_id IS NOT NULL AS named FROM audit_event WHERE act <> 'practice-created'`,
    );
    expect(acts).toEqual([{ act: 'practice-changed', actor: 'member', named: true }]);
  });

  it('stay what they are in another practice', async () => {
    const session = await app.signIn('lea@second.example');

    expect((await app.send('GET', '/api/practice', { session })).body).toMatchObject({
      slug: 'second',
      name: 'Cabinet second',
      country: 'FR',
    });
  });

  it('need a session', async () => {
    expect((await app.send('GET', '/api/practice')).status).toBe(401);
    expect((await app.send('PUT', '/api/practice', { body: wish })).status).toBe(401);
  });

  it.each([
    ['an unknown member', { ...wish, slug: 'mine' }, 'slug', 'unknown-field'],
    [
      'an origin with a path',
      { ...wish, allowedOrigins: ['https://a.example/x'] },
      'allowedOrigins.0',
      'invalid-address',
    ],
    [
      'an origin of plain HTTP',
      { ...wish, allowedOrigins: ['http://a.example'] },
      'allowedOrigins.0',
      'invalid-address',
    ],
    [
      'a script as an origin',
      { ...wish, allowedOrigins: ['javascript:alert(1)'] },
      'allowedOrigins.0',
      'invalid-address',
    ],
    ['a country without phone numbers', { ...wish, country: 'ZZ' }, 'country', 'not-in-list'],
    ['a name that breaks lines', { ...wish, name: 'a\r\nBcc: b' }, 'name', 'control-characters'],
    ['a NUL in a text', { ...wish, imprint: { fr: 'a\u0000', en: 'b' } }, 'imprint.fr', 'control-characters'],
    [
      'half a character',
      { ...wish, imprint: { fr: 'a\ud800', en: 'b' } },
      'imprint.fr',
      'control-characters',
    ],
    ['a wrong type in a late field', { ...wish, imprint: { fr: 'a', en: 7 } }, 'imprint.en', 'invalid'],
    ['a colour of its own', { ...wish, accent: '#ff00ff' }, 'accent', 'not-in-list'],
    ['a language twice', { ...wish, languages: ['fr', 'fr'] }, 'languages', 'invalid'],
    ['no language', { ...wish, languages: [] }, 'languages', 'required'],
    [
      'a number that no register gave',
      { ...wish, legal: { ...wish.legal, siren: '732829321' } },
      'legal.siren',
      'invalid',
    ],
    [
      'a motto that breaks lines',
      { ...wish, motto: { fr: 'a\nb', en: '' } },
      'motto.fr',
      'control-characters',
    ],
    [
      'evidence thrown away early',
      { ...wish, contractRetentionYears: 4 },
      'contractRetentionYears',
      'too-small',
    ],
    ['keeping data for ever', { ...wish, retentionMonths: 37 }, 'retentionMonths', 'too-large'],
  ])('are refused with %s, and nothing is written', async (_, body, field, code) => {
    const before = await app.rows('SELECT * FROM practice ORDER BY practice_id');
    const answer = await app.send('PUT', '/api/practice', { session: owner, body });

    expect(answer.body).toMatchObject({ status: 400, reason: 'malformed', errors: [{ field, code }] });
    expect(await app.rows('SELECT * FROM practice ORDER BY practice_id')).toEqual(before);
  });
});

describe('creating a practice', () => {
  let app: SettingsApp;
  const create = (input: unknown) =>
    createPractice(app.urls.owner, typeof input === 'string' ? input : JSON.stringify(input), new Date());

  beforeAll(async () => {
    app = await SettingsApp.start('creating');
    await app.createPractice('taken');
  });

  afterAll(() => app.stop());

  it('makes calendars, both offers and accounts whose passwords are hashed', async () => {
    const offers = await app.rows(
      `SELECT o.kind, o.length_min, coalesce(o.same_hours_as, '') AS same, o.weekly FROM offer o
       JOIN supervisor s ON s.practice_id = o.practice_id AND s.id = o.supervisor_id WHERE s.slug = 'lea' ORDER BY o.kind`,
    );
    const weekly = [{ days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }];
    expect(offers).toEqual([
      { kind: 'discovery-call', length_min: 30, same: '', weekly },
      { kind: 'session', length_min: 90, same: 'discovery-call', weekly },
    ]);
    expect(await app.rows('SELECT version FROM calendar')).toHaveLength(2);
    const secrets = await app.rows<{ secret: string }>('SELECT secret FROM credential');
    expect(new Set(secrets.map(({ secret }) => secret)).size).toBe(2);
    for (const { secret } of secrets) expect(secret).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  const valid = aNewPractice('fresh');
  const [lea, sam] = valid.supervisors;
  it.each([
    [
      'a slug that is taken',
      { ...valid, practice: { ...valid.practice, slug: 'taken' } },
      'practice.slug: taken by another practice',
    ],
    [
      'an e-mail address that has an account',
      { ...valid, supervisors: [{ ...lea, email: 'LEA@taken.example' }] },
      'an account with one of these e-mail addresses exists already',
    ],
    [
      'a reserved slug',
      { ...valid, practice: { ...valid.practice, slug: 'api' } },
      'practice.slug: this word is reserved',
    ],
    [
      'a reserved slug of a supervisor',
      { ...valid, supervisors: [{ ...lea, slug: 'first-available' }] },
      'supervisors.0.slug: this word is reserved',
    ],
    [
      'a wrong slug',
      { ...valid, practice: { ...valid.practice, slug: 'Été' } },
      'practice.slug: 2 to 60 of a-z',
    ],
    [
      'two supervisors with one slug',
      { ...valid, supervisors: [lea, { ...sam, slug: 'lea' }] },
      'supervisors: slugs must differ',
    ],
    ['nobody who owns it', { ...valid, supervisors: [sam] }, 'supervisors: at least one with role owner'],
    [
      'a wrong time zone',
      { ...valid, supervisors: [{ ...lea, timeZone: 'Paris' }] },
      'supervisors.0.timeZone: an IANA time zone',
    ],
    [
      'a short password',
      { ...valid, supervisors: [{ ...lea, password: 'short' }] },
      'supervisors.0.password: at least 12 characters',
    ],
    ['what is no JSON', `{"password": "${PASSWORD}`, 'input: expected JSON'],
  ])('is refused with %s, and leaves nothing behind', async (_, input, message) => {
    const refused: unknown = await create(input).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(UnusableInput);
    expect((refused as Error).message).toContain(message);
    expect((refused as Error).message).not.toContain(PASSWORD);
    expect(await app.rows(`SELECT slug FROM practice_address`)).toEqual([{ slug: 'taken' }]);
    expect(await app.rows('SELECT id FROM account')).toHaveLength(2);
    expect(await app.rows('SELECT practice_id FROM practice')).toHaveLength(1);
  });

  it('is not for the role that the application signs in as', async () => {
    await expect(createPractice(app.urls.app, JSON.stringify(valid), new Date())).rejects.toThrow(
      /permission denied/,
    );
  });
});
