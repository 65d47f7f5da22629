import { type Comment, commentMessage } from '@visavis/sealing-proof';
import { newEntryKey } from '../keys/entry-key';
import { seal } from '../primitives/aead';
import * as people from '../testing/people';
import { seeded } from '../testing/random';
import { reasonOf } from '../testing/reason-of';
import { openComment } from './open-comment';
import { sealComment } from './seal-comment';

const { COACH, COMMENT, ENTRY, OTHER_ENTRY, STRANGER, SUPERVISOR } = people;
const random = seeded('comments');
const BODY = JSON.stringify({ v: 1, text: 'Qu’avez-vous entendu dans cette demande ?' });

describe('a comment', () => {
  let coach: people.Person;
  let supervisor: people.Person;
  let stranger: people.Person;
  let key: ReturnType<typeof people.anEntryKey>;
  let comment: Comment;

  beforeAll(async () => {
    [coach, supervisor, stranger] = [
      await people.aPerson(COACH),
      await people.aPerson(SUPERVISOR),
      await people.aPerson(STRANGER),
    ];
    key = people.anEntryKey(people.aGeneration(coach));
    comment = await sealComment(key, supervisor.identity, { commentId: COMMENT, body: BODY }, random);
  });

  const opening = (changed: Partial<Comment>, author = supervisor, with_ = key) =>
    reasonOf(() => openComment(with_, { ...comment, ...changed }, author));

  it('opens for everybody who holds the epoch’s key, its owner and its reader alike', async () => {
    expect(await openComment(key, comment, supervisor)).toBe(BODY);
    const answer = await sealComment(key, coach.identity, { commentId: OTHER_ENTRY, body: BODY }, random);
    expect(await openComment(key, answer, coach)).toBe(BODY);
  });

  it('refuses another place, another author and another signature', async () => {
    for (const change of [{ entryId: OTHER_ENTRY }, { epoch: 2 }, { vaultId: ENTRY }])
      expect(await opening(change)).toBe('cannot-open');
    expect(await opening({ commentId: OTHER_ENTRY })).toBe('signature-wrong');
    expect(await opening({ authorId: STRANGER })).toBe('cannot-open');
    expect(await opening({ authorId: STRANGER }, stranger)).toBe('signature-wrong');
    expect(await opening({}, { ...stranger, id: SUPERVISOR })).toBe('signature-wrong');
  });

  it('does not open with the key of another epoch', async () => {
    const other = newEntryKey(people.aGeneration(coach), ENTRY, 1, random);
    expect(await opening({}, supervisor, other)).toBe('cannot-open');
  });

  it('refuses to be truncated, and padding that hides something', async () => {
    expect(await opening({ ciphertext: comment.ciphertext.slice(0, 2048) })).toBe('size-not-allowed');
    const plaintext = new Uint8Array(2048).fill(1);
    const sealed = seal(key.comment, new Uint8Array(0), plaintext, random);
    const unsigned = { ...comment, ...sealed };
    const signature = await supervisor.identity.signing.sign(commentMessage(unsigned));
    expect(await opening({ ...sealed, signature })).toBe('cannot-open');
  });

  it('cannot stand in for a text: its key is another', () => {
    expect(String(key.comment)).not.toBe(String(key.content));
  });
});
