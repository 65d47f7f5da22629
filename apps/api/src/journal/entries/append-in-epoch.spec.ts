import type { EntriesReplyJson } from '@visavis/journal';
import { readVerifyingKey } from '@visavis/sealing-proof';
import type { Member } from '../../database/transactions';
import { text } from '../testing/a-vault';
import { VaultsApp } from '../testing/vaults-app';
import { AppendInEpoch } from './append-in-epoch';

describe('revisions of one vault that come together', () => {
  let vaults: VaultsApp;

  beforeAll(async () => {
    vaults = await VaultsApp.start('journal_together');
  });
  afterAll(() => vaults.stop());

  const memberOf = async (memberId: string): Promise<Member> => {
    const [row] = await vaults.app.rows<{ practice_id: string; account_id: string }>(
      'SELECT practice_id, account_id FROM member WHERE id = $1',
      [memberId],
    );
    return { practiceId: row?.practice_id ?? '', accountId: row?.account_id ?? '', memberId };
  };

  it('are all kept, each entry’s in its order, and each is a change of its own', async () => {
    const someone = await vaults.newCoach();
    const entries = await Promise.all(Array.from({ length: 20 }, () => vaults.kept(someone)));
    for (let round = 0; round < 3; round++) {
      const answers = await Promise.all(entries.map((entry) => vaults.save(someone, entry, entry.next())));
      expect(answers.map(({ status, body }) => [status, body])).toEqual(
        entries.map(({ hash }) => [201, { rev: round + 2, hash: text(hash), savedAt: vaults.app.now }]),
      );
    }
    const listed = (await vaults.get(someone, 'vault/entries?after=0')).body as unknown as EntriesReplyJson;
    expect(listed.entries.map(({ head }) => head.rev)).toEqual(entries.map(() => 4));
    const [{ changes, distinct } = { changes: 0, distinct: 0 }] = await vaults.app.rows<{
      changes: number;
      distinct: number;
    }>(
      `SELECT v.changes::int, count(DISTINCT e.change)::int AS distinct FROM vault v JOIN vault_entry e ON e.vault_id = v.id
       WHERE v.id = $1 GROUP BY v.changes`,
      [someone.device.vaultId],
    );
    expect([changes, distinct]).toEqual([80, 20]);
  });

  it('are refused one by one: what does not follow its head keeps nothing else from being kept', async () => {
    const someone = await vaults.newCoach();
    const entries = await Promise.all(Array.from({ length: 8 }, () => vaults.kept(someone)));
    const answers = await Promise.all(
      entries.map((entry, index) => vaults.save(someone, entry, entry.next(index === 3 ? { rev: 7 } : {}))),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 409, 201, 201, 201, 201]);
    expect(answers[3]?.body.head).toMatchObject({ rev: 1, epoch: 1 });
  });

  it('stay in their own vault, also where somebody knows the entry of another', async () => {
    const [one, other] = [await vaults.newCoach(), await vaults.newCoach()];
    const [mine, theirs] = [await vaults.kept(one), await vaults.kept(other)];
    const before = await vaults.counts();
    const { revision } = theirs.next();
    const into = { revision: { ...revision, vaultId: one.device.vaultId } };
    for (const body of [{ revision }, into]) {
      const { status } = await vaults.save(one, theirs, body);
      expect(status).toBe(422);
    }
    const { rev, hash } = mine;
    const elsewhere = await vaults.save(one, mine, mine.next({ vaultId: other.device.vaultId }));
    expect([elsewhere.status, elsewhere.body.reason]).toEqual([409, 'vault-missing']);
    Object.assign(mine, { rev, hash, entryId: theirs.entryId });
    expect((await vaults.save(one, mine, mine.next())).body.reason).toBe('head-moved');
    expect(await vaults.counts()).toEqual(before);
  });

  it('are signed with the key that signs now, whatever a process remembers of a key before', async () => {
    const someone = await vaults.newCoach();
    const { device } = someone;
    const retired = device.identity;
    const entry = await vaults.kept(someone);
    const { rev, hash } = entry;
    expect((await vaults.post(someone, 'vault/rotation', device.rotation())).status).toBe(200);
    const inOldEpoch = await vaults.save(someone, entry, entry.next());
    expect([inOldEpoch.status, inOldEpoch.body.reason]).toEqual([409, 'generation-moved']);
    Object.assign(entry, { rev, hash });
    expect((await vaults.save(someone, entry, entry.inNewEpoch([]))).status).toBe(201);
    // As in a second process that served the vault before its keys were changed.
    vaults.app.nest.get(AppendInEpoch).remember(await memberOf(device.userId), {
      vaultId: device.vaultId,
      keyId: retired.keyId,
      key: await readVerifyingKey(retired.edPub),
    });
    const before = await vaults.counts();
    device.identity = retired;
    const { status, body } = await vaults.save(someone, entry, entry.next());
    expect([status, body.reason]).toEqual([422, 'signature-wrong']);
    expect(await vaults.counts()).toEqual(before);
  });
});
