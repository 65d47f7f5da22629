import {
  commentHeader,
  deletionMessage,
  le32,
  pae,
  revisionHash,
  revisionHeader,
  sha256,
  shareInfo,
  toHex,
  verifyIdentity,
} from '@visavis/sealing-proof';
import { openComment } from './comments/open-comment';
import { sealComment } from './comments/seal-comment';
import { type EntryKey, newEntryKey, unwrapEntryKey, wrapEntryKey } from './keys/entry-key';
import type { Generation } from './keys/generation';
import { type Identity, identityOf, openIdentity, wrapIdentity } from './keys/identity';
import { masterKey } from './keys/master-key';
import { openPrevious, wrapPrevious } from './keys/previous-generation';
import { argon2id } from './primitives/argon2id';
import { openRevision } from './revisions/open-revision';
import { pad } from './revisions/padding';
import { sealRevision } from './revisions/seal-revision';
import { signDeletion } from './revisions/sign-deletion';
import { openGrant } from './shares/open-grant';
import { sealGrant } from './shares/seal-grant';
import { openSlot } from './slots/open-slot';
import { sealSlot } from './slots/seal-slot';
import { slotHeader, slotKeys } from './slots/slot';
import { bytes, number, text } from './testing/known-answers';
import { scripted } from './testing/random';
import { pin } from './vault/pins';
import { fingerprint, fingerprintWords } from './words/fingerprint';
import { passphraseBytes } from './words/passphrase';
import { readRecoveryCode, writeRecoveryCode } from './words/recovery-code';

const vaultId = text('slot_passphrase', 'vaultId');
const coachId = text('identity', 'coachId');
const supervisorId = text('share', 'recipientId');
const entryId = text('entry_key', 'entryId');
const epoch = number('entry_key', 'epoch');
const master = masterKey(vaultId, number('slot_passphrase', 'amkGen'), bytes('slot_passphrase', 'amk'));

