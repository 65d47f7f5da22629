import { equalInConstantTime } from '@visavis/sealing-proof';
import { type MasterKey, masterKey } from '../keys/master-key';
import { open } from '../primitives/aead';
import { refuse } from '../sealing-refusal';
import { requireSlotRule, type Slot, slotHeader, slotKeys, type SlotSecret } from './slot';

/**
 * The commitment is compared before the box is opened: without it one crafted box could open under several
 * passphrases at once, and a server could test many guesses with one unlock (Poly1305 does not commit to its key).
 */
export async function openSlot(slot: Slot, secret: SlotSecret): Promise<MasterKey> {
  if (requireSlotRule(slot) !== secret.type) throw refuse('key-does-not-fit');
  const { kek, commit } = await slotKeys(secret, slot, slot.salt);
  if (!equalInConstantTime(commit, slot.commit)) throw refuse('key-does-not-fit');
  const bytes = open(kek, slotHeader(slot), { nonce: slot.nonce, ciphertext: slot.wrapped });
  return masterKey(slot.vaultId, slot.generation, bytes);
}
