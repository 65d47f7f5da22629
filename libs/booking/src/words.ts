/** Closed lists of the booking subject. Wire, database and screens use these very strings. */

export const INTAKE_REASONS = [
  'take-off',
  'win-next-client',
  'better-sessions',
  'after-lost-bid',
  'other',
] as const;
export type IntakeReason = (typeof INTAKE_REASONS)[number];

export const OFFER_KINDS = ['discovery-call', 'session'] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

export const APPOINTMENT_KINDS = ['discovery-call', 'session', 'block'] as const;
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];

export const APPOINTMENT_STATUSES = ['booked', 'done', 'no-show', 'cancelled'] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

export const OUTCOMES = ['went-well', 'not-a-fit', 'think-it-over', 'did-not-answer'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const LETTER_KINDS = [
  'confirmation',
  'move',
  'cancellation',
  'reminder-24h',
  'reminder-1h',
  'existing-link',
  'rebooking',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export const LETTER_STATES = ['planned', 'sending', 'sent', 'failed', 'superseded'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

export const RECIPIENTS = ['visitor', 'supervisor'] as const;
export type Recipient = (typeof RECIPIENTS)[number];
