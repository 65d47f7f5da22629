import {
  type Bytes,
  counter,
  equalInConstantTime,
  KEY_LENGTH,
  pae,
  requireId,
  requireLength,
  SUITE,
} from '@visavis/sealing-proof';
import { open, seal } from '../primitives/aead';
import { derivationFrom } from '../primitives/derive';
import { draw, type Random } from '../primitives/random';
import { refuse } from '../sealing-refusal';
import type { Generation } from './generation';

export interface EpochPlace {
  readonly vaultId: string;
  readonly entryId: string;
  readonly epoch: number;
}

/** The key of one entry in one epoch: whoever holds it reads that epoch's revisions and comments, nothing else. */
export interface EntryKey extends EpochPlace {
  readonly bytes: Bytes;
  readonly content: Bytes;
  readonly comment: Bytes;
  readonly commit: Bytes;
  /** The Ed25519 key in force when the epoch began: no other signs in it. */
  readonly openedWith: Bytes;
}

export interface WrappedEntryKey extends EpochPlace {
  readonly commit: Bytes;
  readonly generation: number;
  readonly nonce: Bytes;
  readonly wrapped: Bytes;
}

export function entryKey(place: EpochPlace, bytes: Bytes, openedWith: Bytes): EntryKey {
  const { vaultId, entryId, epoch } = place;
  const keyOf = derivationFrom(requireLength(bytes, KEY_LENGTH));
  const context = [requireId(vaultId), requireId(entryId), counter(epoch)] as const;
  return {
    vaultId,
    entryId,
    epoch,
    bytes,
    content: keyOf('ek/content', ...context),
    // A journal of a thousand entries has few comments: who needs the key derives it.
    get comment() {
      return keyOf('ek/comment', ...context);
    },
    commit: keyOf('ek/commit', ...context),
    openedWith,
  };
}

/** A fresh key: every epoch has one, so that no reader of an earlier or later one is served by it. */
export function newEntryKey(
  { master, identity }: Generation,
  entryId: string,
  epoch: number,
  random: Random,
): EntryKey {
  const place = { vaultId: master.vaultId, entryId, epoch };
  return entryKey(place, draw(random, KEY_LENGTH), identity.publicKeys.edPub);
}

export function wrapEntryKey(
  { master, identity }: Generation,
  key: EntryKey,
  random: Random,
): WrappedEntryKey {
  if (key.vaultId !== master.vaultId) throw refuse('generation-unknown');
  // An epoch stays with the identity that opened it: a key wrapped anew would let a retired one sign.
  if (!equalInConstantTime(key.openedWith, identity.publicKeys.edPub)) throw refuse('key-retired');
  const { vaultId, entryId, epoch, commit } = key;
  const header = { vaultId, entryId, epoch, commit, generation: master.generation };
  const { nonce, ciphertext } = seal(master.wrap, wrapHeader(header), key.bytes, random);
  return { ...header, nonce, wrapped: ciphertext };
}

export function unwrapEntryKey({ master, identity }: Generation, row: WrappedEntryKey): EntryKey {
  if (row.vaultId !== master.vaultId || row.generation !== master.generation)
    throw refuse('generation-unknown');
  const bytes = open(master.wrap, wrapHeader(row), { nonce: row.nonce, ciphertext: row.wrapped });
  return committed(entryKey(row, bytes, identity.publicKeys.edPub), row.commit);
}

/** An entry's key must be the one the header promises, or two readers could be shown two texts under one hash. */
export function committed(key: EntryKey, commit: Bytes): EntryKey {
  if (!equalInConstantTime(key.commit, commit)) throw refuse('key-does-not-fit');
  return key;
}

/** What says to be of another vault, entry or epoch than the key is not tried with it. */
export function requirePlace(key: EntryKey, { vaultId, entryId, epoch }: EpochPlace): void {
  if (vaultId !== key.vaultId || entryId !== key.entryId || epoch !== key.epoch) throw refuse('cannot-open');
}

function wrapHeader(row: Omit<WrappedEntryKey, 'nonce' | 'wrapped'>): Bytes {
  return pae(
    SUITE,
    'ek',
    requireId(row.vaultId),
    requireId(row.entryId),
    counter(row.epoch),
    row.commit,
    counter(row.generation),
  );
}
