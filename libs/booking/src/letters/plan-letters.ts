import { HOUR, type Instant, type Language } from '@visavis/kernel';
import { RECIPIENTS, type LetterKind, type Recipient } from '../words';

/**
 * What happened to a discovery call that letters must tell. Before inserting the planned letters, the use case
 * turns into `superseded`, in the same transaction: the planned reminders (`moved`, `cancelled`), or every
 * planned letter to the visitor (`address-corrected`).
 */
export const LETTER_CHANGES = [
  'booked',
  'moved',
  'cancelled',
  'address-corrected',
  'tried-again',
  'did-not-answer',
] as const;
export type LetterChange = (typeof LETTER_CHANGES)[number];

/** How long before the start of a call each reminder is due, in milliseconds. */
export const REMINDER_LEAD = { 'reminder-24h': 24 * HOUR, 'reminder-1h': HOUR } as const;
export type ReminderKind = keyof typeof REMINDER_LEAD;
export const REMINDER_KINDS = ['reminder-24h', 'reminder-1h'] as const satisfies readonly ReminderKind[];

export interface LetterPlan {
  readonly start: Instant;
  readonly now: Instant;
  /** Someone booked by hand over the phone may have given none: no letter for the visitor then. */
  readonly hasVisitorAddress: boolean;
  /** SEQUENCE of the appointment after the change. */
  readonly sequence: number;
  readonly languages: Readonly<Record<Recipient, Language>>;
}

export interface PlannedLetter {
  readonly kind: LetterKind;
  readonly recipient: Recipient;
  readonly language: Language;
  readonly dueAt: Instant;
  readonly sequence: number;
}

/** The letters a change asks for: what is due now first, then the reminders that still lie ahead. */
export function planLetters(change: LetterChange, plan: LetterPlan): PlannedLetter[] {
  const letters: PlannedLetter[] = [];
  const add = (kind: LetterKind, recipient: Recipient, dueAt: Instant) => {
    if (recipient === 'visitor' && !plan.hasVisitorAddress) return;
    letters.push({ kind, recipient, language: plan.languages[recipient], dueAt, sequence: plan.sequence });
  };
  const { kind, to, reminders } = TOLD_BY[change];
  for (const recipient of to) add(kind, recipient, plan.now);
  if (reminders)
    for (const reminder of REMINDER_KINDS) {
      const dueAt = plan.start - REMINDER_LEAD[reminder];
      if (dueAt > plan.now) for (const recipient of to) add(reminder, recipient, dueAt);
    }
  return letters;
}

interface Telling {
  readonly kind: LetterKind;
  readonly to: readonly Recipient[];
  readonly reminders: boolean;
}

const TOLD_BY: Readonly<Record<LetterChange, Telling>> = {
  booked: { kind: 'confirmation', to: RECIPIENTS, reminders: true },
  moved: { kind: 'move', to: RECIPIENTS, reminders: true },
  cancelled: { kind: 'cancellation', to: RECIPIENTS, reminders: false },
  // Only the visitor's letters went to the wrong place: all of them are written again for the right one.
  'address-corrected': { kind: 'confirmation', to: ['visitor'], reminders: true },
  'tried-again': { kind: 'existing-link', to: ['visitor'], reminders: false },
  'did-not-answer': { kind: 'rebooking', to: ['visitor'], reminders: false },
};
