import { pae, SUITE, utf8, xkeyMessage } from '@visavis/sealing-proof';
import { seal } from '../primitives/aead';
import { fallbackSigningKey, readSigningKey } from '../primitives/signing-key';
import * as people from '../testing/people';
import { seeded } from '../testing/random';
import { reasonOf } from '../testing/reason-of';
import { entryKey, newEntryKey, unwrapEntryKey, wrapEntryKey } from './entry-key';
import { generationOf } from './generation';
import { openIdentity, wrapIdentity } from './identity';
import { opaqueId } from './opaque-id';
import { openLocally, sealLocally } from './local-seal';
import { masterKey, newMasterKey } from './master-key';
import { openPrevious, wrapPrevious } from './previous-generation';

const { COACH, ENTRY, OTHER_ENTRY, STRANGER, VAULT } = people;
const random = seeded('keys');

describe('keys', () => {
  let coach: people.Person;
  let stranger: people.Person;
  let generation: ReturnType<typeof people.aGeneration>;

  beforeAll(async () => {
    [coach, stranger] = [await people.aPerson(COACH), await people.aPerson(STRANGER)];
    generation = people.aGeneration(coach);
  });

  it('differ by use, vault and generation, all from one master key', () => {
    const of = (vault: string, number: number) => {
      const { wrap, identity, local, previous } = masterKey(vault, number, new Uint8Array(32));
      return [wrap, identity, local, previous];
    };
    const all = [...of(VAULT, 1), ...of(VAULT, 2), ...of(ENTRY, 1)].map(String);
    expect(new Set(all).size).toBe(all.length);
  });

  it('differ by use, entry and epoch, all from one key of an entry', () => {
    const of = (entryId: string, epoch: number) => {
      const key = entryKey({ vaultId: VAULT, entryId, epoch }, new Uint8Array(32), coach.key.bytes);
      return [key.content, key.comment, key.commit];
    };
    const all = [...of(ENTRY, 1), ...of(ENTRY, 2), ...of(OTHER_ENTRY, 1)].map(String);
    expect(new Set(all).size).toBe(all.length);
  });

  it('of an entry are fresh in every epoch', () => {
    const keys = Array.from({ length: 100 }, () => String(newEntryKey(generation, ENTRY, 1, random).bytes));
    expect(new Set(keys).size).toBe(100);
  });

  describe('of an entry, wrapped', () => {
    it('refuse to be moved to another entry, epoch, vault or generation', async () => {
      const row = wrapEntryKey(generation, people.anEntryKey(generation), random);
      expect(unwrapEntryKey(generation, row)).toEqual(people.anEntryKey(generation));
      for (const change of [{ entryId: OTHER_ENTRY }, { epoch: 2 }, { commit: random(32) }])
        expect(await reasonOf(() => unwrapEntryKey(generation, { ...row, ...change }))).toBe('cannot-open');
      for (const change of [{ vaultId: ENTRY }, { generation: 2 }])
        expect(await reasonOf(() => unwrapEntryKey(generation, { ...row, ...change }))).toBe(
          'generation-unknown',
        );
      const next = people.aGeneration(coach, 2);
      expect(await reasonOf(() => unwrapEntryKey(next, { ...row, generation: 2 }))).toBe('cannot-open');
    });

    it('refuse a commitment that is another key’s, though the wrap was made with the right one', async () => {
      const key = people.anEntryKey(generation);
      const lying = { ...key, commit: random(32) };
      const row = wrapEntryKey(generation, lying, random);
      expect(await reasonOf(() => unwrapEntryKey(generation, row))).toBe('key-does-not-fit');
    });

    it('stay with the identity that opened the epoch', async () => {
      const renewed = await people.aPerson(COACH, 'renewed');
      const next = people.aGeneration(renewed, 2);
      const key = people.anEntryKey(generation);
      expect(await reasonOf(() => wrapEntryKey(next, key, random))).toBe('key-retired');
    });
  });

  describe('of an identity', () => {
    it('refuse public halves that are not those of the secrets, also when everything is signed', async () => {
      const row = wrapIdentity(generation.master, coach.identity, random);
      expect((await openIdentity(generation.master, row)).publicKeys).toEqual(coach.identity.publicKeys);
      for (const { edPub, xPub } of [
        { edPub: stranger.key.bytes, xPub: row.xPub },
        { edPub: row.edPub, xPub: stranger.identity.publicKeys.xPub },
      ]) {
        expect(await reasonOf(() => openIdentity(generation.master, { ...row, edPub, xPub }))).toBe(
          'cannot-open',
        );
        // Sealed by someone who holds the identity sub-key, as an older faulty client might.
        const aad = pae(SUITE, 'identity', VAULT, COACH, edPub, xPub, Uint8Array.of(1, 0, 0, 0));
        const secrets = Uint8Array.from([...coach.identity.edSeed, ...coach.identity.xSecret]);
        const { nonce, ciphertext } = seal(generation.master.identity, aad, secrets, random);
        const forged = { ...row, edPub, xPub, nonce, wrapped: ciphertext };
        expect(await reasonOf(() => openIdentity(generation.master, forged))).toBe('identity-mismatch');
      }
    });

    it('refuse an encryption key whose signature is missing', async () => {
      const row = wrapIdentity(generation.master, coach.identity, random);
      const unsigned = { ...row, xkeySignature: new Uint8Array(64) };
      expect(await reasonOf(() => openIdentity(generation.master, unsigned))).toBe('key-not-signed');
    });

    it('refuse another person, vault or generation', async () => {
      const row = wrapIdentity(generation.master, coach.identity, random);
      const other = { ...row, userId: STRANGER };
      expect(await reasonOf(() => openIdentity(generation.master, other))).toBe('cannot-open');
      for (const change of [{ vaultId: ENTRY }, { generation: 2 }])
        expect(await reasonOf(() => openIdentity(generation.master, { ...row, ...change }))).toBe(
          'generation-unknown',
        );
      const { master } = people.aGeneration(coach, 1, ENTRY);
      expect(await reasonOf(() => openIdentity(master, { ...row, vaultId: ENTRY }))).toBe('cannot-open');
    });

    it('sign the same through WebCrypto and without', async () => {
      const message = xkeyMessage(coach.identity.publicKeys);
      const [native, fallback] = [
        await readSigningKey(coach.identity.edSeed),
        fallbackSigningKey(coach.identity.edSeed),
      ];
      expect(await native.sign(message)).toEqual(await fallback.sign(message));
    });
  });

  describe('of the generation before', () => {
    it('open under the next one only, and follow each other without a gap', async () => {
      const next = newMasterKey(VAULT, 2, random);
      const row = wrapPrevious(next, generation, random);
      const former = await openPrevious(next, COACH, row);
      expect(former.master).toEqual(generation.master);
      expect(former.identity.publicKeys).toEqual(coach.identity.publicKeys);
      const other = newMasterKey(VAULT, 2, random);
      expect(await reasonOf(() => openPrevious(other, COACH, row))).toBe('cannot-open');
      const third = newMasterKey(VAULT, 3, random);
      expect(await reasonOf(() => openPrevious(third, COACH, row))).toBe('generation-unknown');
      expect(await reasonOf(() => openPrevious(third, COACH, { ...row, generation: 3 }))).toBe('cannot-open');
      expect(await reasonOf(() => wrapPrevious(third, generation, random))).toBe('generation-unknown');
      const elsewhere = newMasterKey(ENTRY, 2, random);
      expect(await reasonOf(() => wrapPrevious(elsewhere, generation, random))).toBe('generation-unknown');
    });

    it('are found by their number, or refused', async () => {
      expect(generationOf([generation], 1)).toBe(generation);
      expect(await reasonOf(() => generationOf([generation], 2))).toBe('generation-unknown');
    });
  });

  it('name what belongs to an entry by ids that are the same everywhere and lead nowhere', () => {
    const { master } = generation;
    const id = opaqueId(master, ENTRY, 'reminder/cold', 1);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(opaqueId(masterKey(VAULT, 1, master.bytes), ENTRY, 'reminder/cold', 1)).toBe(id);
    const others = [
      opaqueId(master, VAULT, 'reminder/cold', 1),
      opaqueId(master, ENTRY, 'reminder/second_look', 1),
      opaqueId(master, ENTRY, 'reminder/cold', 2),
      opaqueId(newMasterKey(VAULT, 1, random), ENTRY, 'reminder/cold', 1),
    ];
    expect(new Set([id, ...others]).size).toBe(5);
  });

  it('of this device keep a draft in its place', async () => {
    const { master } = generation;
    const draft = utf8('Ce que j’ai ajouté…');
    const sealed = sealLocally(master, 'draft/a/1', draft, random);
    expect(openLocally(master, 'draft/a/1', sealed)).toEqual(draft);
    expect(await reasonOf(() => openLocally(master, 'draft/a/2', sealed))).toBe('cannot-open');
    const next = masterKey(VAULT, 2, master.bytes);
    expect(await reasonOf(() => openLocally(next, 'draft/a/1', sealed))).toBe('cannot-open');
  });
});
