import {
  commentHeader,
  commentMessage,
  pae,
  type Revision,
  revisionHash,
  revisionHeader,
  shareInfo,
  shareMessage,
} from '@visavis/sealing-proof';
import fc from 'fast-check';
import { openComment } from './comments/open-comment';
import { sealComment } from './comments/seal-comment';
import { unwrapEntryKey, wrapEntryKey } from './keys/entry-key';
import { openIdentity, wrapIdentity } from './keys/identity';
import { masterKey, newMasterKey } from './keys/master-key';
import { openPrevious, wrapPrevious } from './keys/previous-generation';
import { openRevision } from './revisions/open-revision';
import { pad } from './revisions/padding';
import { sealRevision } from './revisions/seal-revision';
import { signDeletion } from './revisions/sign-deletion';
import { openGrant } from './shares/open-grant';
import { sealGrant } from './shares/seal-grant';
import { openSlot } from './slots/open-slot';
import { sealSlot } from './slots/seal-slot';
import * as people from './testing/people';
import { seeded } from './testing/random';
import * as second from './testing/second-implementation';
import { fingerprintWords } from './words/fingerprint';
import { writeRecoveryCode } from './words/recovery-code';

const { COACH, COMMENT, ENTRY, SLOT, SUPERVISOR, VAULT } = people;
const random = seeded('interoperates');
const BODY = JSON.stringify({ v: 1, title: 'Le mandat parlait de cohésion, la salle de peur. 🌧' });
const nonce = random(24);

