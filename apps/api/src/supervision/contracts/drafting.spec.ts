import type { ContractDraft, ContractReply, FrozenDocument, TemplatesReply } from '@visavis/supervision';
import { createHash } from 'node:crypto';
import { flat, readPdf } from '../documents/testing/read-pdf';
import { ContractsApp } from '../testing/contracts-app';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

describe('a contract on its way to a proposal', () => {
  let people: ContractsApp;

  beforeAll(async () => {
    people = await ContractsApp.start('drafting');
  });
  afterAll(() => people.stop());

  const draftOf = (contract: ContractReply) => contract.draft?.content as unknown as ContractDraft;
  /** A file of a version, byte by byte. */
  const file = async (session: string, id: string, kind: string, number = 1) => {
    const reply = await people.app.nest.inject({
      method: 'GET',
      url: `/api/contracts/${id}/versions/${number}/${kind}`,
      headers: { cookie: `__Host-session=${session}` },
    });
    return { status: reply.statusCode, headers: reply.headers, content: reply.rawPayload };
  };

  it('begins with what is known: template, practice, supervisor, coach', async () => {
    await people.app.rows(
      `UPDATE practice SET legal = '{"name": "Cabinet demo SARL", "address": "1 rue du Pont", "siren": "732829320", "vatNumber": "",
         "insurance": {"company": "Mutuelle", "policy": "RC 1", "validUntil": "2028-12-31"}}' WHERE name = 'Cabinet demo'`,
    );
    const contract = await people.drafted();
    expect(contract).toMatchObject({
      state: 'draft',
      waitsFor: 'supervisor',
      mine: 'supervisor',
      inForce: null,
    });
    expect(contract.may).toEqual(['edit', 'propose', 'comment', 'withdraw']);
    const draft = draftOf(contract);
    expect(draft.parties?.supervisor).toMatchObject({
      name: 'Léa Roche',
      email: 'lea@demo.example',
      siren: '732829320',
      address: '1 rue du Pont',
      mentions: 'Cabinet demo SARL',
      insurance: { insurer: 'Mutuelle', policy: 'RC 1', validUntil: '2028-12-31' },
    });
    expect(draft.parties?.coach).toMatchObject({ name: 'Zoé Ardouin', email: 'zoe@coach.example' });
    expect([draft.timeZone, draft.language, draft.records?.evidenceMonths]).toEqual([
      'Europe/Paris',
      'fr',
      60,
    ]);
    expect(contract.draft?.gaps.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['format.startsOn', 'fees.amountCents', 'purpose.text']),
    );
  });

  it('is drafted for coaches of the practice and from templates that exist, by supervisors', async () => {
    const wish = { coachMemberId: people.coachId, templateId: 'individual-session-en' };
    const [stranger] = await people.app.rows<{ id: string }>(
      `SELECT m.id FROM member m JOIN practice_address a USING (practice_id) WHERE a.slug = 'other' LIMIT 1`,
    );
    for (const [over, field] of [
      [{ coachMemberId: stranger?.id }, 'coachMemberId'],
      [{ templateId: 'individual-session-de' }, 'templateId'],
      [{ templateId: stranger?.id }, 'templateId'],
    ] as const) {
      const reply = await people.app.post('/api/contracts', { ...wish, ...over }, { session: people.lea });
      expect([reply.status, reply.body.errors]).toEqual([400, [{ field, code: 'not-in-list' }]]);
    }
    const byCoach = await people.app.post('/api/contracts', wish, { session: people.zoe });
    expect([byCoach.status, byCoach.body.reason]).toEqual([403, 'role-too-low']);
  });

  it('is saved as far as it was typed; an older screen is told, and what it typed is not written', async () => {
    const { id, draft } = await people.drafted();
    const content = { ...draft?.content, purpose: { text: 'Trop' } };
    const saved = await people.save(people.lea, id, 0, content);
    expect([saved.status, saved.contract.draft?.revision]).toEqual([200, 1]);
    expect(saved.contract.draft?.gaps).toContainEqual({ field: 'purpose.text', code: 'too-short' });
    const stale = await people.save(people.lea, id, 0, { ...content, purpose: { text: 'Autre' } });
    expect([stale.status, stale.body.reason]).toEqual([409, 'changed-meanwhile']);
    expect(draftOf((await people.show(people.lea, id)).contract).purpose).toMatchObject({ text: 'Trop' });
    const strange = await people.save(people.lea, id, 1, { ...content, admin: true });
    expect([strange.status, strange.body.errors]).toEqual([
      400,
      [{ field: 'content.admin', code: 'unknown-field' }],
    ]);
    // Saving while one types says nothing to anybody.
    expect([await people.events(id), await people.letters(id)]).toEqual([['created'], []]);
  });

  it('is the supervisor’s while it is written: the coach knows of it and does not read it, others find nothing', async () => {
    const { id } = await people.written();
    const seen = await people.show(people.zoe, id);
    expect([seen.status, seen.contract.draft, seen.contract.proposed]).toEqual([200, null, null]);
    expect(seen.text).not.toContain('Prendre du recul');
    expect((await people.save(people.zoe, id, 1, {})).body.reason).toBe('not-for-this-party');
    for (const email of ['sam@demo.example', 'noe@coach.example', 'lea@other.example']) {
      const session = await people.app.signIn(email, { proven: true });
      const replies = [
        await people.show(session, id),
        await people.save(session, id, 1, {}),
        await people.act(session, id, 'propose', { revision: 1 }),
        await people.act(session, id, 'comments', { clause: null, text: 'Bonjour' }),
        await people.app.get(`/api/contracts/${id}/evidence`, { session }),
      ];
      expect([email, replies.map(({ status }) => status)]).toEqual([email, [404, 404, 404, 404, 404]]);
    }
  });

  it('names everything that is missing when it is proposed, and stays a draft', async () => {
    const { id } = await people.drafted();
    const reply = await people.act(people.lea, id, 'propose', { revision: 0 });
    expect([reply.status, reply.body.reason]).toEqual([422, 'not-ready']);
    expect(reply.body.errors).toContainEqual({ field: 'fees.amountCents', code: 'required' });
    const { contract } = await people.show(people.lea, id);
    expect(reply.body.errors).toEqual(contract.draft?.gaps);
    expect(contract.state).toBe('draft');
  });

  it('is not proposed to an address that is not the one of the coach’s account', async () => {
    const { id, draft } = await people.written();
    const content = draftOf({ draft } as ContractReply);
    const saved = await people.save(people.lea, id, 1, {
      ...content,
      parties: { ...content.parties, coach: { ...content.parties?.coach, email: 'other@coach.example' } },
    });
    const reply = await people.act(people.lea, id, 'propose', { revision: saved.contract.draft?.revision });
    expect(reply.body.errors).toEqual([{ field: 'parties.coach.email', code: 'email-not-proven' }]);
  });

  it('is frozen and hashed before anybody sees it: text, file and hashes agree, and both parties read the same bytes', async () => {
    const { id, proposed } = await people.proposed();
    const json = await file(people.zoe, id, 'canonical.json');
    const pdf = await file(people.zoe, id, 'document.pdf');
    expect([sha256(json.content), sha256(pdf.content)]).toEqual([
      proposed?.canonicalSha256,
      proposed?.pdfSha256,
    ]);
    expect((await file(people.lea, id, 'document.pdf')).content.equals(pdf.content)).toBe(true);
    const frozen = JSON.parse(json.content.toString()) as FrozenDocument;
    expect(frozen.content).toEqual(proposed?.content);
    expect(frozen.clauses).toEqual(proposed?.clauses);
    const read = await readPdf(pdf.content);
    expect(read.attachments['contract.json']).toBe(json.content.toString());
    expect(flat(read.text)).toContain(flat('Prendre du recul sur ma pratique de coach'));
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="contract-\d{3}-v1\.pdf"$/,
      ) as unknown,
    });
    expect((await file(people.lea, id, 'sealed.pdf')).status).toBe(404);
    expect((await file(people.lea, id, 'document.pdf', 2)).status).toBe(404);
    const sam = await people.app.signIn('sam@demo.example');
    expect((await file(sam, id, 'document.pdf')).status).toBe(404);
    expect(await people.letters(id)).toEqual([{ kind: 'contract-proposed', to: 'Zoé Ardouin' }]);
  });

  it('template injection: what looks like a placeholder, a script or a formula is the text it is', async () => {
    const nasty = '{{coachEmail}} ${7*7} {{constructor}} <img src=x onerror=alert(1)> =cmd|calc %0d%0a';
    const { id, draft } = await people.written();
    const content = draftOf({ draft } as ContractReply);
    const purpose = { ...content.purpose, text: `${nasty} `.repeat(2).trim() };
    const saved = await people.save(people.lea, id, 1, { ...content, purpose });
    const { contract } = await people.act(people.lea, id, 'propose', {
      revision: saved.contract.draft?.revision,
    });
    const { text } = await readPdf((await file(people.zoe, id, 'document.pdf')).content);
    expect(contract.proposed?.content.purpose.text).toBe(purpose.text);
    expect(flat(text)).toContain(flat(nasty));
    expect(flat(text)).not.toContain(flat(`zoe@coach.example \${7*7}`));
  });

  it('PDF injection: names of any kind stand in the file as they are, and its structure holds', async () => {
    const name = 'Zoé (Ardouin) \\) /Type >> endobj 𝒳 🦊 \u05d0\u05d1\u05d2 '.repeat(4).slice(0, 190).trim();
    const { id, draft } = await people.written();
    const content = draftOf({ draft } as ContractReply);
    const coach = { ...content.parties?.coach, name };
    const saved = await people.save(people.lea, id, 1, {
      ...content,
      parties: { ...content.parties, coach },
    });
    const proposed = await people.act(people.lea, id, 'propose', {
      revision: saved.contract.draft?.revision,
    });
    expect(proposed.status).toBe(200);
    const { text, pages } = await readPdf((await file(people.zoe, id, 'document.pdf')).content);
    expect(pages).toBeGreaterThan(1);
    expect(flat(text)).toContain(flat('Zoé (Ardouin) \\) /Type >> endobj 𝒳 🦊'));
    const long = await people.save(people.lea, id, 3, {
      parties: { coach: { name: 'x'.repeat(10_000) } },
    });
    expect(long.status).toBe(400);
    expect(long.body.errors).toContainEqual({ field: 'content.parties.coach.name', code: 'too-long' });
    // And the coach signs under that very name.
    expect((await people.sign(people.zoe, id)).status).toBe(200);
  });

  it('goes back to the desk with remarks, and comes again under the same number', async () => {
    const { id } = await people.proposed();
    const asked = await people.act(people.zoe, id, 'request-changes', {
      number: 1,
      reason: 'Le préavis est long',
      comments: [{ clause: 'ending', text: 'Quinze jours ?' }],
    });
    expect([asked.status, asked.contract.state, asked.contract.draft]).toEqual([
      200,
      'changes-requested',
      null,
    ]);
    const { contract } = await people.show(people.lea, id);
    expect(contract.comments.map(({ author, clause, text }) => [author, clause, text])).toEqual([
      ['coach', null, 'Le préavis est long'],
      ['coach', 'ending', 'Quinze jours ?'],
    ]);
    await people.act(people.lea, id, 'comments', { clause: 'ending', text: 'D’accord' });
    const again = await people.act(people.lea, id, 'propose', { revision: contract.draft?.revision });
    expect([again.status, again.contract.proposed?.number, again.contract.versions.length]).toEqual([
      200, 1, 1,
    ]);
    expect(await people.events(id)).toEqual([
      'created',
      'frozen',
      'changes-requested',
      'commented',
      'frozen',
    ]);
    expect((await people.letters(id)).map(({ kind }) => kind)).toEqual([
      'contract-proposed',
      'contract-changes',
      'contract-proposed',
    ]);
    // Words can be erased one day, so the chain holds none.
    const { text } = await people.app.get(`/api/contracts/${id}/evidence`, { session: people.lea });
    expect(text).not.toContain('préavis');
  });

  it('is declined by the coach or withdrawn by the supervisor, each with a letter to the other, and then over', async () => {
    const declined = await people.proposed();
    const no = await people.act(people.zoe, declined.id, 'decline', { number: 1, reason: 'Pas maintenant' });
    expect([no.status, no.contract.state, no.contract.may]).toEqual([200, 'declined', []]);
    const withdrawn = await people.proposed();
    await people.act(people.lea, withdrawn.id, 'withdraw', { number: 1 });
    expect((await people.letters(declined.id)).at(-1)).toEqual({
      kind: 'contract-declined',
      to: 'Léa Roche',
    });
    expect((await people.letters(withdrawn.id)).at(-1)).toEqual({
      kind: 'contract-withdrawn',
      to: 'Zoé Ardouin',
    });
    for (const { id } of [declined, withdrawn])
      for (const [session, act, body] of [
        [people.lea, 'propose', { revision: 1 }],
        [people.zoe, 'decline', { number: 1 }],
        [people.lea, 'withdraw', { number: 1 }],
        [people.zoe, 'comments', { clause: null, text: 'Encore' }],
        [people.lea, 'amend', { why: 'x', effectiveOn: '2027-05-01' }],
      ] as const)
        expect([act, (await people.act(session, id, act, body)).body.reason]).toEqual([act, 'wrong-state']);
    const draft = await people.drafted();
    await people.act(people.lea, draft.id, 'withdraw', { number: 1 });
    expect(await people.letters(draft.id)).toEqual([]);
  });

  describe('templates', () => {
    const list = async () =>
      (await people.app.get('/api/contract-templates', { session: people.lea }))
        .body as unknown as TemplatesReply;

    it('come with the product in both languages, and a practice keeps its own beside them', async () => {
      const [product] = (await list()).templates;
      if (product === undefined) throw new Error('no template');
      const wish = {
        name: 'À notre façon',
        language: 'fr',
        clauses: { ...product.clauses, additional: 'Une clause de plus.' },
        defaults: product.defaults,
        number: 0,
      };
      const made = await people.app.post('/api/contract-templates', wish, { session: people.lea });
      expect([made.status, made.body]).toMatchObject([
        201,
        { origin: 'practice', number: 1, name: 'À notre façon' },
      ]);
      const { id } = made.body as unknown as { id: string };
      const change = (number: number, over: object = {}, session = people.lea) =>
        people.app.send('PUT', `/api/contract-templates/${id}`, {
          session,
          body: { ...wish, ...over, number },
        });
      const drafted = await people.app.post(
        '/api/contracts',
        { coachMemberId: people.coachId, templateId: id },
        { session: people.lea },
      );
      const contract = drafted.body as unknown as ContractReply;
      expect(draftOf(contract).clauses?.additional).toBe('Une clause de plus.');

      expect((await change(1, { name: 'Autrement' })).body).toMatchObject({ number: 2, name: 'Autrement' });
      const late = await Promise.all([change(1), change(2, { name: 'A' }), change(2, { name: 'B' })]);
      expect(late.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      const own = (await list()).templates.filter(({ origin }) => origin === 'practice');
      expect(own.map(({ number }) => number)).toEqual([3]);
      // The draft keeps the words it began with, and says which version they were.
      expect(
        await people.app.rows('SELECT template_number FROM contract_version WHERE contract_id = $1', [
          contract.id,
        ]),
      ).toEqual([{ template_number: 1 }]);
    });

    it('take the fixed placeholders only, and belong to their practice', async () => {
      const [product] = (await list()).templates;
      const wish = { name: 'X', language: 'fr', clauses: product?.clauses, defaults: {}, number: 0 };
      const unknown = { ...wish, clauses: { ...product?.clauses, fees: 'Prix : {{secretKey}}' } };
      const reply = await people.app.post('/api/contract-templates', unknown, { session: people.lea });
      expect([reply.status, reply.body.reason, reply.body.because]).toEqual([
        422,
        'unknown-placeholder',
        'secretKey',
      ]);
      const own = (await list()).templates.find(({ origin }) => origin === 'practice');
      const stranger = await people.app.signIn('lea@other.example');
      const put = (session: string, id: string) =>
        people.app.send('PUT', `/api/contract-templates/${id}`, { session, body: { ...wish, number: 3 } });
      expect((await put(stranger, own?.id ?? '')).status).toBe(404);
      expect((await put(people.lea, 'individual-session-fr')).status).toBe(404);
      expect((await put(await people.app.signIn('sam@demo.example'), own?.id ?? '')).status).toBe(403);
      const seen = await people.app.get('/api/contract-templates', { session: people.zoe });
      expect(seen.status).toBe(403);
    });
  });
});
