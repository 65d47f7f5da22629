import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { Refusal } from '@visavis/kernel';
import type { Bytes } from './bytes';
import { type Comment, commentMessage, verifyComment } from './comment';
import { type Deletion, deletionMessage, verifyDeletion } from './deletion';
import { type Grant, shareMessage, verifyGrant } from './grant';
import { verifyIdentity, xkeyMessage } from './identity';
import {
  hashOfOwnAside,
  requireSuccessor,
  type Revision,
  revisionHash,
  revisionMessage,
  NO_HASH,
  verifyRevision,
} from './revision';
import { classOf, SCHEMAS } from './schema';
import { fallbackVerifyingKey } from './verifying-key';

const id = (digit: string) =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`;
const fill = (byte: number, length = 32): Bytes => new Uint8Array(length).fill(byte);
const SEED = fill(1);
const owner = { id: id('1'), key: fallbackVerifyingKey(ed25519.getPublicKey(SEED)) };
const sign = (message: Bytes, seed = SEED) => ed25519.sign(message, seed);
const reason = (name: string) => new Refusal(name);

function aRevision(change: Partial<Revision> = {}, seed = SEED): Revision {
  const revision = {
    vaultId: id('a'),
    authorId: owner.id,
    entryId: id('b'),
    epoch: 1,
    rev: 1,
    prevHash: NO_HASH,
    commit: fill(2),
    schema: 'journal/1',
    nonce: fill(3, 24),
    ciphertext: fill(4, 2048 + 16),
    ...change,
  };
  return { ...revision, signature: change.signature ?? sign(revisionMessage(revisionHash(revision)), seed) };
}

describe('what both sides verify of a revision', () => {
  it('answers the hash of one its owner signed', async () => {
    expect(await verifyRevision(aRevision(), owner)).toEqual(revisionHash(aRevision()));
  });

  it('has the same hash aside, also where WebCrypto is missing', async () => {
    const revision = aRevision();
    const hash = revisionHash(revision);
    expect(await hashOfOwnAside(revision, owner.id)).toEqual(hash);
    const crypto = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value: undefined });
    try {
      expect(await hashOfOwnAside(revision, owner.id)).toEqual(hash);
    } finally {
      Object.defineProperty(globalThis, 'crypto', crypto);
    }
    await expect(hashOfOwnAside(revision, id('9'))).rejects.toEqual(reason('author-not-owner'));
  });

  it('refuses it when any part of it is another', async () => {
    const { signature } = aRevision();
    const changes: Partial<Revision>[] = [
      { vaultId: id('c') },
      { entryId: id('c') },
      { epoch: 2 },
      { rev: 2 },
      { prevHash: fill(9) },
      { commit: fill(9) },
      { schema: 'margin/1' },
      { nonce: fill(9, 24) },
      { ciphertext: fill(9, 2048 + 16) },
      { ciphertext: fill(4, 4096 + 16) },
    ];
    for (const change of changes)
      await expect(verifyRevision(aRevision({ ...change, signature }), owner)).rejects.toEqual(
        reason('signature-wrong'),
      );
    await expect(verifyRevision(aRevision({}, fill(8)), owner)).rejects.toEqual(reason('signature-wrong'));
  });

  it('refuses another author than the owner', async () => {
    const revision = aRevision({ authorId: id('2') });
    await expect(verifyRevision(revision, owner)).rejects.toEqual(reason('author-not-owner'));
  });

  it('refuses what has another shape, by name', async () => {
    const shapes: [Partial<Revision>, string][] = [
      [{ vaultId: id('A') }, 'id-malformed'],
      [{ entryId: `${id('b')}0` }, 'id-malformed'],
      [{ epoch: 0 }, 'number-out-of-range'],
      [{ rev: 2 ** 32 }, 'number-out-of-range'],
      [{ prevHash: fill(0, 31) }, 'bytes-malformed'],
      [{ nonce: fill(3, 12) }, 'bytes-malformed'],
      [{ schema: 'journal/2' }, 'class-unknown'],
      [{ schema: '' }, 'class-unknown'],
    ];
    for (const [change, name] of shapes) {
      const revision = { ...aRevision(), ...change };
      await expect(verifyRevision(revision, owner)).rejects.toEqual(reason(name));
    }
  });

  it('takes exactly the sizes of the buckets', async () => {
    for (const kibibytes of [2, 4, 8, 16, 32, 64, 128, 256])
      await verifyRevision(aRevision({ ciphertext: fill(4, kibibytes * 1024 + 16) }), owner);
    for (const length of [0, 16, 2048, 2063, 2065, 1024 + 16, 3 * 1024 + 16, 512 * 1024 + 16])
      await expect(verifyRevision(aRevision({ ciphertext: fill(4, length) }), owner)).rejects.toEqual(
        reason('size-not-allowed'),
      );
  });

  it('takes only the successor of the head', () => {
    const hash = revisionHash(aRevision());
    requireSuccessor(null, aRevision());
    requireSuccessor({ rev: 1, hash }, aRevision({ rev: 2, prevHash: hash }));
    const wrong: [Parameters<typeof requireSuccessor>[0], Partial<Revision>][] = [
      [null, { rev: 2 }],
      [null, { prevHash: fill(1) }],
      [{ rev: 1, hash }, { rev: 1 }],
      [
        { rev: 1, hash },
        { rev: 3, prevHash: hash },
      ],
      [
        { rev: 1, hash },
        { rev: 2, prevHash: fill(7) },
      ],
    ];
    for (const [head, change] of wrong)
      expect(() => requireSuccessor(head, aRevision(change))).toThrow(reason('head-moved'));
  });
});

describe('what both sides verify of a grant', () => {
  function aGrant(change: Partial<Grant> = {}): Grant {
    const grant = {
      vaultId: id('a'),
      entryId: id('b'),
      epoch: 1,
      commit: fill(2),
      senderId: owner.id,
      senderEd: owner.key.bytes,
      recipientId: id('2'),
      recipientEd: fill(5),
      recipientX: fill(6),
      enc: fill(7),
      ciphertext: fill(8, 48),
      ...change,
    };
    return { ...grant, signature: change.signature ?? sign(shareMessage(grant)) };
  }

  it('takes one its owner signed, on the journal and on shared notes of a session only', async () => {
    for (const schema of SCHEMAS) {
      const verified = verifyGrant(aGrant(), schema, owner);
      if (['journal', 'session-shared'].includes(classOf(schema))) await verified;
      else await expect(verified).rejects.toEqual(reason('class-not-shareable'));
    }
    await expect(verifyGrant(aGrant(), 'diary/1', owner)).rejects.toEqual(reason('class-unknown'));
  });

  it('refuses it when any part of it is another', async () => {
    const { signature } = aGrant();
    const changes: Partial<Grant>[] = [
      { vaultId: id('c') },
      { entryId: id('c') },
      { epoch: 2 },
      { commit: fill(9) },
      { senderEd: fill(9) },
      { recipientId: id('3') },
      { recipientEd: fill(9) },
      { recipientX: fill(9) },
      { enc: fill(9) },
      { ciphertext: fill(9, 48) },
    ];
    for (const change of changes)
      await expect(verifyGrant(aGrant({ ...change, signature }), 'journal/1', owner)).rejects.toEqual(
        reason('signature-wrong'),
      );
    const stranger = aGrant({ senderId: id('3') });
    await expect(verifyGrant(stranger, 'journal/1', owner)).rejects.toEqual(reason('author-not-owner'));
    // Signed as it is, but naming another key than the one that signed.
    const named = aGrant({ senderEd: fill(9) });
    await expect(verifyGrant(named, 'journal/1', owner)).rejects.toEqual(reason('signature-wrong'));
    const long = { ...aGrant(), ciphertext: fill(8, 49) };
    await expect(verifyGrant(long, 'journal/1', owner)).rejects.toEqual(reason('bytes-malformed'));
  });
});

describe('what both sides verify of comments, deletions and public keys', () => {
  it('takes a comment of its author, in its place, of an allowed size', async () => {
    const unsigned = {
      ...{ vaultId: id('a'), entryId: id('b'), epoch: 1, commentId: id('c'), authorId: owner.id },
      ...{ nonce: fill(3, 24), ciphertext: fill(4, 2048 + 16) },
    };
    const comment: Comment = { ...unsigned, signature: sign(commentMessage(unsigned)) };
    await verifyComment(comment, owner.key);
    for (const change of [{ entryId: id('d') }, { epoch: 2 }, { commentId: id('d') }, { authorId: id('d') }])
      await expect(verifyComment({ ...comment, ...change }, owner.key)).rejects.toEqual(
        reason('signature-wrong'),
      );
    await expect(verifyComment({ ...comment, ciphertext: fill(4, 2048) }, owner.key)).rejects.toEqual(
      reason('size-not-allowed'),
    );
  });

  it('takes a deletion of the owner, of that entry after that revision', async () => {
    const unsigned = { vaultId: id('a'), entryId: id('b'), rev: 4, headHash: fill(5) };
    const deletion: Deletion = { ...unsigned, signature: sign(deletionMessage(unsigned)) };
    await verifyDeletion(deletion, owner.key);
    for (const change of [{ vaultId: id('c') }, { entryId: id('c') }, { rev: 3 }, { headHash: fill(6) }])
      await expect(verifyDeletion({ ...deletion, ...change }, owner.key)).rejects.toEqual(
        reason('signature-wrong'),
      );
  });

  it('takes an encryption key only with the signature of the signing key, for that person', async () => {
    const keys = { userId: owner.id, edPub: owner.key.bytes, xPub: x25519.getPublicKey(fill(2)) };
    const identity = { ...keys, xkeySignature: sign(xkeyMessage(keys)) };
    expect((await verifyIdentity(identity)).bytes).toEqual(owner.key.bytes);
    for (const change of [{ userId: id('2') }, { xPub: x25519.getPublicKey(fill(3)) }])
      await expect(verifyIdentity({ ...identity, ...change })).rejects.toEqual(reason('key-not-signed'));
    const weak = { ...keys, xPub: fill(0) };
    await expect(verifyIdentity({ ...weak, xkeySignature: sign(xkeyMessage(weak)) })).rejects.toEqual(
      reason('key-malformed'),
    );
  });
});
