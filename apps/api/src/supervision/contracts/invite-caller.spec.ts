import type { AppointmentDetail } from '@visavis/booking';
import type { ContractDraft, ContractReply } from '@visavis/supervision';
import { invitationLink } from '../../practice/testing/people';
import { aStart, aWish, PASSWORD } from '../../testing/a-practice';
import { ContractsApp } from '../testing/contracts-app';

const WISH = { language: 'fr', templateId: 'individual-package-fr' };

describe('inviting a caller', () => {
  let people: ContractsApp;

  beforeAll(async () => {
    people = await ContractsApp.start('invite_caller');
  });
  afterAll(() => people.stop());

  const call = async (over: object = {}) => {
    const wish = aWish(aStart(), { words: 'Gagner ma prochaine mission', ...over });
    const booked = await people.app.post('/api/public/demo/lea/bookings', wish);
    if (booked.status !== 201) throw new Error(`booking was answered ${booked.status} ${booked.text}`);
    return { id: booked.body.id, email: wish.email };
  };
  const invite = (id: string, over: object = {}, session = people.lea) =>
    people.app.post(`/api/appointments/${id}/invite`, { ...WISH, ...over }, { session });
  const contract = async (id: string) => (await people.show(people.lea, id)).contract;

  it('takes one click: an invitation as a coach, a draft that knows them, and the way to it from the call', async () => {
    const { id, email } = await call();
    const reply = await invite(id);
    expect(reply.status).toBe(201);
    const { invitationId, contractId } = reply.body as unknown as {
      invitationId: string;
      contractId: string;
    };
    expect(
      await people.app.rows('SELECT email, roles, state FROM invitation WHERE id = $1', [invitationId]),
    ).toEqual([{ email, roles: ['coach'], state: 'open' }]);
    const drafted = await contract(contractId);
    expect(drafted).toMatchObject({
      state: 'draft',
      coach: { memberId: null, name: 'Camille Martin', email },
    });
    const draft = drafted.draft?.content as unknown as ContractDraft;
    expect(draft.purpose?.text).toBe('Gagner ma prochaine mission');
    const detail = await people.app.get(`/api/appointments/${id}`, { session: people.lea });
    expect((detail.body as unknown as AppointmentDetail).contractId).toBe(contractId);
  });

  it('answers every further click as the first, also when they come at once', async () => {
    const { id } = await call();
    const replies = await Promise.all(Array.from({ length: 5 }, () => invite(id)));
    const bodies = new Set(replies.map(({ text }) => text));
    expect([replies.map(({ status }) => status), bodies.size]).toEqual([[201, 201, 201, 201, 201], 1]);
    expect(await people.app.rows('SELECT 1 FROM contract WHERE discovery_call_id = $1', [id])).toHaveLength(
      1,
    );
    expect(
      await people.app.rows(
        `SELECT 1 FROM letter l JOIN invitation i ON i.id = l.invitation_id JOIN contract c ON c.invitation_id = i.id
         WHERE c.discovery_call_id = $1`,
        [id],
      ),
    ).toHaveLength(1);
  });

  it('binds the contract to whoever accepts the invitation, who may then sign', async () => {
    const { id, email } = await call();
    const { contractId } = (await invite(id)).body as unknown as { contractId: string };
    const link = await invitationLink(
      { rows: (text: string, values?: unknown[]) => people.app.rows(text, values) } as never,
      email,
    );
    const accepted = await people.app.post(link, { name: 'Camille Martin', password: PASSWORD });
    expect(accepted.status).toBe(200);
    const session = await people.app.signIn(email, { proven: true });
    const seen = await people.show(session, contractId);
    expect([seen.status, seen.contract.mine, seen.contract.coach.name]).toEqual([
      200,
      'coach',
      'Camille Martin',
    ]);
    const list = await people.app.get('/api/contracts', { session });
    expect((list.body as unknown as { contracts: ContractReply[] }).contracts.map((one) => one.id)).toEqual([
      contractId,
    ]);
  });

  it('is for one’s own calls that can be answered, and needs an address', async () => {
    const { id } = await call();
    const sam = await people.app.signIn('sam@demo.example');
    const stranger = await people.app.signIn('lea@other.example');
    for (const session of [sam, stranger]) expect((await invite(id, {}, session)).status).toBe(404);
    expect((await invite(id, {}, people.zoe)).status).toBe(403);
    expect((await invite(id, { templateId: 'none' })).body.errors).toEqual([
      { field: 'templateId', code: 'not-in-list' },
    ]);
    await people.app.rows('UPDATE discovery_call SET email = NULL WHERE id = $1', [id]);
    expect((await invite(id)).body.errors).toEqual([{ field: 'email', code: 'required' }]);
    expect((await invite(id, { email: 'New@Caller.example' })).status).toBe(201);
    const cancelled = await call();
    await people.app.rows(`UPDATE appointment SET status = 'cancelled' WHERE id = $1`, [cancelled.id]);
    expect((await invite(cancelled.id)).body.reason).toBe('already-cancelled');
    const known = await call({ email: 'zoe@coach.example' });
    const member = await invite(known.id);
    expect([member.status, member.body.reason]).toEqual([409, 'already-member']);
    expect(await people.app.rows('SELECT 1 FROM contract WHERE discovery_call_id = $1', [known.id])).toEqual(
      [],
    );
  });
});
