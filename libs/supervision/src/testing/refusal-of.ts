import { Refusal } from '@visavis/kernel';

/** The reason of the refusal that an act throws; anything else thrown goes on. */
export function refusalOf(act: () => unknown): string | null {
  return refusalFrom(act)?.reason ?? null;
}

export function refusalFrom(act: () => unknown): Refusal | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
