import { ContractsApp, signature } from '../testing/contracts-app';

describe('acts at the same time', () => {
  let people: ContractsApp;

  beforeAll(async () => {
    people = await ContractsApp.start('contract_races', { DATABASE_POOL: '20' });
  });
  afterAll(() => people.stop());

  /** A pool that is warm, or everything queues up for connections and nothing races. */
  const warm = () =>
    Promise.all(Array.from({ length: 40 }, () => people.app.get('/api/contracts', { session: people.lea })));
  const signatures = (id: string) =>
    people.app.rows('SELECT party FROM contract_signature WHERE contract_id = $1 ORDER BY party', [id]);

  it('double sign race: both parties, ten times each, leave one signature each and one signed contract', async () => {
    const { id } = await people.proposed();
    const lea = signature((await people.show(people.lea, id)).contract);
    const zoe = signature((await people.show(people.zoe, id)).contract);
    await warm();
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => [
        people.act(people.lea, id, 'sign', lea),
        people.act(people.zoe, id, 'sign', zoe),
      ]).flat(),
    );
    const reasons = replies.map(({ status, body }) => (status === 200 ? 'signed' : body.reason));
    expect(reasons.filter((reason) => reason === 'signed')).toHaveLength(2);
    expect(new Set(reasons)).toEqual(new Set(['signed', 'already-signed']));
    expect(await signatures(id)).toEqual([{ party: 'coach' }, { party: 'supervisor' }]);
    expect((await people.events(id)).filter((type) => type === 'fully-signed')).toHaveLength(1);
    const letters = await people.letters(id);
    expect(letters.filter(({ kind }) => kind === 'contract-half-signed')).toHaveLength(1);
    const { body } = await people.app.get(`/api/contracts/${id}/evidence`, { session: people.lea });
    expect(body).toMatchObject({ brokenAt: null });
  });

  it('signing against withdrawing: one of the two holds, never half of both', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 6; round++) {
      const { id } = await people.proposed();
      await people.sign(people.lea, id);
      const zoe = signature((await people.show(people.zoe, id)).contract);
      const acts = [
        () => people.act(people.zoe, id, 'sign', zoe),
        () => people.act(people.lea, id, 'withdraw', { number: 1 }),
      ];
      if (round % 2 === 1) acts.reverse();
      const replies = await Promise.all(acts.map((act) => act()));
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { contract } = await people.show(people.zoe, id);
      outcomes.add(contract.state);
      expect((await signatures(id)).length).toBe(contract.state === 'signed' ? 2 : 1);
      expect(['signed', 'withdrawn']).toContain(contract.state);
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });

  it('a draft saved twice from the same screen keeps the first, and says so to the second', async () => {
    const { id, draft } = await people.drafted();
    const replies = await Promise.all(
      [1, 2, 3].map((n) =>
        people.save(people.lea, id, 0, { ...draft?.content, purpose: { text: `Version ${n}` } }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const kept = replies.find(({ status }) => status === 200);
    const { contract } = await people.show(people.lea, id);
    expect(contract.draft?.content).toEqual(kept?.contract.draft?.content);
    expect(contract.draft?.revision).toBe(1);
  });

  it('a proposal made while the draft changes freezes what its writer saw, or nothing', async () => {
    for (let round = 0; round < 4; round++) {
      const { id, draft } = await people.written();
      const [proposed, saved] = await Promise.all([
        people.act(people.lea, id, 'propose', { revision: draft?.revision }),
        people.save(people.lea, id, draft?.revision ?? 0, {
          ...draft?.content,
          fees: { ...(draft?.content as unknown as { fees: object }).fees, amountCents: 1 },
        }),
      ]);
      expect([proposed.status, saved.status].sort()).toEqual([200, 409]);
      if (proposed.status === 200) expect(proposed.contract.proposed?.content.fees.amountCents).toBe(150_000);
    }
  });

  it('numbers of one supervisor follow each other, however many contracts begin at once', async () => {
    await warm();
    const made = await Promise.all(Array.from({ length: 8 }, () => people.drafted()));
    const rows = await people.app.rows<{ number: number }>(
      'SELECT number FROM contract WHERE id = ANY ($1::uuid[]) ORDER BY number',
      [made.map(({ id }) => id)],
    );
    const first = rows[0]?.number ?? 0;
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => first + index));
  });
});
