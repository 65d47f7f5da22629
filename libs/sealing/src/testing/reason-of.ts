import { Refusal } from '@visavis/kernel';

/** Why it was refused; null when it was not. A failure that is no refusal is thrown on. */
export async function reasonOf(act: () => unknown): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}
