import type { SlotJson } from '@visavis/sealing-proof';
import { refuseVault } from '../wire/vault-refusal';

/** Losing every way in is losing everything, so there are two at least, one of them on paper. */
export function requireSlots(slots: readonly Pick<SlotJson, 'type'>[]): void {
  if (slots.length < 2 || !slots.some(({ type }) => type === 'recovery')) throw refuseVault('too-few-slots');
}
