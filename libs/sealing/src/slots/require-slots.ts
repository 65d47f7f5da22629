import { refuse } from '../sealing-refusal';
import type { Slot } from './slot';

/** Losing every slot is losing every entry, so there are two at least, always, and one is on paper. */
export function requireSlots(slots: readonly Pick<Slot, 'type'>[]): void {
  if (slots.length < 2 || !slots.some(({ type }) => type === 'recovery')) throw refuse('too-few-slots');
}
