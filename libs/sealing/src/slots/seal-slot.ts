import type { MasterKey } from '../keys/master-key';
import { seal } from '../primitives/aead';
import { draw, type Random } from '../primitives/random';
import { type Slot, slotHeader, slotKeys, slotRule, type SlotSecret } from './slot';

/** A new way into the vault. */
export async function sealSlot(
  master: MasterKey,
  slotId: string,
  secret: SlotSecret,
  random: Random,
): Promise<Slot> {
  const { derivation, saltLength } = slotRule(secret.type);
  const salt = draw(random, saltLength);
  const place = { vaultId: master.vaultId, slotId };
  const { kek, commit } = await slotKeys(secret, place, salt);
  const header = { ...place, type: secret.type, derivation, salt, generation: master.generation, commit };
  const { nonce, ciphertext } = seal(kek, slotHeader(header), master.bytes, random);
  return { ...header, nonce, wrapped: ciphertext };
}
