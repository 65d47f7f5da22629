import { type Bytes, counter, equalInConstantTime, requireLength } from './bytes';
import { sha256, sha256Aside } from './hash';
import { requireId } from './ids';
import { pae, SUITE } from './pae';
import { refuse } from './proof-refusal';
import { requireSchema } from './schema';
import { HASH_LENGTH, NONCE_LENGTH, requireSealedSize } from './sizes';
import { requireSignature } from './require-signature';
import type { VerifyingKey } from './verifying-key';

/** What everybody may know of a revision; all of it is authenticated with the text. */
export interface RevisionHeader {
  readonly vaultId: string;
  readonly authorId: string;
  readonly entryId: string;
  readonly epoch: number;
  readonly rev: number;
  /** Hash of the revision before; 32 zeros for the first. */
  readonly prevHash: Bytes;
  /** Commitment to the entry's key of this epoch. */
  readonly commit: Bytes;
  readonly schema: string;
}

export interface Revision extends RevisionHeader {
  readonly nonce: Bytes;
  readonly ciphertext: Bytes;
  readonly signature: Bytes;
}

/** The newest revision of an entry. */
export interface Head {
  readonly rev: number;
  readonly hash: Bytes;
}

export const NO_HASH: Bytes = new Uint8Array(HASH_LENGTH);

export function revisionHeader(header: RevisionHeader): Bytes {
  return pae(
    SUITE,
    'rev',
    requireId(header.vaultId),
    requireId(header.authorId),
    requireId(header.entryId),
    counter(header.epoch),
    counter(header.rev),
    requireLength(header.prevHash, HASH_LENGTH),
    requireLength(header.commit, HASH_LENGTH),
    requireSchema(header.schema),
  );
}

/** Over the ciphertext, not the text: the hash tells nothing about what was written. */
export function revisionHash(revision: Omit<Revision, 'signature'>): Bytes {
  return sha256(hashedOf(revision));
}

function hashedOf(revision: Omit<Revision, 'signature'>): Bytes {
  requireLength(revision.nonce, NONCE_LENGTH);
  return pae(SUITE, 'revhash', revisionHeader(revision), revision.nonce, revision.ciphertext);
}

export function revisionMessage(hash: Bytes): Bytes {
  return pae(SUITE, 'revsig', requireLength(hash, HASH_LENGTH));
}

/** Answers the hash of a revision that its vault's owner wrote. */
export async function verifyRevision(
  revision: Revision,
  owner: { readonly id: string; readonly key: VerifyingKey },
): Promise<Bytes> {
  const hash = hashOfOwn(revision, owner.id);
  await requireSigned(hash, revision.signature, owner.key);
  return hash;
}

/** For those who computed the hash themselves. */
export async function requireSigned(hash: Bytes, signature: Bytes, owner: VerifyingKey): Promise<void> {
  await requireSignature(owner, signature, revisionMessage(hash));
}

/** The hash of a revision whose shape is right, its signature apart: for those whose hash was verified before. */
export function hashOfOwn(revision: Revision, ownerId: string): Bytes {
  requireOwn(revision, ownerId);
  return revisionHash(revision);
}

/** The same beside this thread: for whoever opens many at once. */
export async function hashOfOwnAside(revision: Revision, ownerId: string): Promise<Bytes> {
  requireOwn(revision, ownerId);
  return sha256Aside(hashedOf(revision));
}

function requireOwn(revision: Revision, ownerId: string): void {
  if (revision.authorId !== ownerId) throw refuse('author-not-owner');
  requireSealedSize(revision.ciphertext);
}

/** An entry grows by one revision at a time; what was written on an older one is merged, never put over it. */
export function requireSuccessor(head: Head | null, revision: Pick<Revision, 'rev' | 'prevHash'>): void {
  const expected = head ?? { rev: 0, hash: NO_HASH };
  if (revision.rev !== expected.rev + 1 || !equalInConstantTime(revision.prevHash, expected.hash))
    throw refuse('head-moved', { rev: expected.rev });
}
