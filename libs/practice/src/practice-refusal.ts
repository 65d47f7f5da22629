import { Refusal } from '@visavis/kernel';

/** Every "no" of the practice subject, with the HTTP status it becomes. */
export const PRACTICE_REFUSALS = {
  /** The practice would have no owner who can work. */
  'last-owner': 409,
  /** The address belongs to a member of the practice already. */
  'already-member': 409,
  /** An open invitation to the address waits already. */
  'already-invited': 409,
  /** The invitation is for somebody who has an account: sign in to it, or give its password. */
  'account-exists': 409,
  /** The invitation is for another address than the one signed in. */
  'other-account': 409,
  /** The instance has its first practice. */
  'already-set-up': 409,
  /** Another practice, or another supervisor of it, has or had this address. */
  'slug-taken': 409,
  'already-erasing': 409,
  /** A supervisor with appointments ahead or contracts that run: `open` counts them, `anyway` decides. */
  'still-open': 409,
} as const;
export type PracticeRefusal = keyof typeof PRACTICE_REFUSALS;

export function refuse(
  reason: PracticeRefusal,
  details: Readonly<Record<string, unknown>> = {},
): Refusal<PracticeRefusal> {
  return new Refusal(reason, details);
}
