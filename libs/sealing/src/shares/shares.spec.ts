import { type Grant, SCHEMAS, shareInfo, shareMessage } from '@visavis/sealing-proof';
import { entryKey } from '../keys/entry-key';
import { sealTo } from '../primitives/hpke';
import { openRevision } from '../revisions/open-revision';
import { sealRevision } from '../revisions/seal-revision';
import * as people from '../testing/people';
import { seeded } from '../testing/random';
import { reasonOf } from '../testing/reason-of';
import { openGrant } from './open-grant';
import { readersOf } from './readers-of';
import { sealGrant } from './seal-grant';

const { COACH, ENTRY, OTHER_ENTRY, STRANGER, SUPERVISOR } = people;
const random = seeded('shares');
const schema = 'journal/1';

describe('sharing an entry', () => {
  let coach: people.Person;
  let supervisor: people.Person;
  let stranger: people.Person;
  let key: ReturnType<typeof people.anEntryKey>;
  let grant: Grant;

  beforeAll(async () => {
    [coach, supervisor, stranger] = [
      await people.aPerson(COACH),
      await people.aPerson(SUPERVISOR),
      await people.aPerson(STRANGER),
    ];
    key = people.anEntryKey(people.aGeneration(coach));
    grant = await share();
  });

  const share = (change: Partial<Parameters<typeof sealGrant>[2]> = {}) => {
    const wish = { reader: supervisor.identity.publicKeys, pins: people.pinsOf(supervisor), schema };
    return sealGrant(key, coach.identity, { ...wish, ...change }, random);
  };
  const opening = (changed: Partial<Grant>, reader = supervisor, owner = coach) =>
    reasonOf(() => openGrant(reader.identity, { ...grant, ...changed }, { schema, owner }));

  it('gives the reader the key of that epoch, and with it the text', async () => {
    const opened = await openGrant(supervisor.identity, grant, { schema, owner: coach });
    expect(opened).toEqual(key);
    const revision = await sealRevision(key, coach.identity, { head: null, schema, body: '{}' }, random);
    expect((await openRevision(opened, revision, { schema, owner: coach })).body).toBe('{}');
  });

  it('gives nothing of an epoch before or after', async () => {
    const opened = await openGrant(supervisor.identity, grant, { schema, owner: coach });
    const later = people.anEntryKey(people.aGeneration(coach), ENTRY, 2);
    const revision = await sealRevision(later, coach.identity, { head: null, schema, body: '{}' }, random);
    expect(await reasonOf(() => openRevision(opened, revision, { schema, owner: coach }))).toBe(
      'cannot-open',
    );
    expect(String(later.bytes)).not.toBe(String(key.bytes));
  });

  it('is refused with anybody whose words were not read, and stops when the key behind them changes', async () => {
    expect(await reasonOf(() => share({ pins: {} }))).toBe('reader-not-verified');
    expect(await reasonOf(() => share({ pins: people.pinsOf(stranger) }))).toBe('reader-not-verified');
    const renewed = await people.aPerson(SUPERVISOR, 'renewed');
    const changed = { reader: renewed.identity.publicKeys };
    expect(await reasonOf(() => share(changed))).toBe('reader-key-changed');
    // A name that every object has is no pin.
    const odd = { ...supervisor.identity.publicKeys, userId: 'constructor' };
    expect(await reasonOf(() => share({ reader: odd }))).toBe('reader-not-verified');
  });

  it('is refused to an encryption key that the confirmed key has not signed', async () => {
    const { xPub } = stranger.identity.publicKeys;
    const reader = { ...supervisor.identity.publicKeys, xPub };
    expect(await reasonOf(() => share({ reader }))).toBe('key-not-signed');
  });

  it('is refused for the margin, private notes and the index, when sealing and when opening', async () => {
    for (const each of SCHEMAS) {
      const shareable = ['journal/1', 'session-shared/1'].includes(each);
      expect(await reasonOf(() => share({ schema: each }))).toBe(shareable ? null : 'class-not-shareable');
      const opened = reasonOf(() => openGrant(supervisor.identity, grant, { schema: each, owner: coach }));
      expect(await opened).toBe(shareable ? null : 'class-not-shareable');
    }
  });

  it('is refused to a retired identity', async () => {
    const renewed = await people.aPerson(COACH, 'renewed');
    const wish = { reader: supervisor.identity.publicKeys, pins: people.pinsOf(supervisor), schema };
    expect(await reasonOf(() => sealGrant(key, renewed.identity, wish, random))).toBe('key-retired');
  });

  it('is refused to another recipient, also one who says to be meant', async () => {
    expect(await opening({}, stranger)).toBe('not-for-me');
    const { edPub: recipientEd, xPub: recipientX } = stranger.identity.publicKeys;
    expect(await opening({ recipientId: STRANGER, recipientEd, recipientX }, stranger)).toBe(
      'signature-wrong',
    );
    for (const change of [{ recipientId: STRANGER }, { recipientEd }, { recipientX }])
      expect(await opening(change)).toBe('not-for-me');
  });

  it('is refused from another sender than the one the reader knows', async () => {
    expect(await opening({}, supervisor, stranger)).toBe('author-not-owner');
    const impostor = await people.aPerson(COACH, 'impostor');
    expect(await opening({}, supervisor, impostor)).toBe('signature-wrong');
    const forged = await sealGrant(
      people.anEntryKey(people.aGeneration(impostor)),
      impostor.identity,
      { reader: supervisor.identity.publicKeys, pins: people.pinsOf(supervisor), schema },
      random,
    );
    const reason = await reasonOf(() => openGrant(supervisor.identity, forged, { schema, owner: coach }));
    expect(reason).toBe('signature-wrong');
  });

  it('is refused when it was moved to another entry, epoch or vault, or altered', async () => {
    for (const change of [{ entryId: OTHER_ENTRY }, { epoch: 2 }, { vaultId: ENTRY }, { commit: random(32) }])
      expect(await opening(change)).toBe('signature-wrong');
    expect(await opening({ enc: random(32) })).toBe('signature-wrong');
    expect(await opening({ ciphertext: grant.ciphertext.slice(1) })).toBe('bytes-malformed');
  });

  it('is refused when its owner sealed another key than the epoch’s, or sealed it for other circumstances', async () => {
    const resigned = async (change: Partial<Grant>) => {
      const header = { ...grant, ...change };
      return { ...header, signature: await coach.identity.signing.sign(shareMessage(header)) };
    };
    const otherInfo = await resigned({ epoch: 2 });
    expect(await opening(otherInfo)).toBe('cannot-open');
    const sealed = await sealTo(grant.recipientX, shareInfo(grant), random(32), random);
    expect(await opening(await resigned(sealed))).toBe('key-does-not-fit');
    expect(await opening(await resigned({ enc: new Uint8Array(32) }))).toBe('cannot-open');
  });

  it('is refused to a point that gives everybody the same secret', async () => {
    const info = shareInfo(grant);
    expect(await reasonOf(() => sealTo(new Uint8Array(32), info, key.bytes, random))).toBe('cannot-open');
  });

  describe('who can read it', () => {
    const readers = (grants: readonly Grant[], pins = people.pinsOf(supervisor)) =>
      readersOf(key, grants, { schema, owner: coach, pins });

    it('is computed from signed grants of the current epoch', async () => {
      expect([...(await readers([grant]))]).toEqual([SUPERVISOR]);
      expect([...(await readers([]))]).toEqual([]);
      const formerKey = entryKey({ ...key, epoch: 9 }, random(32), coach.key.bytes);
      const wish = { reader: supervisor.identity.publicKeys, pins: people.pinsOf(supervisor), schema };
      const former = await sealGrant(formerKey, coach.identity, wish, random);
      expect([...(await readers([former]))]).toEqual([]);
    });

    it('never takes a grant that a server made up, or a reader that nobody verified', async () => {
      const made = { ...grant, recipientId: STRANGER };
      expect(await reasonOf(() => readers([grant, made]))).toBe('signature-wrong');
      expect(await reasonOf(() => readers([grant], {}))).toBe('reader-not-verified');
      expect(await reasonOf(() => readers([{ ...grant, commit: random(32) }]))).toBe('key-does-not-fit');
    });
  });
});
