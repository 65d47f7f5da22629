import { type Bytes, counter, pae, requireId, requireLength, SUITE } from '@visavis/sealing-proof';
import { argon2id, ARGON2ID, SALT_LENGTH } from '../primitives/argon2id';
import { derivationFrom } from '../primitives/derive';
import { refuse } from '../sealing-refusal';
import { passphraseBytes } from '../words/passphrase';
import { RECOVERY_LENGTH } from '../words/recovery-code';

export const SLOT_TYPES = ['passphrase', 'recovery', 'prf'] as const;
export type SlotType = (typeof SLOT_TYPES)[number];

/** One way into the vault: the master key, wrapped by what somebody knows or holds. */
export interface Slot {
  readonly vaultId: string;
  readonly slotId: string;
  readonly type: string;
  readonly derivation: string;
  readonly salt: Bytes;
  readonly generation: number;
  readonly commit: Bytes;
  readonly nonce: Bytes;
  readonly wrapped: Bytes;
}
export type SlotPlace = Pick<Slot, 'vaultId' | 'slotId'>;

export type SlotSecret =
  | { readonly type: 'passphrase'; readonly passphrase: string }
  | { readonly type: 'recovery'; readonly bytes: Bytes }
  | { readonly type: 'prf'; readonly output: Bytes };

/** Only what a person remembers needs slow hashing; the others are keys already. */
const RULES: Record<SlotType, { readonly derivation: string; readonly saltLength: number }> = {
  passphrase: { derivation: ARGON2ID, saltLength: SALT_LENGTH },
  recovery: { derivation: 'hkdf', saltLength: 0 },
  prf: { derivation: 'hkdf', saltLength: 0 },
};

export function slotRule(type: SlotType): (typeof RULES)[SlotType] {
  return RULES[type];
}

/** Refuses any slot whose type or parameters are not the compiled ones, before anything is computed from it. */
export function requireSlotRule(slot: Slot): SlotType {
  const type = SLOT_TYPES.find((each) => each === slot.type);
  if (!type) throw refuse('slot-type-unknown');
  const { derivation, saltLength } = RULES[type];
  if (slot.derivation !== derivation || slot.salt.length !== saltLength)
    throw refuse('derivation-not-allowed');
  return type;
}

export function slotHeader(slot: Omit<Slot, 'nonce' | 'wrapped'>): Bytes {
  return pae(
    SUITE,
    'slot',
    requireId(slot.vaultId),
    requireId(slot.slotId),
    slot.type,
    slot.derivation,
    slot.salt,
    counter(slot.generation),
    slot.commit,
  );
}

/** The key that wraps and the commitment that tells a wrong passphrase before anything is opened. */
export async function slotKeys(
  secret: SlotSecret,
  { vaultId, slotId }: SlotPlace,
  salt: Bytes,
): Promise<{ readonly kek: Bytes; readonly commit: Bytes }> {
  const keyOf = derivationFrom(await keyMaterial(secret, salt));
  const place = [requireId(vaultId), requireId(slotId), secret.type] as const;
  return { kek: keyOf('slot/kek', ...place), commit: keyOf('slot/commit', ...place) };
}

function keyMaterial(secret: SlotSecret, salt: Bytes): Promise<Bytes> | Bytes {
  if (secret.type === 'passphrase') return argon2id(passphraseBytes(secret.passphrase), salt);
  if (secret.type === 'recovery') return requireLength(secret.bytes, RECOVERY_LENGTH);
  return requireLength(secret.output, 32);
}
