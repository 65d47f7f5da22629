import { Refusal } from '@visavis/kernel';

/** Reason and details of the refusal that a call ends in. */
export function refusalOf(call: () => unknown): {
  reason: string;
  details: Readonly<Record<string, unknown>>;
} {
  try {
    call();
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason, details: error.details };
    throw error;
  }
  throw new Error('nothing was refused');
}
