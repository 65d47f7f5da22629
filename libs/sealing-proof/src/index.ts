export { PROOF_REFUSALS, type ProofRefusal } from './proof-refusal';
export {
  type Bytes,
  concat,
  counter,
  equalInConstantTime,
  fromHex,
  le32,
  requireLength,
  toHex,
  utf8,
} from './bytes';
export { pae, requireSuite, SUITE } from './pae';
export { requireId } from './ids';
export { classOf, requireSchema, requireShareable, SCHEMAS, type Schema } from './schema';
export * from './sizes';
export { sha256 } from './hash';
export { fallbackVerifyingKey, readVerifyingKey, type VerifyingKey } from './verifying-key';
export { type PublicIdentity, verifyIdentity, xkeyMessage } from './identity';
export {
  hashOfOwn,
  hashOfOwnAside,
  type Head,
  NO_HASH,
  requireSigned,
  requireSuccessor,
  type Revision,
  revisionHash,
  revisionHeader,
  type RevisionHeader,
  revisionMessage,
  verifyRevision,
} from './revision';
export { type Deletion, deletionMessage, verifyDeletion } from './deletion';
export { type Grant, type GrantHeader, shareInfo, shareMessage, verifyGrant } from './grant';
export { type Comment, type CommentHeader, commentHeader, commentMessage, verifyComment } from './comment';
export { readBase64Url, writeBase64Url } from './wire/base64url';
export { bytesOf, countedNumber, idText, wordOf } from './wire/wire-shapes';
export { type RevisionJson, revisionWire } from './wire/revision-wire';
export { type GrantJson, grantWire } from './wire/grant-wire';
export { type CommentJson, commentWire } from './wire/comment-wire';
export { type DeletionJson, deletionWire } from './wire/deletion-wire';
export { type SlotJson, slotWire } from './wire/slot-wire';
export {
  type PreviousGenerationJson,
  previousGenerationWire,
  type PublicIdentityJson,
  publicIdentityWire,
  type WrappedEntryKeyJson,
  wrappedEntryKeyWire,
  type WrappedIdentityJson,
  wrappedIdentityWire,
} from './wire/vault-wire';
