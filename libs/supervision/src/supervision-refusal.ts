import { Refusal } from '@visavis/kernel';

/** Every "no" of the supervision subject, with the HTTP status it becomes. */
export const SUPERVISION_REFUSALS = {
  // contracts: 409 says that the contract is no longer where the wish takes it to be
  'wrong-state': 409,
  'text-changed': 409, // the hash signed is not the hash that stands: read again, sign again
  'already-signed': 409,
  'amendment-open': 409,
  'cost-changed': 409, // cancelling costs another amount than the one that was shown
  'not-ready': 422, // gaps at proposal, as field errors
  'not-for-this-party': 403,
  'name-differs': 422,
  'consent-missing': 422,
  'nothing-changed': 422, // an amendment with the same text
  'not-sealed-yet': 422,
  'not-started-yet': 422,
  'insurance-expired': 422,
  'supervisor-away': 422,
  'suspension-too-long': 422,
  'only-the-suspender': 422,
  'notice-too-short': 422,
  'notice-over': 422,
  'sessions-open': 422, // sessions still to be held or agreed
  'no-right-of-withdrawal': 422,
  'withdrawal-period-over': 422,
  'too-late-to-renew': 422,
  'not-yet': 422, // the clock's own transitions, before their time
  // sessions and minutes
  'contract-not-in-force': 422,
  'outside-term': 422,
  'not-enough-minutes': 422,
  'ledger-mismatch': 422, // more released or consumed than was reserved
  'session-over': 422,
  'under-contract': 422, // moved and cancelled where its minutes are counted, not in the week
  'too-late-to-move': 422, // within the notice of the cancellation clause
  // templates
  'unknown-placeholder': 422, // `because` names it
} as const;
export type SupervisionRefusal = keyof typeof SUPERVISION_REFUSALS;

export function refuse(
  reason: SupervisionRefusal,
  details: Readonly<Record<string, unknown>> = {},
): Refusal<SupervisionRefusal> {
  return new Refusal(reason, details);
}
