import type { Comment, Grant, Revision } from '@visavis/sealing-proof';
import fc from 'fast-check';
import { openComment } from './comments/open-comment';
import { sealComment } from './comments/seal-comment';
import { type EntryKey, unwrapEntryKey, wrapEntryKey } from './keys/entry-key';
import { openIdentity, wrapIdentity } from './keys/identity';
import { newMasterKey } from './keys/master-key';
import { openPrevious, wrapPrevious } from './keys/previous-generation';
import { openRevision } from './revisions/open-revision';
import { sealRevision } from './revisions/seal-revision';
import { openGrant } from './shares/open-grant';
import { sealGrant } from './shares/seal-grant';
import { openSlot } from './slots/open-slot';
import { sealSlot } from './slots/seal-slot';
import * as people from './testing/people';
import { seeded } from './testing/random';
import { reasonOf } from './testing/reason-of';

const { COACH, COMMENT, SLOT, SUPERVISOR, VAULT } = people;
const random = seeded('any bit');
const schema = 'journal/1';

/** A row of which one bit of one field of bytes is another. */
function oneBitOff<Row extends object>(row: Row): fc.Arbitrary<Row> {
  const fields = Object.entries(row).filter(
    (entry): entry is [string, Uint8Array] => entry[1] instanceof Uint8Array && entry[1].length > 0,
  );
  return fc.constantFrom(...fields).chain(([name, bytes]) =>
    fc.nat(bytes.length * 8 - 1).map((bit) => {
      const changed = Uint8Array.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return { ...row, [name]: changed };
    }),
  );
}

/** Every row opens as it is, and none with a bit changed, whichever. */
async function refusesAnyBit<Row extends object>(row: Row, opening: (row: Row) => unknown): Promise<void> {
  expect(await reasonOf(() => opening(row))).toBeNull();
  await fc.assert(
    fc.asyncProperty(oneBitOff(row), async (changed) => {
      expect(await reasonOf(() => opening(changed))).toEqual(expect.any(String));
    }),
    { numRuns: 250 },
  );
}

describe('one bit changed, anywhere', () => {
  let coach: people.Person;
  let supervisor: people.Person;
  let key: EntryKey;
  let generation: ReturnType<typeof people.aGeneration>;

  beforeAll(async () => {
    [coach, supervisor] = [await people.aPerson(COACH), await people.aPerson(SUPERVISOR)];
    generation = people.aGeneration(coach);
    key = people.anEntryKey(generation);
  });

  it('in a revision, is refused', async () => {
    const wish = { head: { rev: 4, hash: random(32) }, schema, body: '{"v":1}' } as const;
    const revision: Revision = await sealRevision(key, coach.identity, wish, random);
    await refusesAnyBit(revision, (row) => openRevision(key, row, { schema, owner: coach }));
  });

  it('in a grant, is refused', async () => {
    const wish = { reader: supervisor.identity.publicKeys, pins: people.pinsOf(supervisor), schema };
    const grant: Grant = await sealGrant(key, coach.identity, wish, random);
    await refusesAnyBit(grant, (row) => openGrant(supervisor.identity, row, { schema, owner: coach }));
  });

  it('in a comment, is refused', async () => {
    const comment: Comment = await sealComment(
      key,
      supervisor.identity,
      { commentId: COMMENT, body: '{}' },
      random,
    );
    await refusesAnyBit(comment, (row) => openComment(key, row, supervisor));
  });

  it('in a slot, is refused', async () => {
    const secret = { type: 'recovery', bytes: random(16) } as const;
    const slot = await sealSlot(generation.master, SLOT, secret, random);
    await refusesAnyBit(slot, (row) => openSlot(row, secret));
  });

  it('in the wrapped key of an entry, an identity or a former generation, is refused', async () => {
    await refusesAnyBit(wrapEntryKey(generation, key, random), (row) => unwrapEntryKey(generation, row));
    await refusesAnyBit(wrapIdentity(generation.master, coach.identity, random), (row) =>
      openIdentity(generation.master, row),
    );
    const next = newMasterKey(VAULT, 2, random);
    await refusesAnyBit(wrapPrevious(next, generation, random), (row) => openPrevious(next, COACH, row));
  });
});

describe('any text', () => {
  it('comes back from a revision and from a comment as it was written', async () => {
    const coach = await people.aPerson(COACH);
    const key = people.anEntryKey(people.aGeneration(coach));
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' }), async (entry) => {
        const body = JSON.stringify(entry);
        const revision = await sealRevision(key, coach.identity, { head: null, schema, body }, random);
        expect((await openRevision(key, revision, { schema, owner: coach })).body).toBe(body);
        const comment = await sealComment(key, coach.identity, { commentId: COMMENT, body }, random);
        expect(await openComment(key, comment, coach)).toBe(body);
      }),
    );
  });
});
