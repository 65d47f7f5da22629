import { type Head, NO_HASH, type Revision, revisionHash, SCHEMAS } from '@visavis/sealing-proof';
import { newEntryKey } from '../keys/entry-key';
import { forgeRevision } from '../testing/forge';
import * as people from '../testing/people';
import { seeded } from '../testing/random';
import { reasonOf } from '../testing/reason-of';
import { openRevision } from './open-revision';
import { pad } from './padding';
import { sealRevision } from './seal-revision';

const { COACH, OTHER_ENTRY, STRANGER, SUPERVISOR, VAULT } = people;
const random = seeded('revisions');
const BODY = JSON.stringify({ v: 1, kind: 'free', text: 'Ce que la salle ne disait pas.' });
const schema = 'journal/1';

describe('a revision', () => {
  let coach: people.Person;
  let stranger: people.Person;
  let key: ReturnType<typeof people.anEntryKey>;
  let revision: Revision;

  beforeAll(async () => {
    [coach, stranger] = [await people.aPerson(COACH), await people.aPerson(STRANGER)];
    key = people.anEntryKey(people.aGeneration(coach));
    revision = await sealRevision(key, coach.identity, { head: null, schema, body: BODY }, random);
  });

  const opening = (changed: Partial<Revision>, expectation = {}) =>
    reasonOf(() => openRevision(key, { ...revision, ...changed }, { schema, owner: coach, ...expectation }));

  it('opens to what was written, with the hash that the next one names', async () => {
    const opened = await openRevision(key, revision, { schema, owner: coach });
    expect(opened).toEqual({ schema, body: BODY, hash: revisionHash(revision) });
    const head: Head = { rev: 1, hash: opened.hash };
    const second = await sealRevision(key, coach.identity, { head, schema, body: BODY }, random);
    expect([second.rev, second.prevHash]).toEqual([2, opened.hash]);
    expect(revision.prevHash).toEqual(NO_HASH);
  });

  it('looks the same to the server whatever was written in it', async () => {
    const short = await sealRevision(key, coach.identity, { head: null, schema, body: '{}' }, random);
    const long = await sealRevision(
      key,
      coach.identity,
      { head: null, schema, body: JSON.stringify('x'.repeat(2000)) },
      random,
    );
    expect(short.ciphertext).toHaveLength(long.ciphertext.length);
  });

  it('refuses another entry, the number after, another epoch and another class', async () => {
    expect(await opening({ entryId: OTHER_ENTRY })).toBe('cannot-open');
    expect(await opening({ rev: 2 })).toBe('signature-wrong');
    expect(await opening({ epoch: 2 })).toBe('cannot-open');
    expect(await opening({ schema: 'margin/1' }, { schema: 'margin/1' })).toBe('signature-wrong');
  });

  it('refuses a row whose class is not the one in the signed header', async () => {
    const margin = await sealRevision(
      key,
      coach.identity,
      { head: null, schema: 'margin/1', body: BODY },
      random,
    );
    const reason = await reasonOf(() => openRevision(key, margin, { schema, owner: coach }));
    expect(reason).toBe('class-mismatch');
    expect(await opening({ schema: 'margin/1' })).toBe('class-mismatch');
  });

  it('refuses them also when its owner signed them so, because the text stays where it was sealed', async () => {
    const { ciphertext, nonce } = revision;
    for (const change of [{ entryId: OTHER_ENTRY }, { epoch: 2 }, { vaultId: OTHER_ENTRY }, { rev: 2 }]) {
      const moved = await forgeRevision(key, coach.identity, pad(BODY), random, {
        ...change,
        ciphertext,
        nonce,
      });
      const reason = await reasonOf(() => openRevision(key, moved, { schema, owner: coach }));
      expect(reason).toBe('cannot-open');
    }
  });

  it('refuses an attacker’s signature, an attacker’s text, and another author', async () => {
    const signature = await stranger.identity.signing.sign(revisionHash(revision));
    expect(await opening({ signature })).toBe('signature-wrong');
    const forged = await forgeRevision(key, stranger.identity, pad(BODY), random, { authorId: COACH });
    expect(await reasonOf(() => openRevision(key, forged, { schema, owner: coach }))).toBe('signature-wrong');
    const own = await forgeRevision(key, stranger.identity, pad(BODY), random);
    expect(await reasonOf(() => openRevision(key, own, { schema, owner: coach }))).toBe('author-not-owner');
    // A reader holds the entry's key and could write; only the owner may.
    const reader = await people.aPerson(SUPERVISOR);
    const byReader = await forgeRevision(key, reader.identity, pad(BODY), random);
    expect(await reasonOf(() => openRevision(key, byReader, { schema, owner: coach }))).toBe(
      'author-not-owner',
    );
  });

  it('refuses a retired key in an epoch that was opened later, when writing and when reading', async () => {
    const renewed = await people.aPerson(COACH, 'renewed');
    const later = people.anEntryKey(people.aGeneration(renewed, 2), people.ENTRY, 2);
    const wish = { head: null, schema, body: BODY } as const;
    expect(await reasonOf(() => sealRevision(later, coach.identity, wish, random))).toBe('key-retired');
    const forged = await forgeRevision(later, coach.identity, pad(BODY), random);
    expect(await reasonOf(() => openRevision(later, forged, { schema, owner: coach }))).toBe('key-retired');
    const asRenewed = { schema, owner: renewed };
    expect(await reasonOf(() => openRevision(later, forged, asRenewed))).toBe('signature-wrong');
  });

  it('refuses a commitment to another key before it is opened', async () => {
    const other = newEntryKey(people.aGeneration(coach), people.ENTRY, 1, random);
    const reason = await reasonOf(() => openRevision(other, revision, { schema, owner: coach }));
    expect(reason).toBe('key-does-not-fit');
    const lying = await forgeRevision(key, coach.identity, pad(BODY), random, { commit: other.commit });
    expect(await reasonOf(() => openRevision(key, lying, { schema, owner: coach }))).toBe('key-does-not-fit');
  });

  it('refuses to be truncated or of a size that is in no bucket', async () => {
    for (const length of [0, 15, 16, 2048, 2063])
      expect(await opening({ ciphertext: revision.ciphertext.slice(0, length) })).toBe('size-not-allowed');
    const long = new Uint8Array(2 * 1024 * 1024 + 16);
    expect(await opening({ ciphertext: long })).toBe('size-not-allowed');
    expect(await opening({ ciphertext: new Uint8Array(4096 + 16) })).toBe('signature-wrong');
  });

  it('refuses padding that is not zero, not the smallest, or not text, though its owner signed it', async () => {
    const padded = pad('{}');
    const crafted = (change: (bytes: Uint8Array) => void, size = padded.length) => {
      const bytes = new Uint8Array(size);
      bytes.set(padded);
      change(bytes);
      return bytes;
    };
    const refused = [
      crafted((bytes) => bytes.set([1], bytes.length - 1)),
      crafted((bytes) => bytes.set([1], 6)),
      crafted(() => undefined, 4096),
      crafted((bytes) => bytes.set([0xff, 0xff, 0xff, 0xff])),
      crafted((bytes) => bytes.set([0xfd, 7, 0, 0])),
      crafted((bytes) => bytes.set([0xff], 4)),
    ];
    for (const plaintext of refused) {
      const forged = await forgeRevision(key, coach.identity, plaintext, random);
      expect(await reasonOf(() => openRevision(key, forged, { schema, owner: coach }))).toBe(
        'padding-malformed',
      );
    }
    const fine = await forgeRevision(key, coach.identity, padded, random);
    expect((await openRevision(key, fine, { schema, owner: coach })).body).toBe('{}');
  });

  it('is verified once: a remembered hash needs no signature, a forgotten one does', async () => {
    const { hash } = await openRevision(key, revision, { schema, owner: coach });
    const seen: string[] = [];
    const wasVerified = (asked: Uint8Array) => {
      seen.push(String(asked));
      return String(asked) === String(hash);
    };
    const unsigned = { signature: new Uint8Array(64) };
    expect(await opening(unsigned, { wasVerified })).toBeNull();
    expect(seen).toEqual([String(hash)]);
    expect(await opening({ ...unsigned, nonce: random(24) }, { wasVerified })).toBe('signature-wrong');
  });

  it('exists for every class, in its own vault only', async () => {
    for (const each of SCHEMAS) {
      const own = await sealRevision(key, coach.identity, { head: null, schema: each, body: BODY }, random);
      expect((await openRevision(key, own, { schema: each, owner: coach })).schema).toBe(each);
    }
    const elsewhere = people.anEntryKey(people.aGeneration(coach, 1, OTHER_ENTRY));
    expect(elsewhere.vaultId).not.toBe(VAULT);
    const reason = await reasonOf(() => openRevision(elsewhere, revision, { schema, owner: coach }));
    expect(reason).toBe('cannot-open');
  });
});
