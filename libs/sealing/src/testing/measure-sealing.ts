import { type Revision, toHex, verifyIdentity } from '@visavis/sealing-proof';
import { newEntryKey, unwrapEntryKey, type WrappedEntryKey, wrapEntryKey } from '../keys/entry-key';
import { openRevision } from '../revisions/open-revision';
import { sealRevision } from '../revisions/seal-revision';
import { beginVault } from '../vault/begin-vault';
import { unlockVault } from '../vault/unlock-vault';
import type { Random } from '../primitives/random';
import { COACH, OTHER_SLOT, SLOT, VAULT } from './people';

const ENTRIES = 1000;
const ENTRY_BYTES = 4000;
const schema = 'journal/1';
const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

export interface SealingFigures {
  /** From the typed passphrase to keys, Argon2id included; median milliseconds. */
  readonly unlockMs: number;
  /** 1,000 entries of 4 kB from their rows, every signature checked; median milliseconds. */
  readonly firstOpeningMs: number;
  /** The same when their hashes were verified before on this device. */
  readonly laterOpeningMs: number;
}

/** What `npm run bench` measures, in Chromium and in Node alike. Seeing other texts than were written is an error. */
export async function measureSealing(rounds: number): Promise<SealingFigures> {
  const ids = { vaultId: VAULT, userId: COACH, passphraseSlotId: SLOT, recoverySlotId: OTHER_SLOT };
  const { slots, identity, passphrase, generation } = await beginVault(ids, random);
  const body = JSON.stringify({ v: 1, text: 'é'.repeat((ENTRY_BYTES - 20) / 2) });
  const rows: { wrap: WrappedEntryKey; revision: Revision }[] = [];
  for (let count = 0; count < ENTRIES; count++) {
    const key = newEntryKey(generation, entryId(count), 1, random);
    const revision = await sealRevision(
      key,
      generation.identity,
      { head: null, schema, body: body + ' '.repeat(count % 10) },
      random,
    );
    rows.push({ wrap: wrapEntryKey(generation, key, random), revision });
  }
  const owner = { id: COACH, key: await verifyIdentity(generation.identity.publicKeys) };
  const verified = new Set<string>();
  const openAll = async (remembers: boolean) => {
    const opened = await Promise.all(
      rows.map(async ({ wrap, revision }) =>
        openRevision(unwrapEntryKey(generation, wrap), revision, {
          schema,
          owner,
          wasVerified: (hash) => remembers && verified.has(toHex(hash)),
        }),
      ),
    );
    if (opened.some((each) => each.body.trimEnd() !== body))
      throw new Error('an entry is not what was written');
    for (const { hash } of opened) verified.add(toHex(hash));
  };
  const stored = { suite: 'visavis/1', identity, previous: [] };
  await openAll(false);
  return {
    unlockMs: await median(Math.min(rounds, 5), () =>
      unlockVault(stored, slots[0], { type: 'passphrase', passphrase }),
    ),
    firstOpeningMs: await median(rounds, () => openAll(false)),
    laterOpeningMs: await median(rounds, () => openAll(true)),
  };
}

async function median(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = performance.now();
    await work();
    times.push(performance.now() - before);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

function entryId(count: number): string {
  return `22222222-2222-4222-8222-${String(count).padStart(12, '0')}`;
}
