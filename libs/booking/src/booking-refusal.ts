import { Refusal } from '@visavis/kernel';

/** Every "no" of the booking subject, with the HTTP status it becomes. */
export const BOOKING_REFUSALS = {
  'time-just-taken': 409,
  'already-cancelled': 409,
  'already-started': 422,
  'not-started-yet': 422,
  'time-not-offered': 422,
  'practice-closing': 422, // waits for its erasure: what is booked stays, nothing new is
  'idempotency-mismatch': 422,
  'person-limit': 429, // one open call per address and number, or a blocked contact: the general text
} as const;
export type BookingRefusal = keyof typeof BOOKING_REFUSALS;

export function refuse(
  reason: BookingRefusal,
  details: Readonly<Record<string, unknown>> = {},
): Refusal<BookingRefusal> {
  return new Refusal(reason, details);
}
