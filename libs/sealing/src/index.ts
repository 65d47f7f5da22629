export { type AnySealingRefusal, SEALING_REFUSALS, type SealingRefusal } from './sealing-refusal';
export type { Random } from './primitives/random';
export type { Sealed } from './primitives/aead';
export type { SigningKey } from './primitives/signing-key';
export { matchWords } from './words/french-words';
export { newPassphrase, PASSPHRASE_WORDS, readPassphrase } from './words/passphrase';
export { FINGERPRINT_WORDS, fingerprintWords } from './words/fingerprint';
export { newRecoveryBytes, readRecoveryCode, writeRecoveryCode } from './words/recovery-code';
export { type Slot, SLOT_TYPES, type SlotSecret, type SlotType } from './slots/slot';
export { sealSlot } from './slots/seal-slot';
export { openSlot } from './slots/open-slot';
export { requireSlots } from './slots/require-slots';
export type { MasterKey } from './keys/master-key';
export { type Identity, openIdentity, type WrappedIdentity } from './keys/identity';
export { type Generation, generationOf, type Keyring } from './keys/generation';
export type { PreviousGeneration } from './keys/previous-generation';
export {
  type EntryKey,
  type EpochPlace,
  newEntryKey,
  unwrapEntryKey,
  type WrappedEntryKey,
  wrapEntryKey,
} from './keys/entry-key';
export { openLocally, sealLocally } from './keys/local-seal';
export { opaqueId } from './keys/opaque-id';
export { LONGEST_TEXT } from './revisions/padding';
export { sealRevision } from './revisions/seal-revision';
export { type OpenedRevision, openRevision, type RevisionExpectation } from './revisions/open-revision';
export { signDeletion } from './revisions/sign-deletion';
export { sealGrant } from './shares/seal-grant';
export { openGrant } from './shares/open-grant';
export { readersOf } from './shares/readers-of';
export { sealComment } from './comments/seal-comment';
export { openComment } from './comments/open-comment';
export { pin, type Pins, requirePinned } from './vault/pins';
export { type EntryMemory, readVaultIndex, type VaultIndex, writeVaultIndex } from './vault/vault-index';
export {
  forgetEntry,
  rememberGeneration,
  rememberHead,
  type SeenHead,
  vanishedEntries,
} from './vault/remember';
export { beginVault, type BegunVault, type VaultIds } from './vault/begin-vault';
export { type StoredVault, unlockVault } from './vault/unlock-vault';
export { type RotatedVault, rotateVault } from './vault/rotate-vault';
