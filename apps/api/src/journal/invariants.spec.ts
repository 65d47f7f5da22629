import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { randomUUID } from 'node:crypto';
import { createDataSource } from '../database/data-source';
import { Transactions, type Member } from '../database/transactions';
import { noise, type SealedEntry } from './testing/a-vault';
import { SEALED_TABLES, VaultsApp } from './testing/vaults-app';

/** Direct SQL, as somebody who has taken over the API would try it: what must not happen is refused by the database. */
describe('whoever holds the application’s role', () => {
  let vaults: VaultsApp;
  let one: DataSource;
  let transactions: Transactions;
  let entry: SealedEntry;
  let margin: SealedEntry;
  let zoe: Member;
  let lea: Member;

  beforeAll(async () => {
    vaults = await VaultsApp.start('journal_invariants');
    one = createDataSource({
      url: vaults.app.application,
      pool: 1,
      statementTimeout: 5_000,
      applicationName: 'test',
    });
    await one.initialize();
    transactions = new Transactions(one);
    entry = await vaults.shared(vaults.zoe, vaults.lea);
    margin = await vaults.kept(vaults.zoe, 'margin/1');
    const gone = await vaults.kept(vaults.zoe);
    await vaults.post(vaults.zoe, `vault/entries/${gone.entryId}/deletion`, gone.deletion());
    const url = `vault/entries/${entry.entryId}/comments`;
    await vaults.post(vaults.lea, url, vaults.lea.device.comment(entry));
    zoe = await memberOf(vaults.zoe.device.userId);
    lea = await memberOf(vaults.lea.device.userId);
  });
  afterAll(async () => {
    await one.destroy();
    await vaults.stop();
  });

  const memberOf = async (memberId: string): Promise<Member> => {
    const [row] = await vaults.app.rows<{ practice_id: string; account_id: string }>(
      'SELECT practice_id, account_id FROM member WHERE id = $1',
      [memberId],
    );
    return { practiceId: row?.practice_id ?? '', accountId: row?.account_id ?? '', memberId };
  };
  const as = (member: Member, sql: string, values: unknown[] = []): Promise<unknown[]> =>
    transactions.asMember(member, (transaction) => transaction.query(sql, values));
  const refusalOf = (member: Member, sql: string, values: unknown[] = []) =>
    as(member, sql, values).then(
      () => 'done',
      (error: unknown) => (error instanceof Error ? error.message : 'unknown'),
    );
  const DENIED = /permission denied|row-level security|is evidence|only a revision|stays what it is/;

  it('sees what it saw: an owner their own rows, a reader the epochs opened to them, anybody else nothing', async () => {
    const countsFor = async (member: Member | null) => {
      const found: Record<string, number> = {};
      for (const table of SEALED_TABLES) {
        const sql = `SELECT count(*)::int AS count FROM ${table} WHERE vault_id = $1`;
        const own = table === 'vault' ? sql.replace('vault_id', 'id') : sql;
        const rows = await (member === null
          ? transactions.inPractice(zoe.practiceId, null, (t) => t.query(own, [entry.device.vaultId]))
          : as(member, own, [entry.device.vaultId]));
        found[table] = (rows as { count: number }[])[0]?.count ?? -1;
      }
      return found;
    };
    expect(await countsFor(zoe)).toEqual({
      vault: 1,
      vault_key: 1,
      vault_generation: 1,
      vault_slot: 2,
      vault_entry: 2,
      vault_entry_key: 3,
      vault_revision: 3,
      vault_grant: 1,
      vault_comment: 1,
      vault_tombstone: 1,
    });
    const closed = Object.fromEntries(SEALED_TABLES.map((table) => [table, 0]));
    const seenByLea = { ...closed, vault_key: 1, vault_revision: 1, vault_grant: 1, vault_comment: 1 };
    expect(await countsFor(lea)).toEqual(seenByLea);
    const [sam] = await vaults.app.rows<{ id: string }>(
      `SELECT id FROM member WHERE email = 'sam@demo.example'`,
    );
    // Public keys are public inside the practice; nothing else is, to no role.
    expect(await countsFor(await memberOf(sam?.id ?? ''))).toEqual({ ...closed, vault_key: 1 });
    expect(await countsFor(null)).toEqual({ ...closed, vault_key: 1 });
    expect(await countsFor({ ...zoe, practiceId: randomUUID() })).toEqual(closed);
  });

  it('RLS off by pool reuse: the connection that served the owner serves the next member nothing of it', async () => {
    expect(await as(zoe, 'SELECT 1 FROM vault_slot')).toHaveLength(2);
    await expect(
      transactions.asMember(zoe, async (transaction) => {
        await transaction.query('SELECT 1 FROM vault_slot');
        throw new Error('in the middle');
      }),
    ).rejects.toThrow('in the middle');
    expect(await one.query('SELECT 1 FROM vault_slot')).toEqual([]);
    expect(
      await transactions.inPractice(zoe.practiceId, zoe.accountId, (t) =>
        t.query('SELECT 1 FROM vault_slot'),
      ),
    ).toEqual([]);
  });

  it('changes and deletes nothing that was added, not even the owner’s own', async () => {
    const before = await everything();
    for (const table of SEALED_TABLES.filter(
      (name) => !['vault', 'vault_entry', 'vault_slot'].includes(name),
    )) {
      const column = table === 'vault_grant' ? 'shared_at' : 'vault_id';
      expect(await refusalOf(zoe, `UPDATE ${table} SET ${column} = ${column}`)).toMatch(DENIED);
      if (table !== 'vault_grant') expect(await refusalOf(zoe, `DELETE FROM ${table}`)).toMatch(DENIED);
    }
    expect(await refusalOf(zoe, 'DELETE FROM vault')).toMatch(DENIED);
    expect(await refusalOf(zoe, 'DELETE FROM vault_entry')).toMatch(DENIED);
    expect(await refusalOf(zoe, 'TRUNCATE vault_revision CASCADE')).toMatch(DENIED);
    expect(await refusalOf(zoe, `UPDATE vault_slot SET salt = ''`)).toMatch(DENIED);
    expect(await everything()).toEqual(before);
  });

  it('is refused by the second wall too: the owner of the tables changes no revision either', async () => {
    const owner = new Client({ connectionString: vaults.app.owner });
    await owner.connect();
    await owner.query('ALTER TABLE vault_revision NO FORCE ROW LEVEL SECURITY');
    await expect(owner.query('UPDATE vault_revision SET saved_at = now()')).rejects.toThrow('is evidence');
    await expect(owner.query('DELETE FROM vault_revision')).rejects.toThrow('is evidence');
    await owner.query('ALTER TABLE vault_revision FORCE ROW LEVEL SECURITY');
    await owner.end();
  });

  it('moves no head, no epoch, no generation and no owner by hand', async () => {
    for (const change of [
      'rev = rev + 1',
      `head_hash = decode(repeat('11', 32), 'hex')`,
      'epoch = epoch + 1',
      `schema = 'journal/1'`,
      'change = 0',
      `owner_id = '${lea.memberId}'`,
      `id = gen_random_uuid()`,
    ])
      expect([change, await refusalOf(zoe, `UPDATE vault_entry SET ${change}`)]).toEqual([
        change,
        expect.stringMatching(DENIED),
      ]);
    for (const change of [
      'generation = generation + 2',
      'changes = 0',
      `owner_id = '${lea.memberId}'`,
      'opened_at = now()',
    ])
      expect([change, await refusalOf(zoe, `UPDATE vault SET ${change}`)]).toEqual([
        change,
        expect.stringMatching(DENIED),
      ]);
    const closed = `UPDATE vault_entry SET epoch_closed = true WHERE id = $1`;
    const reopened = `UPDATE vault_entry SET epoch_closed = false WHERE id = $1`;
    expect(await refusalOf(zoe, closed, [margin.entryId])).toBe('done');
    expect(await refusalOf(zoe, reopened, [margin.entryId])).toMatch(DENIED);
  });

  const INSERT = `
    INSERT INTO vault_revision (practice_id, entry_id, rev, vault_id, owner_id, schema, epoch, prev_hash, hash, commitment,
      nonce, ciphertext, signature, saved_at, readers, key_id)
    SELECT practice_id, entry_id, $2, vault_id, owner_id, coalesce($8, schema), $3, $4, $5, coalesce($6, commitment), nonce,
      $7, signature, saved_at, $9, gen_random_uuid()
    FROM vault_revision WHERE entry_id = $1 ORDER BY rev DESC LIMIT 1`;
  const bytes = (length: number) => Buffer.from(noise(length));
  const insert = (over: Partial<Record<string, unknown>>, on = entry) => {
    const row = {
      rev: on.rev + 1,
      epoch: on.epoch,
      prev: Buffer.from(on.hash),
      hash: bytes(32),
      commit: null,
      ciphertext: bytes(2064),
      schema: null,
      readers: [],
      ...over,
    };
    return refusalOf(zoe, INSERT, [on.entryId, ...Object.values(row)]);
  };

  it('skips no revision, repeats none and puts none beside the head', async () => {
    expect(await insert({ rev: entry.rev + 2 })).toBe('head-moved');
    expect(await insert({ rev: entry.rev })).toBe('head-moved');
    expect(await insert({ prev: bytes(32) })).toBe('head-moved');
    expect(await insert({ epoch: entry.epoch - 1 })).toBe('epoch-out-of-order');
    expect(await insert({ epoch: entry.epoch + 2 })).toBe('epoch-out-of-order');
    expect(await insert({ epoch: entry.epoch + 1 })).toBe('generation-moved'); // an epoch nobody opened has no key
    expect(await insert({ ciphertext: bytes(2065) })).toContain('vault_revision_size');
    expect(await insert({ commit: bytes(32) })).toContain('foreign key');
    expect(await insert({ schema: 'margin/1' })).toContain('foreign key');
    expect(await insert({}, margin)).toBe('epoch-closed');
  });

  it('chooses no readers and no signer: they are read from what stands', async () => {
    const hash = bytes(32);
    expect(await insert({ hash, readers: [randomUUID()] })).toBe('done');
    entry.rev += 1;
    entry.hash = Uint8Array.from(hash);
    const [kept] = await vaults.app.rows(
      'SELECT readers, key_id FROM vault_revision WHERE entry_id = $1 AND rev = $2',
      [entry.entryId, entry.rev],
    );
    expect(kept).toEqual({ readers: [lea.memberId], key_id: vaults.zoe.device.identity.keyId });
    const [head] = await vaults.app.rows('SELECT rev, head_hash FROM vault_entry WHERE id = $1', [
      entry.entryId,
    ]);
    expect(head).toEqual({ rev: entry.rev, head_hash: hash });
  });

  const KEY = `
    INSERT INTO vault_entry_key (practice_id, entry_id, epoch, vault_id, owner_id, schema, commitment, generation, nonce, wrapped, created_at)
    SELECT practice_id, entry_id, $2, vault_id, owner_id, schema, $3, $4, nonce, wrapped, created_at
    FROM vault_entry_key WHERE entry_id = $1 ORDER BY epoch DESC LIMIT 1`;
  const GRANT = `
    INSERT INTO vault_grant (practice_id, entry_id, epoch, vault_id, owner_id, reader_id, contract_id, schema, commitment,
      sender_key_id, reader_key_id, enc, ciphertext, signature, shared_at)
    SELECT k.practice_id, k.entry_id, k.epoch, k.vault_id, k.owner_id, $2, $3, $4, k.commitment, gen_random_uuid(), $5,
      decode(repeat('00', 32), 'hex'), decode(repeat('00', 48), 'hex'), decode(repeat('00', 64), 'hex'), now()
    FROM vault_entry_key k WHERE k.entry_id = $1 ORDER BY k.epoch DESC LIMIT 1`;

  it('opens no epoch out of turn, under no other generation', async () => {
    expect(await refusalOf(zoe, KEY, [entry.entryId, entry.epoch, bytes(32), 1])).toBe('epoch-out-of-order');
    expect(await refusalOf(zoe, KEY, [entry.entryId, entry.epoch + 2, bytes(32), 1])).toBe(
      'epoch-out-of-order',
    );
    expect(await refusalOf(zoe, KEY, [entry.entryId, entry.epoch + 1, bytes(32), 2])).toBe(
      'generation-moved',
    );
  });

  it('shares no margin, with nobody without a contract in force, in no epoch that stands', async () => {
    const keyOf = vaults.lea.device.identity.keyId;
    const contract = vaults.zoe.contractId;
    const open = (on: SealedEntry, values: unknown[]) =>
      transactions
        .asMember(zoe, async (transaction) => {
          await transaction.query(KEY, [on.entryId, on.epoch + 1, bytes(32), 1]);
          await transaction.query('DELETE FROM vault_grant WHERE entry_id = $1', [on.entryId]);
          await transaction.query(GRANT, [on.entryId, ...values]);
          throw new Error('done');
        })
        .catch((error: unknown) => (error instanceof Error ? error.message : 'unknown'));

    expect(await open(entry, [lea.memberId, contract, 'journal/1', keyOf])).toBe('done');
    expect(await open(margin, [lea.memberId, contract, 'margin/1', keyOf])).toContain('vault_grant_class');
    expect(await open(margin, [lea.memberId, contract, 'journal/1', keyOf])).toContain('foreign key');
    const stranger = await vaults.newCoach();
    const { keyId } = stranger.device.identity;
    expect(await open(entry, [stranger.device.userId, contract, 'journal/1', keyId])).toBe('not-found');
    expect(await open(entry, [lea.memberId, stranger.contractId, 'journal/1', keyOf])).toBe('not-found');
    expect(await open(entry, [lea.memberId, contract, 'journal/1', keyId])).toBe('reader-key-wrong');
    expect(await refusalOf(zoe, GRANT, [entry.entryId, lea.memberId, contract, 'journal/1', keyOf])).toBe(
      'epoch-out-of-order',
    );
    const byReader = await refusalOf(lea, GRANT, [entry.entryId, lea.memberId, contract, 'journal/1', keyOf]);
    expect(byReader).toBe('done'); // nothing to insert from: the reader sees no key
    expect(await refusalOf(lea, 'DELETE FROM vault_grant')).toBe('done');
    expect(
      await vaults.app.rows('SELECT 1 FROM vault_grant WHERE entry_id = $1', [entry.entryId]),
    ).toHaveLength(1);
  });

  it('leaves two ways in, one of them on paper', async () => {
    expect(await refusalOf(zoe, `DELETE FROM vault_slot WHERE type = 'recovery'`)).toBe('too-few-slots');
    expect(await refusalOf(zoe, `DELETE FROM vault_slot WHERE type = 'passphrase'`)).toBe('too-few-slots');
    expect(await refusalOf(zoe, 'DELETE FROM vault_slot')).toBe('too-few-slots');
  });

  it('writes nothing in another’s name, and opens no second vault for anybody', async () => {
    const insertVault = `INSERT INTO vault (practice_id, id, owner_id, suite, generation, changes, opened_at)
      VALUES ($1, gen_random_uuid(), $2, $3, 1, 0, now())`;
    expect(await refusalOf(lea, insertVault, [zoe.practiceId, zoe.memberId, 'visavis/1'])).toMatch(DENIED);
    expect(await refusalOf(zoe, insertVault, [zoe.practiceId, zoe.memberId, 'visavis/1'])).toContain(
      'vault_of',
    );
    expect(await refusalOf(zoe, insertVault, [zoe.practiceId, zoe.memberId, 'visavis/0'])).toContain('check');
    const insertKey = `
      INSERT INTO vault_key (practice_id, id, vault_id, owner_id, generation, ed_pub, x_pub, xkey_signature, created_at)
      SELECT practice_id, gen_random_uuid(), vault_id, owner_id, 2, ed_pub, x_pub, xkey_signature, now() FROM vault_key
      WHERE owner_id = $1`;
    expect(await refusalOf(lea, insertKey, [zoe.memberId])).toMatch(DENIED);
    const comment = `
      INSERT INTO vault_comment (practice_id, id, entry_id, epoch, author_id, key_id, nonce, ciphertext, signature, created_at)
      SELECT practice_id, gen_random_uuid(), entry_id, epoch, $1, key_id, nonce, ciphertext, signature, now() FROM vault_comment`;
    expect(await refusalOf(zoe, comment, [lea.memberId])).toMatch(
      /permission denied|row-level security|not-found/,
    );
  });

  it('deletes through one function only, as the member who has entered, at the head', async () => {
    const before = await everything();
    const del = 'SELECT delete_entry($1, $2, $3, $4, $5, now())';
    const at = [entry.entryId, entry.rev, Buffer.from(entry.hash), bytes(64)];
    expect(await refusalOf(lea, del, [zoe.practiceId, ...at])).toBe('not-found');
    expect(await refusalOf(zoe, del, [randomUUID(), ...at])).toBe('not-found');
    expect(await refusalOf(zoe, del, [zoe.practiceId, entry.entryId, 1, ...at.slice(2)])).toBe('head-moved');
    for (const call of ['remove_entries($1, ARRAY[$2::uuid])', 'remove_vault($1, $2)'])
      expect(await refusalOf(zoe, `SELECT ${call}`, [zoe.practiceId, entry.entryId])).toMatch(DENIED);
    expect(
      await refusalOf(zoe, 'SELECT erase_vault($1, $2, now(), gen_random_uuid(), now())', [
        zoe.practiceId,
        entry.device.vaultId,
      ]),
    ).toBe('done'); // it was not set aside: nothing to erase
    expect(await everything()).toEqual(before);
    const [role] = await vaults.app.rows(
      `SELECT r.rolcanlogin FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner WHERE p.proname = 'delete_entry'`,
    );
    expect(role).toEqual({ rolcanlogin: false });
  });

  /** Every sealed row there is, as one value. */
  async function everything(): Promise<unknown> {
    const lists = SEALED_TABLES.map(
      (table) => `(SELECT json_agg(t ORDER BY t::text) FROM ${table} t) AS ${table}`,
    );
    return vaults.app.rows(`SELECT ${lists.join(', ')}`);
  }
});
