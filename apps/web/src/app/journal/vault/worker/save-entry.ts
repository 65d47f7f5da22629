import { newEntryKey, sealGrant, sealRevision, wrapEntryKey } from '@visavis/sealing';
import {
  equalInConstantTime,
  type Grant,
  type PublicIdentity,
  revisionHash,
  type Schema,
} from '@visavis/sealing-proof';
import { VaultRefused } from '../vault-trouble';
import { requireDocument } from './open-entry-row';
import { currentOf, type HeldEntry, type OpenedVault } from './opened-vault';
import type { World } from './world';

export interface Writing {
  readonly id: string;
  readonly schema: Schema;
  readonly body: string;
  /** Who may read from this revision on: given when the set changes, which opens a new epoch. */
  readonly readers?: readonly PublicIdentity[];
  /** Revisions in the queue that this one takes the place of. */
  readonly replacing?: readonly number[];
}

/**
 * Seals a text as the next revision and lays it in the queue for the server. From then on it is what the entry says
 * here. Nothing is ever written over an entry that does not open.
 */
export async function sealEntry(world: World, vault: OpenedVault, writing: Writing): Promise<HeldEntry> {
  const { id, schema, body } = writing;
  const unopened = vault.unopened.get(id);
  if (unopened) throw new VaultRefused('entry-unreadable', { reason: unopened.trouble });
  if (!vault.writes) throw new VaultRefused('written-elsewhere');
  if (vault.lookFirst && schema !== 'vault-index/1') throw new VaultRefused('look-first');
  const held = vault.entries.get(id) ?? null;
  if (held && held.schema !== schema) throw new VaultRefused('class-mismatch');
  requireDocument(schema, body);
  const { epoch, wish, readers } = await sealNext(world, vault, writing, held);
  const { replacing = [] } = writing;
  const row = { ...wish, vaultId: vault.vaultId, entryId: id, wrap: epoch.wrap };
  await world.device.addWaiting(row, replacing);
  vault.waiting.set(id, (vault.waiting.get(id) ?? 0) + 1 - replacing.length);
  const saved: HeldEntry = {
    id,
    schema,
    ...epoch,
    head: { epoch: epoch.key.epoch, rev: wish.revision.rev, hash: wish.hash },
    body,
    confirmed: vault.entries.get(id)?.confirmed ?? null,
    savedAt: vault.entries.get(id)?.savedAt ?? world.now(),
    epochClosed: false,
    readers,
    trouble: null,
  };
  vault.entries.set(id, saved);
  return saved;
}

async function sealNext(world: World, vault: OpenedVault, writing: Writing, held: HeldEntry | null) {
  const current = currentOf(vault);
  const isOpen = held && !held.epochClosed && isInForce(held, current.identity.publicKeys.edPub);
  const isSame = isOpen && writing.readers === undefined;
  const key = isSame ? held.key : newEntryKey(current, writing.id, (held?.head.epoch ?? 0) + 1, world.random);
  const head = held && { rev: held.head.rev, hash: held.head.hash };
  const revision = await sealRevision(
    key,
    current.identity,
    { head, schema: writing.schema, body: writing.body },
    world.random,
  );
  const grants = isSame ? [] : await grantsTo(world, vault, key, writing);
  const wrap = isSame ? held.wrap : wrapEntryKey(current, key, world.random);
  return {
    epoch: { key, wrap },
    readers: isSame ? held.readers : new Set(grants.map(({ recipientId }) => recipientId)),
    wish: {
      revision,
      ...(!isSame && { key: wrap, grants }),
      hash: revisionHash(revision),
    },
  };
}

function grantsTo(
  world: World,
  vault: OpenedVault,
  key: HeldEntry['key'],
  { schema, readers = [] }: Writing,
): Promise<Grant[]> {
  const { identity } = currentOf(vault);
  const { pins } = vault.memory.index;
  return Promise.all(
    readers.map((reader) => sealGrant(key, identity, { reader, pins, schema }, world.random)),
  );
}

/** An identity that was retired signs nothing more: the first revision after a rotation opens a new epoch. */
function isInForce({ key }: HeldEntry, edPub: HeldEntry['head']['hash']): boolean {
  return equalInConstantTime(key.openedWith, edPub);
}