/** Every row of the table of definitions, against what another implementation gave. Old rows must open for ever. */
describe('the known answers of visavis/1', () => {
  let coach: Identity;
  let supervisor: Identity;
  let generation: Generation;
  let key: EntryKey;

  beforeAll(async () => {
    coach = await identityOf(coachId, bytes('identity', 'coachEdSeed'), bytes('identity', 'coachXSecret'));
    supervisor = await identityOf(
      supervisorId,
      bytes('identity', 'supEdSeed'),
      bytes('identity', 'supXSecret'),
    );
    generation = { master, identity: coach };
    key = newEntryKey(generation, entryId, epoch, scripted(bytes('entry_key', 'ek')));
  });

  it('hold for a slot of a passphrase', async () => {
    const [passphrase, salt] = [text('slot_passphrase', 'passphrase'), bytes('slot_passphrase', 'salt')];
    const slotId = text('slot_passphrase', 'slotId');
    expect(toHex(await argon2id(passphraseBytes(passphrase), salt))).toBe(
      text('slot_passphrase', 'argon2id_okm'),
    );
    const secret = { type: 'passphrase', passphrase } as const;
    const { kek, commit } = await slotKeys(secret, { vaultId, slotId }, salt);
    expect([toHex(kek), toHex(commit)]).toEqual([
      text('slot_passphrase', 'kek'),
      text('slot_passphrase', 'commit'),
    ]);
    const slot = await sealSlot(master, slotId, secret, scripted(salt, bytes('slot_passphrase', 'nonce')));
    expect(toHex(slotHeader(slot))).toBe(text('slot_passphrase', 'aad'));
    expect(toHex(slot.wrapped)).toBe(text('slot_passphrase', 'wrappedAmk'));
    expect(toHex((await openSlot(slot, secret)).bytes)).toBe(text('slot_passphrase', 'amk'));
  });

  it('hold for a slot of a recovery code', async () => {
    const recovery = bytes('slot_recovery', 'bytes');
    expect(writeRecoveryCode(recovery)).toBe(text('slot_recovery', 'code'));
    expect(readRecoveryCode(text('slot_recovery', 'code'))).toEqual(recovery);
    const secret = { type: 'recovery', bytes: recovery } as const;
    const slotId = text('slot_recovery', 'slotId');
    const { kek, commit } = await slotKeys(secret, { vaultId, slotId }, new Uint8Array(0));
    expect([toHex(kek), toHex(commit)]).toEqual([
      text('slot_recovery', 'kek'),
      text('slot_recovery', 'commit'),
    ]);
    const slot = await sealSlot(master, slotId, secret, scripted(bytes('slot_recovery', 'nonce')));
    expect(toHex(slotHeader(slot))).toBe(text('slot_recovery', 'aad'));
    expect(toHex(slot.wrapped)).toBe(text('slot_recovery', 'wrappedAmk'));
    expect(toHex((await openSlot(slot, secret)).bytes)).toBe(text('slot_passphrase', 'amk'));
  });

  it('hold for the keys below the master key', () => {
    for (const use of ['wrap', 'identity', 'local'] as const)
      expect(toHex(master[use])).toBe(text('amk_subkeys', use));
  });

  it('hold for an identity, its signed encryption key and its words', async () => {
    expect(toHex(coach.publicKeys.edPub)).toBe(text('identity', 'coachEdPub'));
    expect(toHex(coach.publicKeys.xPub)).toBe(text('identity', 'coachXPub'));
    expect(toHex(coach.publicKeys.xkeySignature)).toBe(text('identity', 'xkeySig'));
    expect((await verifyIdentity(coach.publicKeys)).bytes).toEqual(coach.publicKeys.edPub);
    const row = wrapIdentity(master, coach, scripted(bytes('identity', 'wrapNonce')));
    expect(toHex(row.wrapped)).toBe(text('identity', 'wrapped'));
    expect((await openIdentity(master, row)).edSeed).toEqual(coach.edSeed);
    expect(toHex(supervisor.publicKeys.edPub)).toBe(text('identity', 'supEdPub'));
    expect(toHex(supervisor.publicKeys.xPub)).toBe(text('identity', 'supXPub'));
    const { edPub } = supervisor.publicKeys;
    expect(toHex(fingerprint(supervisorId, edPub))).toBe(text('identity', 'supFingerprint'));
    expect(fingerprintWords(supervisorId, edPub)).toBe(text('identity', 'supWords'));
  });

  it('hold for the key of an entry', () => {
    expect([key.content, key.comment, key.commit].map(toHex)).toEqual(
      ['content', 'comment', 'commit'].map((name) => text('entry_key', name)),
    );
    const row = wrapEntryKey(generation, key, scripted(bytes('entry_key', 'nonce')));
    expect(toHex(row.wrapped)).toBe(text('entry_key', 'wrapped'));
    const { commit, generation: number } = row;
    const aad = pae('visavis/1', 'ek', vaultId, entryId, le32(epoch), commit, le32(number));
    expect(toHex(aad)).toBe(text('entry_key', 'aad'));
    expect(unwrapEntryKey(generation, row)).toEqual(key);
  });

  it('hold for a revision', async () => {
    const body = text('revision', 'body');
    const revision = await sealRevision(
      key,
      coach,
      { head: null, schema: 'journal/1', body },
      scripted(bytes('revision', 'nonce')),
    );
    expect(pad(body)).toHaveLength(number('revision', 'paddedLen'));
    expect(toHex(revisionHeader(revision))).toBe(text('revision', 'header'));
    expect(toHex(revision.ciphertext)).toBe(text('revision', 'ct'));
    expect(toHex(sha256(revision.ciphertext))).toBe(text('revision', 'ctSha256'));
    expect(toHex(revisionHash(revision))).toBe(text('revision', 'revHash'));
    expect(toHex(revision.signature)).toBe(text('revision', 'sig'));
    const owner = { id: coachId, key: await verifyIdentity(coach.publicKeys) };
    expect((await openRevision(key, revision, { schema: 'journal/1', owner })).body).toBe(body);
  });

  it('hold for a grant', async () => {
    const reader = supervisor.publicKeys;
    const pins = pin({}, supervisorId, reader.edPub);
    const grant = await sealGrant(
      key,
      coach,
      { reader, pins, schema: 'journal/1' },
      scripted(bytes('share', 'ekm')),
    );
    expect(toHex(shareInfo(grant))).toBe(text('share', 'info'));
    expect([grant.enc, grant.ciphertext, grant.signature].map(toHex)).toEqual(
      ['enc', 'ct', 'sig'].map((name) => text('share', name)),
    );
    const owner = { id: coachId, key: await verifyIdentity(coach.publicKeys) };
    expect(await openGrant(supervisor, grant, { schema: 'journal/1', owner })).toEqual(key);
  });

  it('hold for a comment', async () => {
    // The padded JSON of a comment is this: found from the hash of its ciphertext.
    const body = JSON.stringify({ v: 1, text: text('comment', 'text') });
    const commentId = text('comment', 'commentId');
    const comment = await sealComment(
      key,
      supervisor,
      { commentId, body },
      scripted(bytes('comment', 'nonce')),
    );
    expect(toHex(commentHeader(comment))).toBe(text('comment', 'aad'));
    expect(toHex(sha256(comment.ciphertext))).toBe(text('comment', 'ctSha256'));
    expect(toHex(comment.signature)).toBe(text('comment', 'sig'));
    const author = { id: supervisorId, key: await verifyIdentity(supervisor.publicKeys) };
    expect(await openComment(key, comment, author)).toBe(body);
  });

  it('hold for the generation before', async () => {
    const next = masterKey(vaultId, master.generation + 1, bytes('previous', 'amkNext'));
    expect(toHex(next.previous)).toBe(text('previous', 'key'));
    const row = wrapPrevious(next, generation, scripted(bytes('previous', 'nonce')));
    expect(toHex(row.wrapped)).toBe(text('previous', 'wrapped'));
    expect(toHex(pae('visavis/1', 'previous', vaultId, le32(2), le32(1)))).toBe(text('previous', 'aad'));
    const former = await openPrevious(next, coachId, row);
    expect([former.master.bytes, former.identity.edSeed, former.identity.xSecret]).toEqual([
      master.bytes,
      coach.edSeed,
      coach.xSecret,
    ]);
  });

  it('hold for a deletion', async () => {
    const wish = { vaultId, entryId, rev: number('revision', 'rev'), headHash: bytes('revision', 'revHash') };
    expect(toHex(deletionMessage(wish))).toBe(text('deletion', 'message'));
    expect(toHex((await signDeletion(coach, wish)).signature)).toBe(text('deletion', 'sig'));
  });
});
