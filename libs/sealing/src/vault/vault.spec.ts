import { openRevision } from '../revisions/open-revision';
import { sealRevision } from '../revisions/seal-revision';
import { newEntryKey, unwrapEntryKey, wrapEntryKey } from '../keys/entry-key';
import { generationOf } from '../keys/generation';
import { requireSlots } from '../slots/require-slots';
import { verifyIdentity } from '@visavis/sealing-proof';
import { COACH, ENTRY, OTHER_SLOT, SLOT, VAULT } from '../testing/people';
import { seeded } from '../testing/random';
import { reasonOf } from '../testing/reason-of';
import { readPassphrase } from '../words/passphrase';
import { readRecoveryCode } from '../words/recovery-code';
import { beginVault } from './begin-vault';
import { rotateVault } from './rotate-vault';
import { unlockVault } from './unlock-vault';

const random = seeded('vault');
const slotIds = { passphraseSlotId: SLOT, recoverySlotId: OTHER_SLOT };
const ids = { ...slotIds, vaultId: VAULT, userId: COACH };
const suite = 'visavis/1';

describe('a vault', () => {
  it('opens with its passphrase as it was shown and with its recovery code', async () => {
    const begun = await beginVault(ids, random);
    requireSlots(begun.slots);
    const stored = { suite, identity: begun.identity, previous: [] };
    const passphrase = readPassphrase(begun.passphrase.toUpperCase());
    const [first] = await unlockVault(stored, begun.slots[0], { type: 'passphrase', passphrase });
    expect(first.master).toEqual(begun.generation.master);
    const bytes = readRecoveryCode(begun.recoveryCode);
    const [second] = await unlockVault(stored, begun.slots[1], { type: 'recovery', bytes });
    expect(second.master).toEqual(first.master);
    expect(second.identity.publicKeys).toEqual(first.identity.publicKeys);
  });

  it('refuses another suite before a secret is used', async () => {
    const begun = await beginVault(ids, random);
    const bytes = readRecoveryCode(begun.recoveryCode);
    const stored = { suite: 'visavis/0', identity: begun.identity, previous: [] };
    const unlocking = () => unlockVault(stored, begun.slots[1], { type: 'recovery', bytes });
    expect(await reasonOf(unlocking)).toBe('suite-unknown');
  });

  it('keeps its history readable through every rotation, and opens with the new secrets only', async () => {
    const begun = await beginVault(ids, random);
    const key = newEntryKey(begun.generation, ENTRY, 1, random);
    const row = wrapEntryKey(begun.generation, key, random);
    const wish = { head: null, schema: 'journal/1', body: '{"v":1}' } as const;
    const revision = await sealRevision(key, begun.generation.identity, wish, random);

    const once = await rotateVault(begun.generation, slotIds, random);
    const twice = await rotateVault(once.generation, slotIds, random);
    expect(twice.generation.master.generation).toBe(3);
    expect(twice.passphrase).not.toBe(begun.passphrase);

    const stored = { suite, identity: twice.identity, previous: [once.previous, twice.previous] };
    const bytes = readRecoveryCode(twice.recoveryCode);
    const keyring = await unlockVault(stored, twice.slots[1], { type: 'recovery', bytes });
    expect(keyring.map(({ master }) => master.generation)).toEqual([3, 2, 1]);
    const former = generationOf(keyring, row.generation);
    const owner = { id: COACH, key: await verifyIdentity(former.identity.publicKeys) };
    const opened = await openRevision(unwrapEntryKey(former, row), revision, { schema: 'journal/1', owner });
    expect(opened.body).toBe('{"v":1}');

    const old = { type: 'recovery', bytes: readRecoveryCode(begun.recoveryCode) } as const;
    expect(await reasonOf(() => unlockVault(stored, twice.slots[1], old))).toBe('key-does-not-fit');
    // An old slot beside the new identity: what a server shows that kept a copy.
    expect(await reasonOf(() => unlockVault(stored, begun.slots[1], old))).toBe('generation-unknown');
    const gap = { ...stored, previous: [twice.previous] };
    const unlocking = () => unlockVault(gap, twice.slots[1], { type: 'recovery', bytes });
    expect(await reasonOf(unlocking)).toBe('generation-unknown');
  });
});
