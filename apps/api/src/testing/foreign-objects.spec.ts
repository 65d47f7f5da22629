import { ContractsApp, signature } from '../supervision/testing/contracts-app';
import { SessionsApp } from '../supervision/sessions/testing/sessions-app';
import { AUTHORISATION } from './authorisation';
import { NOW } from './whole-app';

/** Acts on one object, by route: a body that would do. Each is tried on an object of somebody else. */
type Tries = Readonly<Record<string, unknown>>;

/** Other specs try these: they are of a calendar or of one's own sign-ins, and lists answer the same to everybody. */
const ELSEWHERE = /^\S+ \/api\/(appointments|blocks|blocked-contacts|sign-ins|credentials|reminders)\//;

describe('an object that is not yours', () => {
  let people: ContractsApp;
  let tries: Tries;
  const ids: Record<string, string> = {};
  const who: Record<string, string> = {};

  beforeAll(async () => {
    people = await ContractsApp.start('foreign_objects');
    const { app, lea } = people;
    const contract = await people.proposed();
    const invited = await app.post(
      '/api/invitations',
      { email: 'new@coach.example', name: 'Nina', roles: ['coach'], language: 'fr' },
      { session: lea },
    );
    const template = { name: 'Modèle', language: 'fr', clauses: {}, defaults: {}, number: 0 };
    const made = await app.post('/api/contract-templates', template, { session: lea });
    const sessions = SessionsApp.of(people);
    const active = await sessions.active();
    const session = await sessions.booked(lea, active.id, '2027-02-10T09:00:00Z');
    app.now = NOW;
    const [letter] = await app.rows<{ id: string }>('SELECT id FROM letter WHERE contract_id = $1', [
      contract.id,
    ]);
    Object.assign(ids, {
      contracts: contract.id,
      sessions: session.id,
      members: people.coachId,
      invitations: invited.body.id,
      letters: letter?.id,
      'contract-templates': made.body.id,
    });
    Object.assign(who, {
      'the owner of another practice': await app.signIn('lea@other.example', { proven: true }),
      'another supervisor of the practice': await app.signIn('sam@demo.example', { proven: true }),
      'another coach of the practice': await app.signIn('noe@coach.example', { proven: true }),
    });
    const why = { number: 1, reason: 'Pour voir.' };
    tries = {
      'GET /api/contracts/:id': null,
      'PUT /api/contracts/:id/draft': { revision: 0, content: {} },
      'POST /api/contracts/:id/propose': { revision: 1 },
      'POST /api/contracts/:id/comments': { clause: null, text: 'Bonjour' },
      'POST /api/contracts/:id/viewed': { number: 1, pdfSha256: 'a'.repeat(64) },
      'POST /api/contracts/:id/request-changes': why,
      'POST /api/contracts/:id/decline': why,
      'POST /api/contracts/:id/withdraw': why,
      'POST /api/contracts/:id/sign': signature((await people.show(people.zoe, contract.id)).contract),
      'POST /api/contracts/:id/rescind': { confirmed: true },
      'POST /api/contracts/:id/amend': { why: 'Autre', effectiveOn: '2027-06-01' },
      'POST /api/contracts/:id/suspend': { until: '2027-06-01' },
      'POST /api/contracts/:id/resume': {},
      'POST /api/contracts/:id/give-notice': { endsOn: '2027-06-01', ground: 'ordinary' },
      'POST /api/contracts/:id/cancel-notice': {},
      'POST /api/contracts/:id/end': { ground: 'mutual', reason: 'Fin' },
      'POST /api/contracts/:id/complete': { reviewed: true },
      'POST /api/contracts/:id/renew': {},
      'GET /api/contracts/:id/evidence': null,
      'GET /api/contracts/:id/letters': null,
      'POST /api/contracts/:id/letters/:letterId/send-again': {},
      'GET /api/contracts/:id/versions/:number/document.pdf': null,
      'GET /api/contracts/:id/versions/:number/sealed.pdf': null,
      'GET /api/contracts/:id/versions/:number/canonical.json': null,
      'GET /api/contracts/:id/versions/:number/difference': null,
      'GET /api/contracts/:id/slots': null,
      'GET /api/contracts/:id/sessions': null,
      'GET /api/contracts/:id/ledger': null,
      'POST /api/contracts/:id/sessions': { start: '2027-02-11T09:00:00Z', medium: 'phone' },
      'POST /api/sessions/:id/move': { start: '2027-02-11T09:00:00Z', sequence: 0 },
      'POST /api/sessions/:id/cancel': { sequence: 0, shownTotalCents: 0, shownMinutesUsed: 0 },
      'PUT /api/contract-templates/:id': { ...template, number: 1 },
      'PATCH /api/members/:id': { status: 'deactivated' },
      'POST /api/members/:id/erasure': { email: 'zoe@coach.example' },
      'POST /api/invitations/:id/send-again': {},
      'DELETE /api/invitations/:id': null,
    };
  });

  afterAll(() => people.stop());

  const routes = () =>
    Object.keys(AUTHORISATION).filter((route) => route.includes('/:id') && !ELSEWHERE.test(route));
  const ask = (route: string, session: string) => {
    const [method, pattern] = route.split(' ') as ['GET', string];
    const path = pattern
      .replace(':id', ids[pattern.split('/')[2] ?? ''] ?? '')
      .replace(':number', '1')
      .replace(':letterId', ids['letters'] ?? '');
    const query = path.endsWith('/slots') ? '?from=2027-02-10T00:00:00Z&to=2027-02-11T00:00:00Z' : '';
    const body = tries[route];
    return people.app.send(method, path + query, { session, ...(body !== null && { body }) });
  };

  it('is named by no route that is not tried here', () => {
    expect(Object.keys(tries).sort()).toEqual(routes().sort());
    expect(Object.values(ids)).toEqual(
      Array.from({ length: 6 }, () => expect.stringMatching(/^[\da-f-]{36}$/)),
    );
  });

  it.each([
    ['the owner of another practice', ['owner', 'supervisor']],
    ['another supervisor of the practice', ['supervisor']],
    ['another coach of the practice', ['coach']],
  ])('is not found by %s, whatever is asked, and nothing is written', async (person, roles) => {
    const stored = () =>
      people.app.rows(`SELECT (SELECT json_agg(c ORDER BY c.id) FROM contract c) AS contracts,
        (SELECT count(*) FROM contract_event) AS events, (SELECT count(*) FROM contract_comment) AS comments,
        (SELECT count(*) FROM ledger_entry) AS minutes, (SELECT json_agg(s ORDER BY s.id) FROM supervision_session s) AS sessions,
        (SELECT json_agg(m ORDER BY m.id) FROM member m) AS members, (SELECT json_agg(i) FROM invitation i) AS invitations,
        (SELECT count(*) FROM audit_event) AS audits, (SELECT count(*) FROM letter) AS letters`);
    const before = await stored();
    const mayAsk = routes().filter((route) =>
      AUTHORISATION[route]?.roles.some((role) => roles.includes(role)),
    );
    expect(mayAsk.length).toBeGreaterThan(20);
    for (const route of mayAsk) {
      const { status, body } = await ask(route, who[person] ?? '');
      expect({ route, status, reason: body.reason }).toEqual({ route, status: 404, reason: 'not-found' });
    }
    expect(await stored()).toEqual(before);
  });
});
