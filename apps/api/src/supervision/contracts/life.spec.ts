import { DAY, HOUR } from '@visavis/kernel';
import { inspectSealedPdf } from '@visavis/sealed-pdf';
import type {
  ContractContent,
  ContractLettersReply,
  ContractReply,
  DifferenceReply,
} from '@visavis/supervision';
import { createHash } from 'node:crypto';
import { Transactions } from '../../database/transactions';
import { checkEvidence } from '../documents/check-evidence';
import { LocalAuthority } from '../documents/testing/local-authority';
import { ContractWorker } from '../testing/contract-worker';
import { ContractsApp } from '../testing/contracts-app';

const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex');

describe('a contract from the last signature to its end', () => {
  let people: ContractsApp;
  let worker: ContractWorker;
  let started: number;

  beforeAll(async () => {
    people = await ContractsApp.start('contract_life');
    worker = await ContractWorker.start(people.app);
    started = people.app.now;
  });
  afterEach(() => {
    people.app.now = started;
  });
  afterAll(async () => {
    await worker.stop();
    await people.stop();
  });

  interface Pair {
    readonly id: string;
    readonly coach: { readonly id: string; readonly email: string; readonly session: string };
    readonly lea: string;
  }

  /** A contract in force since 1 February, as seen some days later; nobody else has this coach. */
  async function active(over: object = {}, at = '2027-02-10T09:00:00Z'): Promise<Pair> {
    people.app.now = started;
    const coach = await people.newCoach();
    const { id } = await people.signed(coach, over);
    await worker.seal();
    await worker.deliver(id);
    people.app.now = Date.parse('2027-02-01T06:00:00Z');
    await worker.pass();
    people.app.now = Date.parse(at);
    return {
      id,
      coach: { ...coach, session: await people.app.signIn(coach.email, { proven: true }) },
      lea: await people.app.signIn('lea@demo.example', { proven: true }),
    };
  }
  const seen = async ({ id, lea }: Pair) => (await people.show(lea, id)).contract;
  const kinds = async (id: string) => (await people.letters(id)).map(({ kind, to }) => `${kind} ${to}`);

  it('is sealed by the worker once, and every party gets the sealed file with its hash, in their language', async () => {
    const coach = await people.newCoach();
    await people.app.rows(`UPDATE member SET language = 'en' WHERE id = $1`, [coach.id]);
    const { id } = await people.signed(coach);
    expect((await people.show(coach.session, id)).contract.proposed?.seal).toBe('pending');
    const [one, two] = await Promise.all([worker.seal(), worker.seal()]);
    expect(one + two).toBe(1);
    expect(await worker.seal()).toBe(0);
    const { contract } = await people.show(coach.session, id);
    expect(contract.proposed?.seal).toBe('sealed');

    const delivered = worker.mail.deliveries.length;
    await worker.deliver(id);
    const copies = worker.mail.deliveries.slice(delivered).filter(({ mail }) => mail.attachments.length > 0);
    expect(copies.map(({ to }) => to[0]).sort()).toEqual([coach.email, 'lea@demo.example'].sort());
    for (const { mail, to } of copies) {
      const [file] = mail.attachments;
      const content = file?.content ?? Buffer.alloc(0);
      expect([file?.contentType, sha256(content)]).toEqual([
        'application/pdf',
        contract.proposed?.sealedSha256,
      ]);
      expect(mail.text).toContain(contract.proposed?.sealedSha256);
      expect(mail.subject).toMatch(to[0] === coach.email ? /^Your signed copy/ : /^Votre exemplaire signé/);
      // The frozen file is the beginning of the sealed one, and the signature covers the rest.
      const inspected = inspectSealedPdf(content);
      expect(inspected).toMatchObject({ coversAll: true });
    }
    expect((await people.events(id)).slice(-2)).toEqual(['fully-signed', 'sealed']);
  });

  it('waits for a time-stamp authority that does not answer, says so, and is stamped when it does', async () => {
    const authority = await LocalAuthority.start();
    const stamping = await ContractWorker.start(people.app, authority.address);
    try {
      authority.mischief = () => Buffer.from('not now');
      const coach = await people.newCoach();
      const { id } = await people.signed(coach);
      expect(await stamping.seal()).toBe(0);
      const waiting = (await people.show(coach.session, id)).contract;
      expect([waiting.proposed?.seal, waiting.proposed?.sealedSha256]).toEqual(['timestamp-pending', null]);
      expect(await people.letters(id)).not.toContainEqual(expect.objectContaining({ kind: 'contract-copy' }));

      authority.mischief = null;
      expect(await stamping.seal()).toBe(0); // not before its time
      people.app.now += 61_000;
      expect(await stamping.seal()).toBe(1);
      people.app.now = started;
      const stamped = (await people.show(coach.session, id)).contract;
      expect(stamped.proposed?.seal).toBe('timestamped');
      expect((await people.events(id)).slice(-3)).toEqual(['timestamp-pending', 'sealed', 'timestamped']);
    } finally {
      await stamping.stop();
      authority.stop();
    }
  });

  it('starts on its day, once it is sealed and both copies have left, and not before', async () => {
    const coach = await people.newCoach();
    const { id } = await people.signed(coach);
    people.app.now = Date.parse('2027-01-31T22:59:59Z');
    await worker.seal();
    await worker.pass();
    expect((await people.events(id)).at(-1)).toBe('sealed');
    people.app.now = Date.parse('2027-01-31T23:00:00Z');
    await worker.pass();
    expect((await people.events(id)).at(-1)).toBe('sealed'); // the copies are on their way
    await worker.deliver(id);
    people.app.now += 3_000;
    await worker.pass();
    expect((await people.events(id)).slice(-3)).toEqual(['copy-sent', 'copy-sent', 'started']);
    const lea = await people.app.signIn('lea@demo.example');
    const { contract } = await people.show(lea, id);
    expect(contract).toMatchObject({
      state: 'active',
      versionInForce: 1,
      openVersion: null,
      startsOn: '2027-02-01',
      endsOn: '2028-01-31',
      inForce: { number: 1, effectiveOn: '2027-02-01' },
    });
    expect(contract.computed).toMatchObject({ earliestEnd: expect.any(String) as unknown });
  });

  it('starts although a mailbox is gone: the copy is in the account, and the letter says that it failed', async () => {
    const coach = await people.newCoach();
    const { id } = await people.signed(coach);
    await worker.seal();
    worker.mail.refusals.set(coach.email, 550);
    await worker.deliver(id);
    people.app.now = Date.parse('2027-02-01T00:00:00Z');
    await worker.pass();
    expect((await people.events(id)).slice(-2)).toEqual(['copy-sent', 'started']);

    const lea = await people.app.signIn('lea@demo.example');
    const zoe = await people.app.signIn(coach.email);
    const list = async (session: string) =>
      (
        (await people.app.get(`/api/contracts/${id}/letters`, { session }))
          .body as unknown as ContractLettersReply
      ).letters;
    const copies = (await list(lea)).filter(({ kind }) => kind === 'contract-copy');
    expect(copies.map(({ to, state, failure }) => [to, state, failure !== null]).sort()).toEqual([
      ['coach', 'failed', true],
      ['supervisor', 'sent', false],
    ]);
    // Whoever coaches sees what was written to them, and has no need of a letter when they read here.
    expect(new Set((await list(zoe)).map(({ to }) => to))).toEqual(new Set(['coach']));
    const failed = copies.find(({ state }) => state === 'failed');
    const again = (session: string, letter = failed?.id) =>
      people.app.post(`/api/contracts/${id}/letters/${letter}/send-again`, {}, { session });
    expect((await again(zoe)).status).toBe(403);
    expect((await again(lea, copies.find(({ state }) => state === 'sent')?.id)).body.reason).toBe(
      'changed-meanwhile',
    );
    worker.mail.refusals.delete(coach.email);
    expect((await again(lea)).status).toBe(200);
    await worker.deliver(id);
    expect((await list(zoe)).find(({ kind }) => kind === 'contract-copy')).toMatchObject({
      id: failed?.id,
      state: 'sent',
      failure: null,
    });
  });

  it('a proposal lapses when its time is over, and both are told once', async () => {
    const coach = await people.newCoach();
    const { id, proposed } = await people.proposed(coach.id);
    await people.sign(people.lea, id);
    people.app.now = (proposed?.lapsesAt ?? 0) - 1;
    await worker.pass();
    expect((await people.events(id)).at(-1)).toBe('signed');
    people.app.now += 1;
    await Promise.all([worker.pass(), worker.pass()]);
    expect(await people.events(id)).toEqual(['created', 'frozen', 'signed', 'lapsed']);
    expect((await kinds(id)).filter((kind) => kind.startsWith('contract-lapsed')).sort()).toEqual([
      'contract-lapsed Léa Roche',
      'contract-lapsed Zoé Ardouin',
    ]);
  });

  it('is amended: the old version stays in force, the difference reads, only changed clauses are agreed to again', async () => {
    const pair = await active();
    const { id, coach, lea } = pair;
    const wish = { why: 'Moins d’heures d’annulation', effectiveOn: '2027-03-01' };
    expect((await people.act(coach.session, id, 'amend', wish)).body.reason).toBe('not-for-this-party');
    const opened = await people.act(lea, id, 'amend', wish);
    expect([opened.status, opened.contract.state, opened.contract.draft?.number]).toEqual([200, 'active', 2]);
    expect((await people.act(lea, id, 'amend', wish)).body.reason).toBe('amendment-open');
    const content = opened.contract.draft?.content as unknown as ContractContent;
    expect((await people.act(lea, id, 'propose', { revision: 0 })).body.reason).toBe('nothing-changed');
    await people.save(lea, id, 0, { ...content, cancellation: { ...content.cancellation, noticeHours: 24 } });
    const proposed = await people.act(lea, id, 'propose', { revision: 1 });
    expect([proposed.status, proposed.contract.inForce?.number, proposed.contract.proposed?.number]).toEqual([
      200, 1, 2,
    ]);
    const reply = await people.app.get(`/api/contracts/${id}/versions/2/difference`, {
      session: coach.session,
    });
    const difference = reply.body as unknown as DifferenceReply;
    expect([difference.from, difference.to, difference.consents]).toEqual([1, 2, ['cancellation']]);
    expect(difference.clauses.map(({ clause }) => clause)).toContain('cancellation');
    expect(
      (await people.app.get(`/api/contracts/${id}/versions/1/difference`, { session: lea })).status,
    ).toBe(404);

    await people.sign(lea, id);
    expect((await people.sign(coach.session, id)).contract.proposed?.consents).toEqual([]);
    await worker.seal();
    await worker.deliver(id);
    await worker.pass();
    expect((await seen(pair)).versionInForce).toBe(1);
    people.app.now = Date.parse('2027-02-28T23:00:00Z');
    await worker.pass();
    const after = await seen({ ...pair, lea: await people.app.signIn('lea@demo.example') });
    expect([after.versionInForce, after.inForce?.content.cancellation.noticeHours]).toEqual([2, 24]);
    expect(after.versions.map(({ number, state }) => [number, state])).toEqual([
      [2, 'in-force'],
      [1, 'superseded'],
    ]);
    expect(after.state).toBe('active');
  });

  it('an amendment reads beside the very words that were signed, although this release words them otherwise', async () => {
    const { id, coach, lea } = await active();
    // As a release before this one could have frozen it; nobody changes it through the product.
    const reword = async (from: string, to: string) => {
      await people.app.rows('ALTER TABLE contract_text DISABLE TRIGGER contract_text_stays');
      await people.app.rows(
        'UPDATE contract_text SET canonical_json = replace(canonical_json, $2, $3) WHERE contract_id = $1',
        [id, from, to],
      );
      await people.app.rows('ALTER TABLE contract_text ENABLE TRIGGER contract_text_stays');
    };
    const [now, then] = ['"id":"records","markdown":"', '"id":"records","markdown":"Autrefois. '];
    await reword(now, then);
    const opened = await people.act(lea, id, 'amend', { why: 'Préavis', effectiveOn: '2027-03-01' });
    const content = opened.contract.draft?.content as unknown as ContractContent;
    await people.save(lea, id, 0, { ...content, ending: { ...content.ending, noticeDays: 60 } });
    await people.act(lea, id, 'propose', { revision: 1 });
    const reply = await people.app.get(`/api/contracts/${id}/versions/2/difference`, {
      session: coach.session,
    });
    const { clauses, consents } = reply.body as unknown as DifferenceReply;
    const records = clauses.find(({ clause }) => clause === 'records');
    expect(records?.changes).toContainEqual({ kind: 'removed', text: expect.stringMatching(/^Autrefois\./) });
    expect(consents).toEqual(['data']);
    await reword(then, now);
  });

  it('an amendment that is declined leaves the contract as it is', async () => {
    const pair = await active();
    const { id, coach, lea } = pair;
    const opened = await people.act(lea, id, 'amend', { why: 'Plus cher', effectiveOn: '2027-03-01' });
    const content = opened.contract.draft?.content as unknown as ContractContent;
    await people.save(lea, id, 0, { ...content, fees: { ...content.fees, amountCents: 900_000 } });
    await people.act(lea, id, 'propose', { revision: 1 });
    const declined = await people.act(coach.session, id, 'decline', { number: 2 });
    expect(declined.contract).toMatchObject({
      state: 'active',
      openVersion: null,
      proposed: null,
      versionInForce: 1,
    });
    expect(await kinds(id)).toContain('contract-declined Léa Roche');
  });

  it('a text that came back lapses as well when nobody proposes it anew, and does not stay for ever', async () => {
    const coach = await people.newCoach();
    const { id } = await people.proposed(coach.id);
    const back = await people.act(coach.session, id, 'request-changes', { number: 1, reason: 'Trop long' });
    expect(back.contract.state).toBe('changes-requested');
    people.app.now += 21 * DAY - 1;
    await worker.pass();
    const lea = await people.app.signIn('lea@demo.example');
    expect((await seen({ id, coach, lea })).state).toBe('changes-requested');
    people.app.now += 1;
    await worker.pass();
    expect((await seen({ id, coach, lea })).state).toBe('lapsed');
    expect((await kinds(id)).slice(-2).sort()).toEqual([
      'contract-lapsed Léa Roche',
      'contract-lapsed Zoé Ardouin',
    ]);
    await worker.deliver(id);
    expect(
      await people.app.rows(`SELECT state FROM letter WHERE contract_id = $1 AND kind = 'contract-lapsed'`, [
        id,
      ]),
    ).toEqual([{ state: 'sent' }, { state: 'sent' }]);
  });

  it('is paused and taken up again, by who paused, or by the clock on the day', async () => {
    const pair = await active();
    const { id, coach, lea } = pair;
    const tooLong = await people.act(lea, id, 'suspend', { until: '2028-01-01' });
    expect([tooLong.status, tooLong.body.reason, tooLong.body.because]).toEqual([
      422,
      'suspension-too-long',
      '2027-05-05',
    ]);
    const paused = await people.act(coach.session, id, 'suspend', { until: '2027-03-15', reason: 'Congé' });
    expect(paused.contract).toMatchObject({
      state: 'suspended',
      suspension: { by: 'coach', until: '2027-03-15', reason: 'Congé' },
      computed: { mayBook: false, bookingObstacle: 'contract-not-in-force' },
    });
    expect((await people.act(lea, id, 'resume')).body.reason).toBe('only-the-suspender');
    expect((await people.act(coach.session, id, 'resume')).contract.state).toBe('active');
    await people.act(coach.session, id, 'suspend', { until: '2027-03-15' });
    people.app.now = Date.parse('2027-03-14T23:00:00Z');
    await worker.pass();
    expect((await people.events(id)).at(-1)).toBe('resumed');
    // The coach paused twice and resumed once, the clock resumed and told both.
    expect((await kinds(id)).slice(-5).sort()).toEqual([
      'contract-resumed Léa Roche',
      'contract-resumed Léa Roche',
      'contract-resumed Zoé Ardouin',
      'contract-suspended Léa Roche',
      'contract-suspended Léa Roche',
    ]);
  });

  it('ends after a notice that was long enough, unless both take it back', async () => {
    const pair = await active();
    const { id, coach, lea } = pair;
    const wish = (endsOn: string) => ({ endsOn, ground: 'ordinary', reason: '' });
    const short = await people.act(coach.session, id, 'give-notice', wish('2027-03-01'));
    expect([short.body.reason, short.body.because]).toEqual(['notice-too-short', '2027-03-12']);
    expect((await people.act(coach.session, id, 'give-notice', wish('2027-03-12'))).contract).toMatchObject({
      state: 'notice-given',
      notice: { by: 'coach', endsOn: '2027-03-12' },
      endsOn: '2027-03-12',
    });
    const asked = await people.act(lea, id, 'cancel-notice');
    expect([asked.contract.state, asked.contract.asked['cancel-notice'], asked.contract.waitsFor]).toEqual([
      'notice-given',
      'supervisor',
      'coach',
    ]);
    expect((await people.act(coach.session, id, 'cancel-notice')).contract.state).toBe('active');
    await people.act(lea, id, 'give-notice', wish('2027-03-20'));
    people.app.now = Date.parse('2027-03-20T22:59:59Z');
    await worker.pass();
    expect((await people.events(id)).at(-1)).toBe('notice-given');
    people.app.now += 1_000;
    await worker.pass();
    expect((await people.events(id)).at(-1)).toBe('ended');
    expect((await kinds(id)).slice(-7).sort()).toEqual([
      'contract-asked Zoé Ardouin',
      'contract-ended Léa Roche',
      'contract-ended Zoé Ardouin',
      'contract-notice Léa Roche',
      'contract-notice Zoé Ardouin',
      'contract-notice-off Léa Roche',
      'contract-notice-off Zoé Ardouin',
    ]);
  });

  it('ends at once by both, or by one for a reason that allows it', async () => {
    const mutual = await active();
    const wish = { ground: 'mutual', reason: 'Le travail est fait' };
    expect((await people.act(mutual.lea, mutual.id, 'end', wish)).contract).toMatchObject({
      state: 'active',
      asked: { end: 'supervisor' },
    });
    expect((await people.act(mutual.lea, mutual.id, 'end', wish)).contract.state).toBe('active');
    expect((await people.act(mutual.coach.session, mutual.id, 'end', wish)).contract.state).toBe('ended');
    const breach = await active();
    const ended = await people.act(breach.coach.session, breach.id, 'end', {
      ground: 'ethical-breach',
      reason: 'Raison',
    });
    expect(ended.contract).toMatchObject({ state: 'ended', comments: [{ author: 'coach', text: 'Raison' }] });
    // Nothing of the package was used: all of its price is owed back, by the clause that was signed.
    const total = { netCents: 150_000, vatCents: 0, totalCents: 150_000, currency: 'EUR' };
    expect(ended.contract.unused).toEqual({ minutes: 900, refund: total });
    expect((await people.act(breach.lea, breach.id, 'suspend', { until: '2027-03-01' })).status).toBe(409);
  });

  it('is completed when both say that the closing review was held', async () => {
    const pair = await active();
    const wish = { reviewed: true };
    expect((await people.act(pair.lea, pair.id, 'complete', { reviewed: false })).status).toBe(400);
    await people.act(pair.lea, pair.id, 'complete', wish);
    const done = await people.act(pair.coach.session, pair.id, 'complete', wish);
    expect(done.contract).toMatchObject({ state: 'completed', waitsFor: 'nobody' });
    expect((await kinds(pair.id)).slice(-2).sort()).toEqual([
      'contract-ended Léa Roche',
      'contract-ended Zoé Ardouin',
    ]);
  });

  it('expires after its term, and is carried on by one new draft', async () => {
    const pair = await active();
    people.app.now = Date.parse('2028-01-31T23:00:00Z');
    await worker.pass();
    const lea = await people.app.signIn('lea@demo.example', { proven: true });
    expect((await seen({ ...pair, lea })).state).toBe('expired');
    const renewed = await people.act(lea, pair.id, 'renew');
    expect(renewed.contract).toMatchObject({ state: 'draft', renewsId: pair.id });
    const content = renewed.contract.draft?.content as unknown as ContractContent;
    expect([content.format.startsOn, content.fees.amountCents]).toEqual(['2028-02-01', 150_000]);
    expect((await people.act(lea, pair.id, 'renew')).contract.id).toBe(renewed.contract.id);
    people.app.now += 120 * DAY;
    const later = await people.app.signIn('lea@demo.example', { proven: true });
    await people.act(later, renewed.contract.id, 'withdraw', { number: 1 });
    expect((await people.act(later, pair.id, 'renew')).body.reason).toBe('too-late-to-renew');
  });

  async function proposedToConsumer(country = 'FR') {
    people.app.now = started;
    const coach = await people.newCoach();
    const { id, draft } = await people.written(coach.id);
    const content = draft?.content as unknown as ContractContent;
    await people.save(people.lea, id, 1, {
      ...content,
      parties: { ...content.parties, coach: { ...content.parties.coach, capacity: 'consumer' } },
      consumer: { mediator: { name: 'Médiation', link: 'https://mediation.example' }, earlyStart: false },
      law: { country, courts: null },
    });
    const proposed = await people.act(people.lea, id, 'propose', { revision: 2 });
    expect([proposed.status, proposed.text.length > 0]).toEqual([200, true]);
    return { id, coach };
  }

  it.each([
    ['FR', [422, 'withdrawal-period-over']],
    ['AU', [200, undefined]],
  ])(
    'the fourteen days are carried over a public holiday of %s, whose law applies',
    async (country, answered) => {
      const { id, coach } = await proposedToConsumer(country);
      people.app.now += 17 * HOUR; // the 12th of January in Paris: the fourteenth day is Australia Day
      const lea = await people.app.signIn('lea@demo.example', { proven: true });
      await people.sign(lea, id);
      await people.sign(await people.app.signIn(coach.email, { proven: true }), id);
      people.app.now = Date.parse('2027-01-27T08:00:00Z');
      const session = await people.app.signIn(coach.email, { proven: true });
      const { status, body } = await people.act(session, id, 'rescind', { confirmed: true });
      expect([status, body.reason]).toEqual(answered);
    },
  );

  it('a consumer withdraws within fourteen days, a professional has no such right', async () => {
    const professional = await active();
    const wish = { confirmed: true };
    expect((await people.act(professional.coach.session, professional.id, 'rescind', wish)).body.reason).toBe(
      'no-right-of-withdrawal',
    );
    const { id, coach } = await proposedToConsumer();
    await people.sign(people.lea, id);
    await people.sign(coach.session, id);
    expect((await people.act(people.lea, id, 'rescind', wish)).body.reason).toBe('not-for-this-party');
    people.app.now += 13 * DAY + HOUR;
    const session = await people.app.signIn(coach.email, { proven: true });
    const gone = await people.act(session, id, 'rescind', wish);
    expect([gone.status, gone.contract.state]).toEqual([200, 'rescinded']);
    expect((await kinds(id)).slice(-2).sort()).toEqual([
      'contract-rescinded Léa Roche',
      'contract-rescinded Zoé Ardouin',
    ]);
  });

  it('keeps a chain that anyone can recompute, through everything', async () => {
    const contracts = await people.app.rows<{ practice: string; id: string }>(
      'SELECT practice_id AS practice, id FROM contract',
    );
    for (const { practice, id } of contracts) {
      const checked = await people.app.nest
        .get(Transactions)
        .inPractice(practice, null, (transaction) => checkEvidence(transaction, practice, id));
      expect(checked.broken).toEqual([]);
      const { body } = await people.app.get(`/api/contracts/${id}/evidence`, { session: people.lea });
      expect(body).toMatchObject({ brokenAt: null });
    }
    expect(contracts.length).toBeGreaterThan(10);
  });

  it('shows lists in pages that follow each other without a gap, of one’s own contracts only', async () => {
    const read = async (session: string, query = '') =>
      (await people.app.get(`/api/contracts${query}`, { session })).body as unknown as {
        contracts: ContractReply[];
        next: string | null;
      };
    const all = await read(people.lea);
    expect(all.contracts.length).toBe((await people.app.rows('SELECT 1 FROM contract')).length);
    expect(all.contracts.map(({ updatedAt }) => updatedAt)).toEqual(
      all.contracts.map(({ updatedAt }) => updatedAt).sort((a, b) => b - a),
    );
    const expired = await read(people.lea, '?state=completed');
    expect(expired.contracts.map(({ state }) => state)).toEqual(['completed']);
    expect((await read(people.lea, '?search=ard')).contracts.length).toBe(all.contracts.length);
    expect((await read(people.lea, '?search=%25')).contracts).toEqual([]);
    const mine = await read(people.lea, '?waitsFor=me');
    for (const { waitsFor } of mine.contracts) expect(['supervisor', 'both']).toContain(waitsFor);
    expect((await read(await people.app.signIn('sam@demo.example'))).contracts).toEqual([]);
    expect((await read(await people.app.signIn('lea@other.example'))).contracts).toEqual([]);
    const wrong = await people.app.get('/api/contracts?after=nonsense', { session: people.lea });
    expect([wrong.status, wrong.body.errors]).toEqual([400, [{ field: 'after', code: 'invalid' }]]);
  });
});
