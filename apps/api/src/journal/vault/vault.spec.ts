import type { VaultReplyJson } from '@visavis/journal';
import { DAY } from '@visavis/kernel';
import { randomUUID } from 'node:crypto';
import { Device, noise, text } from '../testing/a-vault';
import { VaultsApp } from '../testing/vaults-app';

describe('a vault', () => {
  let vaults: VaultsApp;

  beforeAll(async () => {
    vaults = await VaultsApp.start('journal_vault');
  });
  afterAll(() => vaults.stop());

  const vaultOf = async (keeper: { session: string }) =>
    (await vaults.get(keeper, 'vault')).body as unknown as VaultReplyJson;
  /** A coach without a vault yet. */
  const newcomer = async () => {
    const { id, session } = await vaults.people.newCoach();
    return { session, device: new Device(id) };
  };

  it('is opened once by each member and comes back as it was kept', async () => {
    const someone = await newcomer();
    expect(await vaultOf(someone)).toEqual({
      userId: someone.device.userId,
      vault: null,
      may: { share: false, until: null },
    });
    const opening = someone.device.opening();

    const opened = await vaults.post(someone, 'vault', opening);

    expect(opened.status).toBe(201);
    const { vault } = await vaultOf(someone);
    expect(vault).toMatchObject({
      id: opening.id,
      suite: 'visavis/1',
      generation: 1,
      previous: [],
      restarted: null,
    });
    expect(vault?.slots).toEqual(expect.arrayContaining(opening.slots));
    expect(vault?.identity).toEqual({ ...opening.identity, keyId: opening.keyId });
    const again = await vaults.post(someone, 'vault', new Device(someone.device.userId).opening());
    expect([again.status, again.body.reason]).toEqual([409, 'vault-exists']);
  });

  it('says that somebody is there to share with while a contract is in force', async () => {
    expect((await vaultOf(vaults.zoe)).may).toEqual({ share: true, until: null });
    expect((await vaultOf(vaults.lea)).may).toEqual({ share: true, until: null });
  });

  it('is not opened with fewer than two ways in, or with none on paper', async () => {
    const { session, device } = await newcomer();
    for (const slots of [
      [],
      [device.slot('recovery')],
      [device.slot('passphrase'), device.slot('passphrase')],
    ]) {
      const { status, body } = await vaults.post({ session }, 'vault', device.opening({ slots }));
      expect([status, body.reason]).toEqual([422, 'too-few-slots']);
    }
    expect((await vaultOf({ session })).vault).toBeNull();
  });

  it('algorithm downgrade / unknown version: another suite, a weaker derivation or an unknown way in is malformed', async () => {
    const { session, device } = await newcomer();
    const recovery = device.slot('recovery');
    for (const over of [
      { suite: 'visavis/0' },
      { suite: 'none' },
      { slots: [device.slot('passphrase', { derivation: 'argon2id-8MiB-1-1' }), recovery] },
      { slots: [device.slot('passphrase', { derivation: 'hkdf' }), recovery] },
      { slots: [device.slot('passphrase', { salt: text(noise(8)) }), recovery] },
      { slots: [device.slot('passphrase', { type: 'escrow' }), recovery] },
      { v: 0 },
      { alg: 'none' },
    ]) {
      const { status, body } = await vaults.post({ session }, 'vault', device.opening(over));
      expect([status, body.reason]).toEqual([400, 'malformed']);
    }
  });

  it('public key replaced by server/attacker: keys that are somebody else’s, or that do not belong together, are refused', async () => {
    const { session, device } = await newcomer();
    const mine = device.wrappedIdentity();
    const other = new Device(device.userId).wrappedIdentity();
    const stranger = new Device(vaults.lea.device.userId);
    for (const [identity, reason] of [
      [{ ...mine, xPub: other.xPub }, 'key-not-signed'],
      [{ ...mine, edPub: other.edPub }, 'key-not-signed'],
      [{ ...mine, edPub: text(new Uint8Array(32)) }, 'key-malformed'],
      [{ ...stranger.wrappedIdentity(), vaultId: device.vaultId }, 'author-not-owner'],
      [{ ...mine, vaultId: randomUUID() }, 'key-wrong'],
    ] as const) {
      const { status, body } = await vaults.post({ session }, 'vault', device.opening({ identity }));
      expect([status, body.reason]).toEqual([422, reason]);
    }
    expect((await vaultOf({ session })).vault).toBeNull();
  });

  it('changes its passphrase in one request, and keeps two ways in whatever is asked', async () => {
    const someone = await vaults.newCoach();
    const before = (await vaultOf(someone)).vault?.slots ?? [];
    const idOf = (type: string) => before.find((slot) => slot.type === type)?.slotId ?? '';
    const fresh = someone.device.slot('passphrase');

    for (const remove of [[idOf('recovery')], [idOf('passphrase')], before.map(({ slotId }) => slotId)]) {
      const refused = await vaults.post(someone, 'vault/slots', { add: [], remove });
      expect([refused.status, refused.body.reason]).toEqual([422, 'too-few-slots']);
    }
    const missing = await vaults.post(someone, 'vault/slots', { add: [fresh], remove: [randomUUID()] });
    expect(missing.status).toBe(404);
    expect((await vaultOf(someone)).vault?.slots).toEqual(before);

    const changed = await vaults.post(someone, 'vault/slots', { add: [fresh], remove: [idOf('passphrase')] });

    expect(changed.status).toBe(200);
    const types = (await vaultOf(someone)).vault?.slots.map(({ slotId }) => slotId);
    expect(types?.toSorted()).toEqual([fresh.slotId, idOf('recovery')].toSorted());
  });

  it('rotates to the next generation in one step: former ways in are gone, what they opened is kept', async () => {
    const someone = await vaults.newCoach();
    const before = await vaultOf(someone);
    const rotation = someone.device.rotation();

    const rotated = await vaults.post(someone, 'vault/rotation', rotation);

    expect(rotated.status).toBe(200);
    const { vault } = await vaultOf(someone);
    expect(vault).toMatchObject({ generation: 2, previous: [rotation.previous] });
    expect(vault?.slots).toEqual(expect.arrayContaining(rotation.slots));
    expect(vault?.slots).toHaveLength(2);
    expect(vault?.identity.edPub).not.toBe(before.vault?.identity.edPub);
    const repeated = await vaults.post(someone, 'vault/rotation', rotation);
    expect([repeated.status, repeated.body.reason]).toEqual([409, 'generation-moved']);
    const stale = await vaults.post(someone, 'vault/slots', {
      add: [someone.device.slot('passphrase', { generation: 1 })],
      remove: [],
    });
    expect([stale.status, stale.body.reason]).toEqual([409, 'generation-moved']);
  });

  it('lets one of two devices rotate at once', async () => {
    const someone = await vaults.newCoach();
    const { vaultId } = someone.device;
    const rotations = [1, 2, 3, 4].map(() => {
      const device = new Device(someone.device.userId);
      Object.assign(device, { vaultId });
      return device.rotation();
    });
    const answers = await Promise.all(rotations.map((each) => vaults.post(someone, 'vault/rotation', each)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  });

  it('is set aside when every way in is lost: nothing of it is readable, another begins, and it goes after 90 days', async () => {
    const someone = await vaults.newCoach();
    const entry = await vaults.shared(someone, vaults.lea);
    const unproven = await vaults.post(someone, 'vault/start-again');
    expect([unproven.status, unproven.body.reason]).toEqual([403, 'proof-needed']);
    const session = await vaults.app.signIn(someone.email, { proven: true });

    const reminder = '0193a1b2-0000-4000-8000-00000000bb01';
    const remindOn = new Date(vaults.app.now + 9 * DAY).toISOString().slice(0, 10);
    await vaults.app.send('PUT', `/api/reminders/${reminder}`, { session, body: { remindOn } });

    const started = await vaults.post({ session }, 'vault/start-again');

    const until = vaults.app.now + 90 * DAY;
    expect([started.status, started.body]).toEqual([200, { until }]);
    expect((await vaultOf(someone)).vault).toBeNull();
    expect((await vaults.get(vaults.lea, `shared-entries/${entry.entryId}`)).status).toBe(404);
    for (const path of ['', '/revisions', '/revisions/1', '/comments'])
      expect((await vaults.get(someone, `vault/entries/${entry.entryId}${path}`)).status).toBe(404);
    expect((await vaults.get(someone, 'vault/entries')).body).toMatchObject({ entries: [], tombstones: [] });
    expect((await vaults.save(someone, entry, entry.next())).body.reason).toBe('vault-missing');
    expect((await vaults.get(someone, 'reminders')).body).toEqual({ reminders: [] });
    const anew = new Device(someone.device.userId);
    expect((await vaults.post(someone, 'vault', anew.opening())).status).toBe(201);
    expect((await vaultOf(someone)).vault?.restarted).toEqual({ until });
  });

  it('lists those with whom a contract is in force, with the keys they have now', async () => {
    const someone = await vaults.newCoach();
    const { body } = await vaults.get(someone, 'vault/people');
    const { edPub, xPub, keyId } = vaults.lea.device.identity;
    expect(body).toEqual({
      people: [
        {
          userId: vaults.lea.device.userId,
          name: 'Léa Roche',
          role: 'supervisor',
          contractId: someone.contractId,
          keys: expect.objectContaining({ edPub: text(edPub), xPub: text(xPub), keyId }) as unknown,
        },
      ],
    });
    const noe = await vaults.app.signIn('noe@coach.example');
    expect((await vaults.get({ session: noe }, 'vault/people')).body).toEqual({ people: [] });
    const theirs = (await vaults.get(vaults.lea, 'vault/people')).body as unknown as {
      people: { userId: string; role: string }[];
    };
    expect(theirs.people).toContainEqual(
      expect.objectContaining({ userId: someone.device.userId, role: 'coach' }),
    );
  });
});
