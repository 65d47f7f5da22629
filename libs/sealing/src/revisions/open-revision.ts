import {
  type Bytes,
  equalInConstantTime,
  hashOfOwnAside,
  requireSchema,
  requireSigned,
  type Revision,
  revisionHeader,
  type Schema,
  type VerifyingKey,
} from '@visavis/sealing-proof';
import { committed, type EntryKey, requirePlace } from '../keys/entry-key';
import { open } from '../primitives/aead';
import { refuse } from '../sealing-refusal';
import { unpad } from './padding';

export interface OpenedRevision {
  readonly schema: Schema;
  /** JSON, as it was written. */
  readonly body: string;
  readonly hash: Bytes;
}

export interface RevisionExpectation {
  /** The class the row claims, in the server's words. */
  readonly schema: string;
  readonly owner: { readonly id: string; readonly key: VerifyingKey };
  /** True for a hash whose signature this device has verified before; the hash itself is always computed. */
  readonly wasVerified?: (hash: Bytes) => boolean;
}

/** The text of a revision, once it has proven to be the owner's, of this entry, this epoch and this class. */
export async function openRevision(
  key: EntryKey,
  revision: Revision,
  { schema, owner, wasVerified }: RevisionExpectation,
): Promise<OpenedRevision> {
  // The class decides who may read: it is taken from the signed header, and a row that says another one is refused.
  if (revision.schema !== schema) throw refuse('class-mismatch');
  if (!equalInConstantTime(owner.key.bytes, key.openedWith)) throw refuse('key-retired');
  requirePlace(key, revision);
  committed(key, revision.commit);
  const hash = await hashOfOwnAside(revision, owner.id);
  if (!wasVerified?.(hash)) await requireSigned(hash, revision.signature, owner.key);
  return {
    schema: requireSchema(schema),
    body: unpad(open(key.content, revisionHeader(revision), revision)),
    hash,
  };
}
