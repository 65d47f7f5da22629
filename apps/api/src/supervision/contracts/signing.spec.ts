import type { ContractReply } from '@visavis/supervision';
import { Transactions } from '../../database/transactions';
import { ContractsApp, signature } from '../testing/contracts-app';

describe('signing a contract', () => {
  let people: ContractsApp;

  beforeAll(async () => {
    people = await ContractsApp.start('signing');
  });
  afterAll(() => people.stop());

  it('is done by both, each once, and the contract is signed when the second has', async () => {
    const { id } = await people.proposed();
    const first = await people.sign(people.lea, id);
    expect([first.status, first.contract.state, first.contract.waitsFor]).toEqual([
      200,
      'partially-signed',
      'coach',
    ]);
    const second = await people.sign(people.zoe, id);
    expect([second.status, second.contract.state, second.contract.proposed?.seal]).toEqual([
      200,
      'signed',
      'pending',
    ]);
    expect(second.contract.proposed?.signatures.map(({ party, fullName }) => [party, fullName])).toEqual([
      ['supervisor', 'Léa Roche'],
      ['coach', 'Zoé Ardouin'],
    ]);
    expect(await people.events(id)).toEqual(['created', 'frozen', 'signed', 'signed', 'fully-signed']);
    expect(await people.letters(id)).toEqual([
      { kind: 'contract-proposed', to: 'Zoé Ardouin' },
      { kind: 'contract-half-signed', to: 'Zoé Ardouin' },
    ]);
  });

  it('keeps what proves it: the hashes shown, the words agreed to, who was recognised how, when and from where', async () => {
    const { id } = await people.proposed();
    const { contract } = await people.show(people.zoe, id);
    const wish = signature(contract);
    expect(wish.consents).toHaveLength(5);
    await people.app.post(`/api/contracts/${id}/sign`, wish, {
      session: people.zoe,
      address: '203.0.113.9',
      headers: { 'user-agent': 'Lecteur\u00e9 1.0' },
    });
    expect(
      await people.app.rows(
        `SELECT party, encode(canonical_sha256, 'hex') AS json, encode(pdf_sha256, 'hex') AS pdf, consents, full_name, email,
           auth_method, authenticated_at, signed_at, ip FROM contract_signature WHERE contract_id = $1`,
        [id],
      ),
    ).toEqual([
      {
        party: 'coach',
        json: wish.canonicalSha256,
        pdf: wish.pdfSha256,
        consents: wish.consents,
        full_name: 'Zoé Ardouin',
        email: 'zoe@coach.example',
        auth_method: 'email-code',
        authenticated_at: new Date(people.app.now),
        signed_at: new Date(people.app.now),
        ip: '203.0.113.9',
      },
    ]);
  });

  it('sign for the other party: nobody signs for another, whatever their role', async () => {
    const { id, proposed } = await people.proposed();
    const { contract } = await people.show(people.zoe, id);
    const wish = signature(contract);
    // Léa, owner and supervisor, sends the coach's very signature: it could only become her own, and the name differs.
    const asLea = await people.act(people.lea, id, 'sign', wish);
    expect([asLea.status, asLea.body.reason]).toEqual([422, 'name-differs']);
    const strangers = ['sam@demo.example', 'noe@coach.example', 'lea@other.example'];
    for (const email of strangers) {
      const session = await people.app.signIn(email, { proven: true });
      expect([email, (await people.act(session, id, 'sign', wish)).status]).toEqual([email, 404]);
    }
    expect((await people.show(people.lea, id)).contract.proposed?.signatures).toEqual([]);
    expect(proposed?.signatures).toEqual([]);
  });

  it('sign for the other party: an owner who is neither reads it and signs nothing', async () => {
    const { id } = await people.proposed();
    const sam = await people.app.rows<{ id: string }>(
      `UPDATE member SET roles = '{owner,supervisor}' WHERE email = 'sam@demo.example' RETURNING id`,
    );
    const session = await people.app.signIn('sam@demo.example', { proven: true });
    const seen = await people.show(session, id);
    expect([seen.status, seen.contract.mine, seen.contract.may]).toEqual([200, null, []]);
    const wish = signature((await people.show(people.zoe, id)).contract);
    expect((await people.act(session, id, 'sign', wish)).status).toBe(403);
    expect((await people.act(session, id, 'withdraw', { number: 1 })).status).toBe(403);
    await people.app.rows(`UPDATE member SET roles = '{supervisor}' WHERE id = $1`, [sam[0]?.id]);
  });

  it('sign changed text: the signature is bound to the hashes that were shown', async () => {
    const { id } = await people.proposed();
    const shown = signature((await people.show(people.zoe, id)).contract);
    await people.act(people.zoe, id, 'request-changes', { number: 1, reason: 'Moins cher, s’il vous plaît' });
    const { contract } = await people.show(people.lea, id);
    const content = contract.draft?.content as unknown as ContractReply['inForce'] & { fees: object };
    const saved = await people.save(people.lea, id, contract.draft?.revision ?? 0, {
      ...content,
      fees: { ...content.fees, amountCents: 120_000 },
    });
    await people.act(people.lea, id, 'propose', { revision: saved.contract.draft?.revision });

    const late = await people.act(people.zoe, id, 'sign', shown);
    expect([late.status, late.body.reason]).toEqual([409, 'text-changed']);
    const wrongFile = await people.sign(people.zoe, id, { pdfSha256: shown.pdfSha256 });
    expect([wrongFile.status, wrongFile.body.reason]).toEqual([409, 'text-changed']);
    expect((await people.sign(people.zoe, id)).status).toBe(200);
    // Both texts stand: the one that was shown first can still be proven.
    expect(
      await people.app.rows('SELECT attempt FROM contract_text WHERE contract_id = $1 ORDER BY attempt', [
        id,
      ]),
    ).toEqual([{ attempt: 1 }, { attempt: 2 }]);
  });

  it('signing link reuse/expiry/forward: a link opens an account and signs nothing by itself', async () => {
    const { id } = await people.proposed();
    const wish = signature((await people.show(people.zoe, id)).contract);
    const nobody = await people.app.post(`/api/contracts/${id}/sign`, wish);
    expect([nobody.status, nobody.body.reason]).toEqual([401, 'not-signed-in']);
    // Signed in, but long ago: whoever sits at the screen now proves who they are first.
    const unproven = await people.app.signIn('zoe@coach.example');
    const asked = await people.act(unproven, id, 'sign', wish);
    expect([asked.status, asked.body.reason]).toEqual([403, 'proof-needed']);

    expect((await people.act(people.zoe, id, 'sign', wish)).status).toBe(200);
    const again = await people.act(people.zoe, id, 'sign', wish);
    expect([again.status, again.body.reason]).toEqual([409, 'already-signed']);
  });

  it('signing link reuse/expiry/forward: what has lapsed is not signed, although nobody has said so yet', async () => {
    const { id, proposed } = await people.proposed();
    const wish = signature((await people.show(people.zoe, id)).contract);
    const { now } = people.app;
    people.app.now = proposed?.lapsesAt ?? 0;
    const session = await people.app.signIn('zoe@coach.example', { proven: true });
    const late = await people.act(session, id, 'sign', wish);
    expect([late.status, late.body.reason]).toEqual([409, 'wrong-state']);
    people.app.now = now;
  });

  it('timestamp from client: what a request says about time is an unknown field, and the server’s clock counts', async () => {
    const { id } = await people.proposed();
    const { contract } = await people.show(people.zoe, id);
    for (const field of ['signedAt', 'signed_at', 'party', 'memberId', 'ip', 'version']) {
      const reply = await people.act(people.zoe, id, 'sign', { ...signature(contract), [field]: 1 });
      expect([field, reply.status, reply.body.errors]).toEqual([
        field,
        400,
        [{ field, code: 'unknown-field' }],
      ]);
    }
    const signed = await people.sign(people.zoe, id);
    expect(signed.contract.proposed?.signatures[0]?.signedAt).toBe(people.app.now);
  });

  it('signature image: there is none, a name is typed', async () => {
    const { id } = await people.proposed();
    const image = 'data:image/svg+xml,<svg onload="alert(1)"/>';
    const reply = await people.sign(people.zoe, id, { image });
    expect([reply.status, reply.body.errors]).toEqual([400, [{ field: 'image', code: 'unknown-field' }]]);
  });

  it('says when each party had the text before them first, and of no other text', async () => {
    const { id, proposed } = await people.proposed();
    const wish = { number: 1, pdfSha256: proposed?.pdfSha256 };
    const { updatedAt } = (await people.show(people.lea, id)).contract;
    people.app.now += 1000;
    for (const session of [people.zoe, people.zoe, people.lea])
      expect((await people.act(session, id, 'viewed', wish)).status).toBe(204);
    expect(await people.events(id)).toEqual(['created', 'frozen', 'viewed', 'viewed']);
    const other = await people.act(people.zoe, id, 'viewed', { ...wish, pdfSha256: '0'.repeat(64) });
    expect([other.status, other.body.reason]).toEqual([409, 'text-changed']);
    // Reading is no change of the contract: nobody's list is reordered by it.
    expect((await people.show(people.lea, id)).contract.updatedAt).toBe(updatedAt);
    expect((await people.act(people.zoe, id, 'viewed', { number: 1 })).body.errors).toEqual([
      { field: 'pdfSha256', code: 'required' },
    ]);
  });

  it('asks for the typed name and for every box, each beside the words that stand', async () => {
    const { id } = await people.proposed();
    const { consents } = signature((await people.show(people.zoe, id)).contract);
    const refused = async (over: object) => {
      const { status, body } = await people.sign(people.zoe, id, over);
      return [status, body.reason, body.because];
    };
    expect(await refused({ fullName: 'Zoe Ardouin' })).toEqual([422, 'name-differs', undefined]);
    expect(await refused({ consents: consents.slice(1) })).toEqual([422, 'consent-missing', 'fees']);
    const otherWords = consents.map((consent) => ({ ...consent, textSha256: '0'.repeat(64) }));
    expect(await refused({ consents: otherWords })).toEqual([409, 'text-changed', undefined]);
    expect(await refused({ consents: [...consents, ...consents] })).toEqual([400, 'malformed', undefined]);
    expect((await people.sign(people.zoe, id, { fullName: '  zoé   ARDOUIN ' })).status).toBe(200);
  });

  it('audit trail tampering: the application’s role cannot touch a row, and a changed one breaks the chain', async () => {
    const { id } = await people.signed();
    const [row] = await people.app.rows<{ practice: string }>(
      'SELECT practice_id AS practice FROM contract WHERE id = $1',
      [id],
    );
    for (const statement of [
      'UPDATE contract_event SET at = now()',
      'DELETE FROM contract_event',
      `UPDATE audit_event SET act = 'booked'`,
      'DELETE FROM audit_event',
    ])
      await expect(
        people.app.nest
          .get(Transactions)
          .inPractice(row?.practice ?? '', null, (transaction) => transaction.query(statement)),
      ).rejects.toThrow(/permission denied/);
    const before = await people.app.get(`/api/contracts/${id}/evidence`, { session: people.zoe });
    expect(before.body).toMatchObject({ brokenAt: null });
    // Somebody with every privilege on the database, who even takes the trigger away.
    await people.app.rows('ALTER TABLE contract_event DISABLE TRIGGER contract_event_stays');
    await people.app.rows(
      `UPDATE contract_event SET at = at + interval '1 day' WHERE contract_id = $1 AND seq = 3`,
      [id],
    );
    await people.app.rows('ALTER TABLE contract_event ENABLE TRIGGER contract_event_stays');
    const after = await people.app.get(`/api/contracts/${id}/evidence`, { session: people.zoe });
    expect(after.body).toMatchObject({ brokenAt: 3 });
  });
});
