import { newMasterKey } from '../keys/master-key';
import { unwrapEntryKey, wrapEntryKey } from '../keys/entry-key';
import * as people from '../testing/people';
import { seeded } from '../testing/random';
import { reasonOf } from '../testing/reason-of';
import { openSlot } from './open-slot';
import { requireSlots } from './require-slots';
import { sealSlot } from './seal-slot';
import type { Slot, SlotSecret } from './slot';

const { COACH, OTHER_SLOT, SLOT, VAULT } = people;
const random = seeded('slots');
const master = newMasterKey(VAULT, 3, random);
const passphrase: SlotSecret = { type: 'passphrase', passphrase: 'abaisser abandon abdiquer abeille abolir' };
const recovery: SlotSecret = { type: 'recovery', bytes: random(16) };
const prf: SlotSecret = { type: 'prf', output: random(32) };

describe('a slot', () => {
  it('opens with what it was sealed with, whichever of the three that is', async () => {
    for (const secret of [passphrase, recovery, prf])
      expect(await openSlot(await sealSlot(master, SLOT, secret, random), secret)).toEqual(master);
  });

  it('refuses a wrong passphrase, a wrong code, and a secret of another type', async () => {
    const slot = await sealSlot(master, SLOT, passphrase, random);
    const wrong: SlotSecret = { type: 'passphrase', passphrase: 'abaisser abandon abdiquer abeille abroger' };
    expect(await reasonOf(() => openSlot(slot, wrong))).toBe('key-does-not-fit');
    expect(await reasonOf(() => openSlot(slot, recovery))).toBe('key-does-not-fit');
    const onPaper = await sealSlot(master, SLOT, recovery, random);
    const other: SlotSecret = { type: 'recovery', bytes: random(16) };
    expect(await reasonOf(() => openSlot(onPaper, other))).toBe('key-does-not-fit');
    const asPrf = { ...onPaper, type: 'prf' };
    expect(await reasonOf(() => openSlot(asPrf, prf))).toBe('key-does-not-fit');
  });

  it('refuses the box before it is opened when the commitment is not this key’s', async () => {
    const slot = await sealSlot(master, SLOT, recovery, random);
    // The box itself is intact: only the commitment can have refused it.
    expect(await reasonOf(() => openSlot({ ...slot, commit: random(32) }, recovery))).toBe(
      'key-does-not-fit',
    );
  });

  it('computes nothing from weaker parameters than the compiled ones, whoever offers them', async () => {
    const slot = await sealSlot(master, SLOT, passphrase, random);
    const lowered: Partial<Slot>[] = [
      { derivation: 'argon2id-8MiB-1-1' },
      { derivation: 'hkdf' },
      { derivation: 'pbkdf2' },
      { salt: new Uint8Array(0) },
      { salt: random(8) },
      { salt: random(17) },
    ];
    for (const change of lowered)
      expect(await reasonOf(() => openSlot({ ...slot, ...change }, passphrase))).toBe(
        'derivation-not-allowed',
      );
    const onPaper = await sealSlot(master, SLOT, recovery, random);
    expect(await reasonOf(() => openSlot({ ...onPaper, salt: random(16) }, recovery))).toBe(
      'derivation-not-allowed',
    );
    for (const type of ['', 'password', 'toString'])
      expect(await reasonOf(() => openSlot({ ...slot, type }, passphrase))).toBe('slot-type-unknown');
  });

  it('refuses to be moved: to another slot, vault or generation', async () => {
    const slot = await sealSlot(master, SLOT, recovery, random);
    expect(await reasonOf(() => openSlot({ ...slot, slotId: OTHER_SLOT }, recovery))).toBe(
      'key-does-not-fit',
    );
    expect(await reasonOf(() => openSlot({ ...slot, vaultId: OTHER_SLOT }, recovery))).toBe(
      'key-does-not-fit',
    );
    expect(await reasonOf(() => openSlot({ ...slot, generation: 2 }, recovery))).toBe('cannot-open');
    expect(await reasonOf(() => openSlot({ ...slot, wrapped: slot.wrapped.slice(1) }, recovery))).toBe(
      'cannot-open',
    );
    expect(await reasonOf(() => openSlot({ ...slot, nonce: random(12) }, recovery))).toBe('bytes-malformed');
  });

  it('refuses to stand in for an entry’s key, and an entry’s key for it', async () => {
    const generation = people.aGeneration(await people.aPerson(COACH), 3);
    const slot = await sealSlot(generation.master, SLOT, recovery, random);
    const wrap = wrapEntryKey(generation, people.anEntryKey(generation), random);
    const { nonce, wrapped, commit } = slot;
    expect(await reasonOf(() => unwrapEntryKey(generation, { ...wrap, nonce, wrapped }))).toBe('cannot-open');
    expect(await reasonOf(() => unwrapEntryKey(generation, { ...wrap, nonce, wrapped, commit }))).toBe(
      'cannot-open',
    );
    const asSlot = { ...slot, nonce: wrap.nonce, wrapped: wrap.wrapped };
    expect(await reasonOf(() => openSlot(asSlot, recovery))).toBe('cannot-open');
  });

  it('is never the only one, and one of them is on paper', async () => {
    const of = (...types: string[]) => reasonOf(() => requireSlots(types.map((type) => ({ type }))));
    expect(await of('passphrase', 'recovery')).toBeNull();
    expect(await of('recovery', 'recovery')).toBeNull();
    for (const types of [[], ['recovery'], ['passphrase', 'passphrase'], ['passphrase', 'prf']])
      expect(await of(...types)).toBe('too-few-slots');
  });
});
