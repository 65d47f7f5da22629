import type { EntriesReplyJson, EntryReplyJson, RevisionsReplyJson } from '@visavis/journal';
import { randomUUID } from 'node:crypto';
import { noise, text } from '../testing/a-vault';
import { type Coach, VaultsApp } from '../testing/vaults-app';

describe('an entry', () => {
  let vaults: VaultsApp;
  let zoe: Coach;

  beforeAll(async () => {
    vaults = await VaultsApp.start('journal_entries');
    ({ zoe } = vaults);
  });
  afterAll(() => vaults.stop());

  const page = async (keeper: { session: string }, after = '0') =>
    (await vaults.get(keeper, `vault/entries?after=${after}`)).body as unknown as EntriesReplyJson;
  const shown = async (entryId: string) =>
    (await vaults.get(zoe, `vault/entries/${entryId}`)).body as unknown as EntryReplyJson;
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

  it('is kept revision by revision, each answered with its hash, and comes back as it was', async () => {
    const entry = zoe.device.entry();
    const bodies = [entry.next(), entry.next(), entry.next()];
    for (const body of bodies) {
      const { status, body: saved } = await vaults.save(zoe, entry, body);
      expect([status, saved]).toEqual([
        201,
        { rev: body.revision['rev'], hash: expect.any(String) as unknown, savedAt: vaults.app.now },
      ]);
    }
    const { entry: stored } = await shown(entry.entryId);
    expect(stored).toMatchObject({
      schema: 'journal/1',
      epochClosed: false,
      head: bodies[2]?.revision,
      key: bodies[0] && 'key' in bodies[0] ? bodies[0].key : null,
      grants: [],
    });
    const history = (await vaults.get(zoe, `vault/entries/${entry.entryId}/revisions`)).body;
    const { revisions, keys, next } = history as unknown as RevisionsReplyJson;
    expect(revisions).toEqual(bodies.map(({ revision }) => ({ ...revision, savedAt: vaults.app.now })));
    expect([keys.length, next]).toEqual([1, null]);
    const second = (await vaults.get(zoe, `vault/entries/${entry.entryId}/revisions/2`)).body;
    expect(second).toMatchObject({ revision: bodies[1]?.revision });
  });

  it('answers 200 with the same hash when a revision arrives again, and keeps it once', async () => {
    const entry = zoe.device.entry();
    const body = entry.next();
    const first = await vaults.save(zoe, entry, body);
    const again = await vaults.save(zoe, entry, body);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const later = entry.next();
    await vaults.save(zoe, entry, later);
    expect((await vaults.save(zoe, entry, body)).status).toBe(200);
    expect((await shown(entry.entryId)).entry?.head).toEqual(later.revision);
  });

  it('is never overwritten: what does not follow the head is answered with the head', async () => {
    const entry = await vaults.kept(zoe);
    const head = { rev: 1, hash: text(entry.hash), epoch: 1 };
    const { rev, hash } = entry;
    for (const over of [{ prevHash: noise(32) }, { rev: 5 }, { rev: 1 }]) {
      const { status, body } = await vaults.save(zoe, entry, entry.next(over));
      expect([status, body.reason, body.head]).toEqual([409, 'head-moved', head]);
      Object.assign(entry, { rev, hash });
    }
    const unknown = zoe.device.entry();
    const { body } = await vaults.save(zoe, unknown, unknown.next({ rev: 2 }));
    expect([body.reason, body.head]).toEqual(['head-moved', { rev: 0, hash: '', epoch: 0 }]);
  });

  it('gives a head that two devices save upon at once to exactly one of them', async () => {
    const entry = await vaults.kept(zoe);
    const at = { rev: entry.rev, hash: entry.hash };
    // Warmed first: on connections that are still being opened even an unlocked race looks orderly.
    await Promise.all(Array.from({ length: 16 }, () => vaults.get(zoe, 'vault')));
    for (let round = 0; round < 4; round++) {
      const bodies = Array.from({ length: 16 }, () => {
        Object.assign(entry, at);
        return { body: entry.next(), moved: { rev: entry.rev, hash: entry.hash } };
      });
      const answers = await Promise.all(bodies.map(({ body }) => vaults.save(zoe, entry, body)));
      const winners = answers.flatMap(({ status }, index) => (status === 201 ? [index] : []));
      expect(winners).toHaveLength(1);
      const winner = bodies[winners[0] ?? 0]?.moved;
      for (const { status, body } of answers.filter(({ status: each }) => each !== 201))
        expect([status, body.reason, body.head?.hash]).toEqual([
          409,
          'head-moved',
          text(winner?.hash ?? noise(1)),
        ]);
      Object.assign(at, winner);
    }
  });

  it('answers the same revision sent by sixteen requests at once with one 201 and fifteen 200', async () => {
    const entry = zoe.device.entry();
    const body = entry.next();
    const answers = await Promise.all(Array.from({ length: 16 }, () => vaults.save(zoe, entry, body)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(15).fill(200), 201]);
  });

  it('plaintext accepted: a body that is no envelope, or has anything beside it, is malformed', async () => {
    const entry = zoe.device.entry();
    const body = entry.next();
    for (const wrong of [
      { text: 'hello' },
      'hello',
      { ...body, text: 'hello' },
      { ...body, revision: { ...body.revision, text: 'hello' } },
      { ...body, revision: { ...body.revision, title: 'Offre perdue' } },
      { ...body, revision: { ...body.revision, ciphertext: 'hello, world!' } },
      { ...body, revision: { ...body.revision, alg: 'AES-CBC' } },
      { ...body, revision: { ...body.revision, nonce: text(noise(12)) } },
      { ...body, revision: { ...body.revision, schema: 'journal/0' } },
      { ...body, revision: { ...body.revision, epoch: 0 } },
    ])
      expect(await refused(entry, wrong)).toEqual([400, 'malformed']);
    const named = await vaults.save(zoe, entry, { ...body, revision: { ...body.revision, text: 'hello' } });
    expect(named.body.errors).toEqual([{ field: 'revision.text', code: 'unknown-field' }]);
  });

  it('takes only lengths that lie in a bucket', async () => {
    for (const length of [0, 16, 2048, 2063, 2065, 5000, 262_161]) {
      const entry = zoe.device.entry();
      expect(await refused(entry, entry.next({ ciphertext: noise(length) }))).toEqual([
        422,
        'size-not-allowed',
      ]);
    }
    const longest = zoe.device.entry();
    const kept = await vaults.save(zoe, longest, longest.next({ ciphertext: noise(262_160) }));
    expect(kept.status).toBe(201);
  });

  it('oversize / many entries: what is longer than the longest entry is turned away before it is read', async () => {
    const entry = zoe.device.entry();
    const body = entry.next({ ciphertext: noise(300_000) });
    expect(await refused(entry, body)).toEqual([413, 'too-large']);
    const title = { ...body, title: 'x'.repeat(1024 * 1024) };
    expect(await refused(entry, title)).toEqual([413, 'too-large']);
    const slots = { add: [], remove: Array.from({ length: 2_000 }, () => randomUUID()) };
    expect((await vaults.post(zoe, 'vault/slots', slots)).status).toBe(413);
  });

  it('takes what its owner signed, and nothing that somebody altered on the way', async () => {
    const { device } = vaults.lea;
    const entry = zoe.device.entry();
    const body = entry.next();
    for (const change of [
      { nonce: text(noise(24)) },
      { ciphertext: text(noise(4112)) },
      { signature: text(noise(64)) },
      { schema: 'margin/1' },
    ])
      expect(await refused(entry, { ...body, revision: { ...body.revision, ...change } })).toEqual([
        422,
        'signature-wrong',
      ]);
    const theirs = { ...body, revision: { ...body.revision, authorId: device.userId } };
    expect(await refused(entry, theirs)).toEqual([422, 'author-not-owner']);
    const forVaultOf = { ...body, revision: { ...body.revision, vaultId: device.vaultId } };
    expect(await refused(entry, forVaultOf)).toEqual([409, 'vault-missing']);
    expect(await refused({ entryId: randomUUID() }, body)).toEqual([404, 'not-found']);
    expect((await vaults.save(zoe, entry, body)).status).toBe(201);
  });

  it('keeps the class it began with, and takes none of the classes of a later release', async () => {
    for (const schema of ['session-private/1', 'session-shared/1']) {
      const entry = zoe.device.entry(schema);
      expect(await refused(entry, entry.next())).toEqual([422, 'class-not-open']);
    }
    const margin = await vaults.kept(zoe, 'margin/1');
    expect(await refused(margin, margin.next({ schema: 'journal/1' }))).toEqual([422, 'class-changed']);
  });

  it('opens epochs one after the other, each with a key of its own', async () => {
    const entry = zoe.device.entry();
    const first = entry.next();
    expect(await refused(entry, { revision: first.revision })).toEqual([422, 'key-wrong']);
    const moved = { ...('key' in first ? first.key : {}), entryId: randomUUID() };
    expect(await refused(entry, { ...first, key: moved })).toEqual([422, 'key-wrong']);
    expect((await vaults.save(zoe, entry, first)).status).toBe(201);

    const { rev, hash } = entry;
    const unneeded = { ...entry.next(), key: 'key' in first ? first.key : null };
    expect(await refused(entry, unneeded)).toEqual([422, 'key-wrong']);
    Object.assign(entry, { rev, hash });
    expect(await refused(entry, entry.next({ epoch: 3 }))).toEqual([422, 'epoch-out-of-order']);
    Object.assign(entry, { rev, hash });
    expect(await refused(entry, entry.next({ commit: noise(32) }))).toEqual([422, 'key-wrong']);
    Object.assign(entry, { rev, hash });
    expect((await vaults.save(zoe, entry, entry.inNewEpoch([]))).status).toBe(201);
    expect((await shown(entry.entryId)).entry).toMatchObject({ head: { epoch: 2 }, key: { epoch: 2 } });
  });

  it('takes nothing signed by a retired identity once the vault was rotated', async () => {
    const someone = await vaults.newCoach();
    const entry = await vaults.kept(someone);
    const at = { rev: entry.rev, hash: entry.hash };
    const late = entry.next();
    Object.assign(entry, at);
    await vaults.post(someone, 'vault/rotation', someone.device.rotation());

    const refusedLate = await vaults.save(someone, entry, late);
    expect([refusedLate.status, refusedLate.body.reason]).toEqual([409, 'generation-moved']);
    const kept = await vaults.save(someone, entry, entry.inNewEpoch([]));
    expect(kept.status).toBe(201);
  });

  it('goes by its owner’s signature at its head, and leaves a tombstone that nothing follows', async () => {
    const entry = await vaults.kept(zoe);
    const at = { rev: entry.rev, hash: entry.hash };
    const url = `vault/entries/${entry.entryId}/deletion`;
    const wrong = { ...entry.deletion(), signature: text(noise(64)) };
    expect((await vaults.post(zoe, url, wrong)).body.reason).toBe('signature-wrong');
    const early = await vaults.post(zoe, url, entry.deletion({ headHash: noise(32) }));
    expect([early.status, early.body.reason, early.body.head?.hash]).toEqual([
      409,
      'head-moved',
      text(entry.hash),
    ]);

    const deletion = entry.deletion();
    const gone = await vaults.post(zoe, url, deletion);

    const tombstone = { vaultId: zoe.device.vaultId, entryId: entry.entryId, ...deletion };
    expect([gone.status, gone.body]).toEqual([200, tombstone]);
    expect(await shown(entry.entryId)).toEqual({ entry: null, tombstone });
    expect((await page(zoe)).tombstones).toContainEqual(tombstone);
    expect((await vaults.post(zoe, url, deletion)).status).toBe(200);
    expect((await vaults.get(zoe, `vault/entries/${entry.entryId}/revisions`)).status).toBe(404);
    Object.assign(entry, at);
    expect(await refused(entry, entry.next())).toEqual([409, 'entry-deleted']);
    const reborn = Object.assign(zoe.device.entry(), { entryId: entry.entryId });
    expect(await refused(reborn, reborn.next())).toEqual([409, 'entry-deleted']);
    for (const table of ['vault_entry_key', 'vault_revision', 'vault_comment', 'vault_grant'])
      expect(
        await vaults.app.rows(`SELECT 1 FROM ${table} WHERE entry_id = $1`, [entry.entryId]),
      ).toHaveLength(0);
  });

  it('is listed in the order of changes, so that a device asks for what is new and misses nothing', async () => {
    const someone = await vaults.newCoach();
    const entries = [];
    for (let count = 0; count < 203; count++) entries.push(await vaults.kept(someone));
    const ids = entries.map(({ entryId }) => entryId);

    const first = await page(someone);
    expect(first.entries.map(({ entryId }) => entryId)).toEqual(ids.slice(0, 200));
    const second = await page(someone, first.next ?? '');
    expect(second.entries.map(({ entryId }) => entryId)).toEqual(ids.slice(200));
    expect(second.next).toBeNull();
    expect(await page(someone, second.upTo)).toEqual({
      entries: [],
      tombstones: [],
      next: null,
      upTo: second.upTo,
    });
    const [changed, deleted] = [entries[7], entries[3]];
    if (changed === undefined || deleted === undefined) throw new Error('entries were kept');
    await vaults.save(someone, changed, changed.next());
    await vaults.post(someone, `vault/entries/${deleted.entryId}/deletion`, deleted.deletion());
    const news = await page(someone, second.upTo);
    expect(news.entries.map(({ entryId, head }) => [entryId, head.rev])).toEqual([[changed.entryId, 2]]);
    expect(news.tombstones.map(({ entryId }) => entryId)).toEqual([deleted.entryId]);
  });

  it('cuts a page of long entries where a phone would choke on it', async () => {
    const someone = await vaults.newCoach();
    for (let count = 0; count < 20; count++) {
      const entry = someone.device.entry();
      await vaults.save(someone, entry, entry.next({ ciphertext: noise(262_160) }));
    }
    const first = await page(someone);
    expect(first.entries).toHaveLength(16);
    expect((await page(someone, first.next ?? '')).entries).toHaveLength(4);
  });

  it('undefined filter: a list is of one’s own vault whatever is written into the address', async () => {
    for (const query of [
      'userId=',
      'userId=undefined',
      'userId=null',
      'after=',
      'after=null',
      'after=-1',
      'after[$ne]=1',
    ])
      expect((await vaults.get(zoe, `vault/entries?${query}`)).status).toBe(400);
    expect((await vaults.get(vaults.lea, 'vault/entries')).body).toMatchObject({ entries: [] });
  });

  it("other user's journal: found by nobody else, whatever their role or practice", async () => {
    const entry = await vaults.shared(zoe, vaults.lea);
    const strangers = {
      'the owner of the practice, who may read it as shared': vaults.lea.session,
      'another supervisor': await vaults.app.signIn('sam@demo.example', { proven: true }),
      'another coach': await vaults.app.signIn('noe@coach.example', { proven: true }),
      'another practice': await vaults.app.signIn('lea@other.example', { proven: true }),
    };
    const before = await vaults.counts();
    for (const [who, session] of Object.entries(strangers)) {
      const at = { rev: entry.rev, hash: entry.hash };
      const tries: [string, unknown][] = [
        ['', null],
        ['/revisions', null],
        ['/revisions/1', null],
        ['/deletion', entry.deletion()],
        ['/revocation', { recipientId: vaults.lea.device.userId }],
      ];
      for (const [path, body] of tries) {
        const url = `vault/entries/${entry.entryId}${path}`;
        const { status } = await (body === null
          ? vaults.get({ session }, url)
          : vaults.post({ session }, url, body));
        expect({ who, path, status }).toEqual({ who, path, status: 404 });
      }
      const written = await vaults.save({ session }, entry, entry.next());
      expect({ who, reason: written.body.reason }).toEqual({ who, reason: 'author-not-owner' });
      Object.assign(entry, at);
    }
    expect(await vaults.counts()).toEqual(before);
    // An id that is somebody's already begins no second entry.
    const copied = Object.assign(vaults.lea.device.entry(), { entryId: entry.entryId });
    const taken = await vaults.save(vaults.lea, copied, copied.next());
    expect([taken.status, taken.body.reason]).toEqual([409, 'id-taken']);
  });
});