describe('the library and a second implementation, each reading what the other wrote', () => {
  let coach: people.Person;
  let supervisor: people.Person;
  let generation: ReturnType<typeof people.aGeneration>;
  let key: ReturnType<typeof people.anEntryKey>;

  beforeAll(async () => {
    [coach, supervisor] = [await people.aPerson(COACH), await people.aPerson(SUPERVISOR)];
    generation = people.aGeneration(coach);
    key = people.anEntryKey(generation);
  });

  it('encode any list of parts to the same bytes', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.uint8Array({ maxLength: 300 }).map((each) => Uint8Array.from(each)),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) =>
        expect(pae(...parts)).toEqual(Uint8Array.from(second.encode(...parts))),
      ),
    );
  });

  it('slots, of a passphrase and of a recovery code', async () => {
    for (const secret of [
      { type: 'passphrase', passphrase: 'abaisser abandon abdiquer abeille abolir aborder aboutir' },
      { type: 'recovery', bytes: random(16) },
    ] as const) {
      const theirs = (salt: Uint8Array) =>
        second.slot(
          secret.type === 'passphrase' ? second.passphraseKey(secret.passphrase, salt) : secret.bytes,
          { vaultId: VAULT, slotId: SLOT, type: secret.type },
        );
      const slot = await sealSlot(generation.master, SLOT, secret, random);
      const { key: kek, aad, commit } = theirs(slot.salt);
      expect(second.unbox(kek, slot.nonce, aad(slot.salt, 1), slot.wrapped)).toEqual(generation.master.bytes);
      const amk = random(32);
      const wrapped = second.box(kek, nonce, aad(slot.salt, 1), amk);
      const opened = await openSlot({ ...slot, nonce, wrapped, commit: Uint8Array.from(commit) }, secret);
      expect(opened.bytes).toEqual(amk);
    }
  });

  it('an identity and its words', async () => {
    const { edSeed, xSecret, publicKeys } = coach.identity;
    const theirs = second.keyPair(edSeed, xSecret, COACH);
    expect(publicKeys).toEqual({
      userId: COACH,
      edPub: theirs.ed,
      xPub: theirs.x,
      xkeySignature: theirs.xkey,
    });
    expect(fingerprintWords(COACH, publicKeys.edPub)).toBe(second.fingerprintWords(COACH, theirs.ed));
    const row = wrapIdentity(generation.master, coach.identity, random);
    const wrap = second.masterSubKey(generation.master.bytes, 'identity', VAULT, 1);
    const aad = second.identityAad(VAULT, COACH, theirs.ed, theirs.x, 1);
    const secrets = Uint8Array.from([...edSeed, ...xSecret]);
    expect(second.unbox(wrap, row.nonce, aad, row.wrapped)).toEqual(secrets);
    const wrapped = second.box(wrap, nonce, aad, secrets);
    expect((await openIdentity(generation.master, { ...row, nonce, wrapped })).edSeed).toEqual(edSeed);
  });

  it('the key of an entry', () => {
    const row = wrapEntryKey(generation, key, random);
    const theirs = second.entry(key.bytes, VAULT, ENTRY, 1);
    const wrap = second.masterSubKey(generation.master.bytes, 'wrap', VAULT, 1);
    expect(second.unbox(wrap, row.nonce, theirs.wrapAad(1), row.wrapped)).toEqual(key.bytes);
    const wrapped = second.box(wrap, nonce, theirs.wrapAad(1), key.bytes);
    expect(unwrapEntryKey(generation, { ...row, nonce, wrapped, commit: theirs.commit })).toEqual(key);
  });

  it('a revision', async () => {
    const head = { rev: 6, hash: random(32) };
    const revision = await sealRevision(
      key,
      coach.identity,
      { head, schema: 'journal/1', body: BODY },
      random,
    );
    const { content, commit } = second.entry(key.bytes, VAULT, ENTRY, 1);
    const parts = {
      vaultId: VAULT,
      authorId: COACH,
      entryId: ENTRY,
      epoch: 1,
      rev: 7,
      prevHash: head.hash,
      commit,
    };
    const aad = second.revisionAad({ ...parts, schema: 'journal/1' });
    expect(Uint8Array.from(aad)).toEqual(revisionHeader(revision));
    const hash = second.revisionHash(aad, revision.nonce, revision.ciphertext);
    expect(hash).toEqual(revisionHash(revision));
    expect(second.isSigned(revision.signature, second.revisionMessage(hash), coach.key.bytes)).toBe(true);
    expect(second.unpadded(second.unbox(content, revision.nonce, aad, revision.ciphertext))).toBe(BODY);
    const ciphertext = second.box(content, nonce, aad, second.padded(BODY));
    const { sign } = second.keyPair(coach.identity.edSeed, coach.identity.xSecret, COACH);
    const signature = sign(second.revisionMessage(second.revisionHash(aad, nonce, ciphertext)));
    const theirs: Revision = { ...parts, schema: 'journal/1', nonce, ciphertext, signature };
    expect((await openRevision(key, theirs, { schema: 'journal/1', owner: coach })).body).toBe(BODY);
  });

  it('the padding of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 6000 }), (text) =>
        expect(pad(text)).toEqual(second.padded(text)),
      ),
    );
  });

  it('a grant', async () => {
    const reader = supervisor.identity.publicKeys;
    const wish = { reader, pins: people.pinsOf(supervisor), schema: 'journal/1' };
    const grant = await sealGrant(key, coach.identity, wish, random);
    const parts = {
      ...{
        vaultId: VAULT,
        entryId: ENTRY,
        epoch: 1,
        commit: key.commit,
        senderId: COACH,
        recipientId: SUPERVISOR,
      },
      ...{ senderEd: coach.key.bytes, recipientEd: reader.edPub, recipientX: reader.xPub },
    };
    const info = second.shareInfo(parts);
    expect(Uint8Array.from(info)).toEqual(shareInfo(grant));
    expect(Uint8Array.from(second.shareMessage(info, grant.enc, grant.ciphertext))).toEqual(
      shareMessage(grant),
    );
    expect(second.hpkeOpen(supervisor.identity.xSecret, info, grant.enc, grant.ciphertext)).toEqual(
      key.bytes,
    );
    const sealed = second.hpkeSeal(reader.xPub, info, key.bytes, random(32));
    const { sign } = second.keyPair(coach.identity.edSeed, coach.identity.xSecret, COACH);
    const signature = sign(second.shareMessage(info, sealed.enc, sealed.ciphertext));
    const expectation = { schema: 'journal/1', owner: coach };
    const opened = await openGrant(supervisor.identity, { ...parts, ...sealed, signature }, expectation);
    expect(opened).toEqual(key);
  });

  it('a comment', async () => {
    const comment = await sealComment(key, supervisor.identity, { commentId: COMMENT, body: BODY }, random);
    const aad = second.commentAad(VAULT, ENTRY, 1, COMMENT, SUPERVISOR);
    expect(Uint8Array.from(aad)).toEqual(commentHeader(comment));
    const message = second.commentMessage(aad, comment.nonce, comment.ciphertext);
    expect(Uint8Array.from(message)).toEqual(commentMessage(comment));
    const { comment: secret } = second.entry(key.bytes, VAULT, ENTRY, 1);
    expect(second.unpadded(second.unbox(secret, comment.nonce, aad, comment.ciphertext))).toBe(BODY);
    const ciphertext = second.box(secret, nonce, aad, second.padded(BODY));
    const { sign } = second.keyPair(supervisor.identity.edSeed, supervisor.identity.xSecret, SUPERVISOR);
    const signature = sign(second.commentMessage(aad, nonce, ciphertext));
    expect(await openComment(key, { ...comment, nonce, ciphertext, signature }, supervisor)).toBe(BODY);
  });

  it('the generation before, and a deletion', async () => {
    const next = newMasterKey(VAULT, 2, random);
    const row = wrapPrevious(next, generation, random);
    const wrap = second.masterSubKey(next.bytes, 'previous', VAULT, 2);
    const { edSeed, xSecret } = coach.identity;
    const secrets = Uint8Array.from([...generation.master.bytes, ...edSeed, ...xSecret]);
    expect(second.unbox(wrap, row.nonce, second.previousAad(VAULT, 2), row.wrapped)).toEqual(secrets);
    const wrapped = second.box(wrap, nonce, second.previousAad(VAULT, 2), secrets);
    const former = await openPrevious(next, COACH, { ...row, nonce, wrapped });
    expect(former.master).toEqual(masterKey(VAULT, 1, generation.master.bytes));
    const wish = { vaultId: VAULT, entryId: ENTRY, rev: 3, headHash: random(32) };
    const { signature } = await signDeletion(coach.identity, wish);
    const message = second.deletionMessage(VAULT, ENTRY, 3, wish.headHash);
    expect(second.isSigned(signature, message, coach.key.bytes)).toBe(true);
  });

  it('any recovery code', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (drawn) => {
        const bytes = Uint8Array.from(drawn);
        expect(writeRecoveryCode(bytes)).toBe(second.recoveryCode(bytes));
      }),
    );
  });
});
