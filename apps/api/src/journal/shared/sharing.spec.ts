import type { CommentsReplyJson, EntryReplyJson, SharedEntriesReplyJson } from '@visavis/journal';
import { Identity, noise, text } from '../testing/a-vault';
import { type Coach, VaultsApp } from '../testing/vaults-app';

describe('sharing an entry', () => {
  let vaults: VaultsApp;
  let zoe: Coach;

  beforeAll(async () => {
    vaults = await VaultsApp.start('journal_sharing');
    ({ zoe } = vaults);
  });
  afterAll(() => vaults.stop());

  const lea = () => vaults.lea.device.identity;
  const sharedWith = async (keeper: { session: string }) => {
    const { body } = await vaults.get(keeper, 'shared-entries');
    return (body as unknown as SharedEntriesReplyJson).entries;
  };
  const seenBy = (keeper: { session: string }, entryId: string) =>
    vaults.get(keeper, `shared-entries/${entryId}`);
  const entryOf = async (entryId: string) =>
    ((await vaults.get(zoe, `vault/entries/${entryId}`)).body as unknown as EntryReplyJson).entry;
  const commentsSeenBy = async (keeper: { session: string }, entryId: string) =>
    (await vaults.get(keeper, `vault/entries/${entryId}/comments`)).body as unknown as CommentsReplyJson;
  /** What is refused writes nothing. */
  const refused = async (entry: { entryId: string }, body: unknown) => {
    const before = await vaults.counts();
    const { status, body: problem } = await vaults.post(
      zoe,
      `vault/entries/${entry.entryId}/revisions`,
      body,
    );
    expect(await vaults.counts()).toEqual(before);
    return [status, problem.reason];
  };

  it('opens a new epoch to one reader: earlier drafts stay closed, later edits are seen', async () => {
    const entry = await vaults.kept(zoe);
    const opening = entry.inNewEpoch([lea()]);
    expect((await vaults.save(zoe, entry, opening)).status).toBe(201);
    const later = entry.next();
    expect((await vaults.save(zoe, entry, later)).status).toBe(201);

    const { status, body } = await seenBy(vaults.lea, entry.entryId);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      vaultId: zoe.device.vaultId,
      ownerId: zoe.device.userId,
      ownerName: 'Zoé Ardouin',
      ownerKeys: [{ keyId: zoe.device.identity.keyId, edPub: text(zoe.device.identity.edPub) }],
      grant: opening.grants?.[0],
      head: later.revision,
      comments: 0,
    });
    expect((await sharedWith(vaults.lea)).map(({ entryId }) => entryId)).toContain(entry.entryId);
    expect((await entryOf(entry.entryId))?.grants).toEqual(opening.grants);
    for (const path of ['', '/revisions', '/revisions/1', '/revisions/2'])
      expect((await vaults.get(vaults.lea, `vault/entries/${entry.entryId}${path}`)).status).toBe(404);
  });

  it('is seen by nobody but the reader', async () => {
    const entry = await vaults.shared(zoe, vaults.lea);
    for (const email of ['sam@demo.example', 'noe@coach.example', 'lea@other.example']) {
      const session = await vaults.app.signIn(email, { proven: true });
      expect((await seenBy({ session }, entry.entryId)).status).toBe(404);
      expect((await vaults.get({ session }, `vault/entries/${entry.entryId}/comments`)).status).toBe(404);
      expect(await sharedWith({ session })).toEqual([]);
    }
    expect((await seenBy(zoe, entry.entryId)).status).toBe(404);
  });

  it('is not possible for a margin or the index of a vault, whatever is sent', async () => {
    for (const schema of ['margin/1', 'vault-index/1']) {
      const entry = await vaults.kept(zoe, schema);
      expect(await refused(entry, entry.inNewEpoch([lea()]))).toEqual([422, 'class-not-shareable']);
    }
  });

  it('share to wrong recipient: only with a person of a contract in force, with the keys they have now', async () => {
    const stranger = await vaults.newCoach();
    const entry = await vaults.kept(zoe);
    const at = { ...entry };
    const afresh = () => Object.assign(entry, at);
    const toStranger = entry.inNewEpoch([stranger.device.identity]);
    expect(await refused(entry, toStranger)).toEqual([404, 'not-found']);
    afresh();
    expect(await refused(entry, entry.inNewEpoch([new Identity(lea().userId)]))).toEqual([
      422,
      'reader-key-wrong',
    ]);
    afresh();
    const mixed = entry.inNewEpoch([lea()], {}, { recipientX: stranger.device.identity.xPub });
    expect(await refused(entry, mixed)).toEqual([422, 'reader-key-wrong']);
    afresh();
    expect(await refused(entry, entry.inNewEpoch([zoe.device.identity]))).toEqual([422, 'key-wrong']);
    afresh();
    expect(await refused(entry, entry.inNewEpoch([lea(), stranger.device.identity]))).toEqual([
      422,
      'one-reader',
    ]);
    afresh();
    const borrowed = entry.inNewEpoch([lea()], {}, { senderEd: stranger.device.identity.edPub });
    expect(await refused(entry, borrowed)).toEqual([422, 'signature-wrong']);
    afresh();
    const forged = entry.inNewEpoch([lea()]);
    const grants = forged.grants?.map((grant) => ({ ...grant, ciphertext: text(noise(48)) }));
    expect(await refused(entry, { ...forged, grants })).toEqual([422, 'signature-wrong']);
    afresh();
    const otherEpoch = entry.inNewEpoch([lea()], {}, { epoch: 9 });
    expect(await refused(entry, otherEpoch)).toEqual([422, 'key-wrong']);
  });

  it('needs a new epoch: a grant beside a revision of the epoch that stands is refused', async () => {
    const entry = await vaults.kept(zoe);
    expect(await refused(entry, { ...entry.next(), grants: [entry.grant(lea())] })).toEqual([
      422,
      'key-wrong',
    ]);
  });

  it('revoked reader: reads nothing from then on, and the epoch takes no further revision', async () => {
    const entry = await vaults.shared(zoe, vaults.lea);
    const revocation = { recipientId: lea().userId };

    expect((await vaults.post(zoe, `vault/entries/${entry.entryId}/revocation`, revocation)).status).toBe(
      204,
    );

    expect((await seenBy(vaults.lea, entry.entryId)).status).toBe(404);
    expect((await vaults.get(vaults.lea, `vault/entries/${entry.entryId}/comments`)).status).toBe(404);
    expect(await entryOf(entry.entryId)).toMatchObject({ epochClosed: true, grants: [] });
    const at = { ...entry };
    expect(await refused(entry, entry.next())).toEqual([409, 'epoch-closed']);
    Object.assign(entry, at);
    expect((await vaults.save(zoe, entry, entry.inNewEpoch([]))).status).toBe(201);
    expect((await seenBy(vaults.lea, entry.entryId)).status).toBe(404);
    const again = await vaults.post(zoe, `vault/entries/${entry.entryId}/revocation`, revocation);
    expect(again.status).toBe(404);
  });

  it('either keeps a revision before a revocation or refuses it after, when both arrive at once', async () => {
    await Promise.all(Array.from({ length: 16 }, () => vaults.get(zoe, 'vault')));
    for (let round = 0; round < 6; round++) {
      const entry = await vaults.shared(zoe, vaults.lea);
      const [saved, revoked] = await Promise.all([
        vaults.save(zoe, entry, entry.next()),
        vaults.post(zoe, `vault/entries/${entry.entryId}/revocation`, { recipientId: lea().userId }),
      ]);
      expect(revoked.status).toBe(204);
      expect([201, 409]).toContain(saved.status);
      if (saved.status === 409) expect(saved.body.reason).toBe('epoch-closed');
      expect(await entryOf(entry.entryId)).toMatchObject({ epochClosed: true });
      expect((await seenBy(vaults.lea, entry.entryId)).status).toBe(404);
    }
  });

  it('lasts through suspension and notice, and ends in the very transaction in which the contract ends', async () => {
    const coach = await vaults.newCoach();
    const entry = await vaults.shared(coach, vaults.lea);
    const other = await vaults.shared(zoe, vaults.lea);
    const { people } = vaults;
    const suspended = await people.act(vaults.lea.session, coach.contractId, 'suspend', {
      until: '2027-03-01',
    });
    expect(suspended.contract.state).toBe('suspended');
    expect((await seenBy(vaults.lea, entry.entryId)).status).toBe(200);
    await people.act(vaults.lea.session, coach.contractId, 'resume');
    const end = { ground: 'mutual', reason: 'Nous avons fait le tour.' };
    await people.act(vaults.lea.session, coach.contractId, 'end', end);
    const ended = await people.act(coach.session, coach.contractId, 'end', end);
    expect(ended.contract.state).toBe('ended');

    expect((await seenBy(vaults.lea, entry.entryId)).status).toBe(404);
    expect(await vaults.app.rows('SELECT 1 FROM vault_grant WHERE entry_id = $1', [entry.entryId])).toEqual(
      [],
    );
    const mine = (await vaults.get(coach, `vault/entries/${entry.entryId}`))
      .body as unknown as EntryReplyJson;
    expect(mine.entry).toMatchObject({ epochClosed: true, grants: [] });
    expect((await vaults.get(coach, 'vault')).body).toMatchObject({
      may: { share: false, until: Date.UTC(2028, 1, 1, 8) },
    });
    expect((await seenBy(vaults.lea, other.entryId)).status).toBe(200);
  });

  it('stays with the keys it was made for when the reader rotates', async () => {
    const entry = await vaults.shared(zoe, vaults.lea);
    const former = lea();
    await vaults.post(vaults.lea, 'vault/rotation', vaults.lea.device.rotation());

    const { body } = await seenBy(vaults.lea, entry.entryId);

    expect(body).toMatchObject({ grant: { recipientEd: text(former.edPub), recipientX: text(former.xPub) } });
    const unshared = await vaults.kept(zoe);
    const at = { ...unshared };
    expect(await refused(unshared, unshared.inNewEpoch([former]))).toEqual([422, 'reader-key-wrong']);
    Object.assign(unshared, at);
    expect((await vaults.save(zoe, unshared, unshared.inNewEpoch([lea()]))).status).toBe(201);
  });

  describe('with comments', () => {
    it('lets owner and reader write beside the text, each signed with the keys they have', async () => {
      const entry = await vaults.shared(zoe, vaults.lea);
      const url = `vault/entries/${entry.entryId}/comments`;
      const hers = vaults.lea.device.comment(entry);
      const mine = zoe.device.comment(entry);

      expect((await vaults.post(vaults.lea, url, hers)).status).toBe(201);
      expect((await vaults.post(zoe, url, mine)).status).toBe(201);
      expect((await vaults.post(vaults.lea, url, hers)).status).toBe(200);

      const seen = await commentsSeenBy(vaults.lea, entry.entryId);
      expect(seen.keys).toEqual([]);
      expect(
        seen.comments.map(({ comment, authorName, authorKeyId }) => ({ comment, authorName, authorKeyId })),
      ).toEqual(
        expect.arrayContaining([
          { comment: hers.comment, authorName: 'Léa Roche', authorKeyId: lea().keyId },
          { comment: mine.comment, authorName: 'Zoé Ardouin', authorKeyId: zoe.device.identity.keyId },
        ]),
      );
      expect(seen.comments).toHaveLength(2);
      const own = await commentsSeenBy(zoe, entry.entryId);
      expect(own.comments).toEqual(seen.comments);
      expect(own.keys.map(({ epoch }) => epoch)).toEqual([2]);
      expect((await seenBy(vaults.lea, entry.entryId)).body).toMatchObject({ comments: 2 });
    });

    it('keeps them in their epoch: the owner reads all, a reader those of the epoch that is open to them', async () => {
      const entry = await vaults.shared(zoe, vaults.lea);
      const url = `vault/entries/${entry.entryId}/comments`;
      await vaults.post(vaults.lea, url, vaults.lea.device.comment(entry));
      const late = vaults.lea.device.comment(entry);
      await vaults.save(zoe, entry, entry.inNewEpoch([lea()]));
      const fresh = vaults.lea.device.comment(entry);

      expect((await vaults.post(vaults.lea, url, late)).status).toBe(404);
      expect((await vaults.post(vaults.lea, url, fresh)).status).toBe(201);

      expect(
        (await commentsSeenBy(vaults.lea, entry.entryId)).comments.map(({ comment }) => comment),
      ).toEqual([fresh.comment]);
      const own = await commentsSeenBy(zoe, entry.entryId);
      expect(own.comments.map(({ comment }) => comment.epoch)).toEqual([2, 3]);
      expect(own.keys.map(({ epoch }) => epoch)).toEqual([2, 3]);
    });

    it('takes none in another’s name, altered, from a stranger, or from a reader who was taken away', async () => {
      const entry = await vaults.shared(zoe, vaults.lea);
      const url = `vault/entries/${entry.entryId}/comments`;
      const tried = async (keeper: { session: string }, body: unknown) => {
        const { status, body: problem } = await vaults.post(keeper, url, body);
        return [status, problem.reason];
      };
      const hers = vaults.lea.device.comment(entry);
      const before = await vaults.counts();
      const inMyName = vaults.lea.device.comment(entry, { authorId: zoe.device.userId });
      expect(await tried(vaults.lea, inMyName)).toEqual([422, 'author-not-owner']);
      const altered = { ...hers, comment: { ...hers.comment, nonce: text(noise(24)) } };
      expect(await tried(vaults.lea, altered)).toEqual([422, 'signature-wrong']);
      const odd = vaults.lea.device.comment(entry, { ciphertext: noise(100) });
      expect(await tried(vaults.lea, odd)).toEqual([422, 'size-not-allowed']);
      expect(await tried(vaults.lea, { ...hers, keyId: zoe.device.identity.keyId })).toEqual([
        409,
        'generation-moved',
      ]);
      expect(await tried(vaults.lea, { ...hers, text: 'hello' })).toEqual([400, 'malformed']);
      const elsewhere = vaults.lea.device.comment(entry, { vaultId: vaults.lea.device.vaultId });
      expect(await tried(vaults.lea, elsewhere)).toEqual([404, 'not-found']);
      const stranger = await vaults.newCoach();
      expect(await tried(stranger, stranger.device.comment(entry))).toEqual([404, 'not-found']);
      const vaultOfStranger = { vault: 1, vault_key: 1, vault_generation: 1, vault_slot: 2 };
      const added = Object.fromEntries(
        Object.entries(before as Record<string, number>).map(([table, count]) => [
          table,
          count + ((vaultOfStranger as Record<string, number>)[table] ?? 0),
        ]),
      );
      expect(await vaults.counts()).toEqual(added);
      await vaults.post(zoe, `vault/entries/${entry.entryId}/revocation`, { recipientId: lea().userId });
      expect(await tried(vaults.lea, hers)).toEqual([404, 'not-found']);
      expect((await commentsSeenBy(zoe, entry.entryId)).comments).toEqual([]);
    });
  });
});
