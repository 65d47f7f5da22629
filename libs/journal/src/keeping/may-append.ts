import { Refusal, type Instant } from '@visavis/kernel';
import {
  type Bytes,
  equalInConstantTime,
  type Grant,
  NO_HASH,
  type ProofRefusal,
  type Revision,
  writeBase64Url,
} from '@visavis/sealing-proof';
import type { SaveRevisionWish } from '../wire/entries-wire';
import { refuseVault } from '../wire/vault-refusal';

/** What the server knows of an entry and its vault. */
export interface Keeping {
  readonly ownerId: string;
  readonly vault: { readonly id: string; readonly generation: number } | null;
  /** When writing ends; null without an end. */
  readonly writesUntil: Instant | null;
  /** A tombstone stands in its place. */
  readonly deleted: boolean;
  readonly entry: EntryHead | null;
}

export interface EntryHead {
  readonly schema: string;
  readonly rev: number;
  readonly hash: Bytes;
  readonly epoch: number;
  readonly epochClosed: boolean;
  /** Under which the epoch's key is wrapped: says whose signature counts in it. */
  readonly generation: number;
  readonly commit: Bytes;
}

/** Written in a later release: until then nobody keeps any. */
const NOT_OPEN: readonly string[] = ['session-private/1', 'session-shared/1'];

/**
 * Whether a revision may follow, its signatures apart.
 *
 * @throws Refusal what a vault and a chain of revisions refuse; `head-moved` carries the head
 */
export function mayAppend(keeping: Keeping, wish: SaveRevisionWish, now: Instant): void {
  const { vault, entry, writesUntil, deleted } = keeping;
  const { revision, grants = [] } = wish;
  if (vault?.id !== revision.vaultId) throw refuseVault('vault-missing');
  if (writesUntil !== null && now >= writesUntil) throw refuseVault('vault-closed');
  if (NOT_OPEN.includes(revision.schema)) throw refuseVault('class-not-open');
  if (deleted) throw refuseVault('entry-deleted');
  requireHead(entry, revision);
  if (entry !== null && entry.schema !== revision.schema) throw refuseVault('class-changed');
  requireEpoch(entry, wish, vault.generation);
  if (grants.length > 1) throw refuseVault('one-reader');
  if (!grants.every((grant) => isOfEpoch(grant, keeping.ownerId, revision))) throw refuseVault('key-wrong');
}

/** The head as a problem tells it. */
export function headMoved(entry: Pick<EntryHead, 'rev' | 'hash' | 'epoch'> | null): Refusal<ProofRefusal> {
  const { rev, hash, epoch } = entry ?? { rev: 0, hash: null, epoch: 0 };
  return new Refusal('head-moved', {
    head: { rev, hash: hash === null ? '' : writeBase64Url(hash), epoch },
  });
}

function requireHead(entry: EntryHead | null, { rev, prevHash }: Revision): void {
  const head = entry ?? { rev: 0, hash: NO_HASH };
  if (rev !== head.rev + 1 || !equalInConstantTime(prevHash, head.hash)) throw headMoved(entry);
}

function requireEpoch(
  entry: EntryHead | null,
  { revision, key, grants = [] }: SaveRevisionWish,
  generation: number,
): void {
  if (revision.epoch === (entry?.epoch ?? 0) + 1) {
    if (key === undefined || !isKeyOf(key, revision)) throw refuseVault('key-wrong');
    if (key.generation !== generation) throw refuseVault('generation-moved');
    return;
  }
  if (entry?.epoch !== revision.epoch) throw refuseVault('epoch-out-of-order');
  if (entry.epochClosed) throw refuseVault('epoch-closed');
  // A retired identity signs nothing new, not even where it once signed.
  if (entry.generation !== generation) throw refuseVault('generation-moved');
  if (key !== undefined || grants.length > 0 || !equalInConstantTime(entry.commit, revision.commit))
    throw refuseVault('key-wrong');
}

function isKeyOf(key: NonNullable<SaveRevisionWish['key']>, revision: Revision): boolean {
  return isOfPlace(key, revision) && equalInConstantTime(key.commit, revision.commit);
}

function isOfEpoch(grant: Grant, ownerId: string, revision: Revision): boolean {
  return (
    isOfPlace(grant, revision) &&
    equalInConstantTime(grant.commit, revision.commit) &&
    grant.recipientId !== ownerId
  );
}

interface Place {
  readonly vaultId: string;
  readonly entryId: string;
  readonly epoch: number;
}

function isOfPlace(one: Place, other: Place): boolean {
  return one.vaultId === other.vaultId && one.entryId === other.entryId && one.epoch === other.epoch;
}
