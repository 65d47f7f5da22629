import { toHex } from '@visavis/sealing-proof';
import { COACH, ENTRY, OTHER_ENTRY, SUPERVISOR } from '../testing/people';
import { seeded } from '../testing/random';
import { reasonOf } from '../testing/reason-of';
import { pin } from './pins';
import { forgetEntry, rememberGeneration, rememberHead, type SeenHead, vanishedEntries } from './remember';
import { readVaultIndex, type VaultIndex, writeVaultIndex } from './vault-index';

const random = seeded('remember');
const edPub = random(32);
const hash = random(32);
const empty: VaultIndex = {
  v: 1,
  generation: 2,
  edPub: toHex(edPub),
  pins: pin({}, SUPERVISOR, random(32)),
  keyRows: [],
  entries: {},
};
const seen = (change: Partial<SeenHead> = {}): SeenHead => ({
  epoch: 2,
  rev: 5,
  hash,
  readers: new Set(),
  ...change,
});

describe('the memory of a vault', () => {
  it('follows to other devices as it is', () => {
    const index = rememberHead(empty, ENTRY, seen({ readers: new Set([SUPERVISOR, COACH]) }));
    expect(readVaultIndex(writeVaultIndex(index))).toEqual(index);
    expect(index.entries[ENTRY]).toEqual({
      epoch: 2,
      rev: 5,
      hash: toHex(hash),
      readers: [COACH, SUPERVISOR],
    });
  });

  it('goes on, and never back: not to an earlier revision, epoch, generation or another one of the same number', async () => {
    const index = rememberHead(empty, ENTRY, seen());
    const next = (change: Partial<SeenHead>) => reasonOf(() => rememberHead(index, ENTRY, seen(change)));
    expect(await next({})).toBeNull();
    expect(await next({ rev: 6, hash: random(32) })).toBeNull();
    expect(await next({ rev: 6, epoch: 3, hash: random(32) })).toBeNull();
    expect(await next({ rev: 4 })).toBe('revision-went-back');
    expect(await next({ hash: random(32) })).toBe('revision-went-back');
    expect(await next({ epoch: 1, rev: 6 })).toBe('epoch-went-back');
    const generation = (number: number, key = edPub) =>
      reasonOf(() => rememberGeneration(empty, number, key));
    expect(await generation(2)).toBeNull();
    expect(await generation(3, random(32))).toBeNull();
    expect(await generation(1)).toBe('generation-went-back');
    expect(await generation(2, random(32))).toBe('identity-changed');
    expect(rememberGeneration(empty, 3, hash)).toMatchObject({ generation: 3, edPub: toHex(hash) });
  });

  it('stays what it is when what it sees is what it knows', () => {
    const index = rememberHead(empty, ENTRY, seen({ readers: new Set([SUPERVISOR]) }));
    expect(rememberHead(index, ENTRY, seen({ readers: new Set([SUPERVISOR]) }))).toBe(index);
    expect(rememberHead(index, ENTRY, seen()).entries[ENTRY]?.readers).toEqual([]);
  });

  it('says which entries are gone without the owner’s signature', () => {
    const index = rememberHead(rememberHead(empty, ENTRY, seen()), OTHER_ENTRY, seen());
    expect(vanishedEntries(index, new Set([ENTRY]))).toEqual([OTHER_ENTRY]);
    expect(vanishedEntries(forgetEntry(index, OTHER_ENTRY), new Set([ENTRY]))).toEqual([]);
  });

  it('refuses what is no index, and does not write one', async () => {
    const good = JSON.parse(writeVaultIndex(empty)) as Record<string, unknown>;
    for (const change of [
      { v: 2 },
      { generation: 0 },
      { edPub: 'AA' },
      { pins: { someone: 'x' } },
      { entries: { [ENTRY]: { rev: 1 } } },
      { more: 1 },
    ])
      expect(await reasonOf(() => readVaultIndex(JSON.stringify({ ...good, ...change })))).toBe(
        'index-malformed',
      );
    for (const body of ['', '[]', 'null', '{'])
      expect(await reasonOf(() => readVaultIndex(body))).toBe('index-malformed');
    expect(() => writeVaultIndex({ ...empty, generation: 0 })).toThrow();
  });
});
