import { LANGUAGES } from '@visavis/kernel';
import * as z from 'zod';
import { intakeShape } from './booking-wish';
import {
  APPOINTMENT_KINDS,
  APPOINTMENT_STATUSES,
  INTAKE_REASONS,
  LETTER_KINDS,
  LETTER_STATES,
  OUTCOMES,
  RECIPIENTS,
} from './words';
import { dateText, instantText, missingOr, oneLine, timeZoneText, wholeNumber } from '@visavis/typed-text';

const instant = z.number().int();

/** `GET /api/appointments?from=&to=`: one appointment in the week. Times are epoch milliseconds. */
export const weekAppointment = z.object({
  id: z.string(),
  kind: z.enum(APPOINTMENT_KINDS),
  status: z.enum(APPOINTMENT_STATUSES),
  start: instant,
  end: instant,
  /** With buffers. */
  occupiesFrom: instant,
  occupiesTo: instant,
  /** +1 at every change; sent back with a change, so that a stale screen is told. */
  sequence: z.number().int(),
  seriesId: z.string().nullable(),
  /** Of a block. */
  title: z.string().nullable(),
  /** Of a supervision session: moved and cancelled under its contract, not here. */
  session: z.object({ id: z.string(), contractId: z.string(), coach: z.string() }).nullable(),
  /** Of a discovery call that was not erased. */
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  phone: z.string().nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  /** True when a letter about it failed. */
  letterFailed: z.boolean(),
});
export type WeekAppointment = z.output<typeof weekAppointment>;

export const weekReply = z.object({ timeZone: z.string(), appointments: z.array(weekAppointment) });
export type WeekReply = z.output<typeof weekReply>;

export const letterReply = z.object({
  id: z.string(),
  kind: z.enum(LETTER_KINDS),
  /** A coach: of a letter about a supervision session. */
  recipient: z.enum([...RECIPIENTS, 'coach']),
  state: z.enum(LETTER_STATES),
  dueAt: instant,
  sentAt: instant.nullable(),
  attempts: z.number().int(),
  failure: z.string().nullable(),
});
export type LetterReply = z.output<typeof letterReply>;

/** `GET /api/appointments/:id` */
export const appointmentDetail = weekAppointment.extend({
  origin: z.enum(['public', 'by-hand']),
  createdAt: instant,
  intake: z
    .object({
      email: z.string().nullable(),
      phone: z.string(),
      phoneDisplay: z.string(),
      reason: z.enum(INTAKE_REASONS),
      words: z.string().nullable(),
      language: z.enum(LANGUAGES),
      timeZone: z.string(),
    })
    .nullable(),
  letters: z.array(letterReply),
  /** The contract that was drafted from this discovery call. */
  contractId: z.string().nullable(),
});
export type AppointmentDetail = z.output<typeof appointmentDetail>;

/** `POST /api/appointments`: the supervisor books for someone who phoned; may exceed hours and cap. */
export const handBookingWish = z.strictObject({
  start: instantText,
  ...intakeShape,
  /** Without an address no letter leaves for the visitor. */
  email: intakeShape.email.nullable(),
  language: z.enum(LANGUAGES, { error: missingOr('not-in-list') }),
  timeZone: timeZoneText,
});
export type HandBookingWish = z.output<typeof handBookingWish>;

/** `POST /api/appointments/:id/move`; `end` only for blocks. */
export const appointmentMoveWish = z.strictObject({
  start: instantText,
  end: instantText.optional(),
  sequence: wholeNumber(0, 1_000_000),
});
export type AppointmentMoveWish = z.output<typeof appointmentMoveWish>;

/** `POST /api/appointments/:id/outcome`; null takes it back. */
export const outcomeWish = z.strictObject({
  outcome: z.enum(OUTCOMES, { error: missingOr('not-in-list') }).nullable(),
});
export type OutcomeWish = z.output<typeof outcomeWish>;

/** `POST /api/blocks`: own absence; repeated every n weeks on the supervisor's wall clock up to `until`. */
export const blockWish = z.strictObject({
  /** Wall clock of the supervisor's zone, `YYYY-MM-DDTHH:MM`. */
  start: z.iso.datetime({ local: true, precision: -1, error: missingOr('invalid-time') }),
  end: z.iso.datetime({ local: true, precision: -1, error: missingOr('invalid-time') }),
  title: oneLine(120).nullable(),
  repeat: z
    .strictObject({
      everyWeeks: wholeNumber(1, 8),
      /** ISO weekdays; the first occurrence is on or after `start`'s date. */
      days: z.array(wholeNumber(1, 7)).min(1, { error: 'required' }).max(7, { error: 'too-long' }),
      until: dateText,
    })
    .nullable(),
  /** false: one taken date refuses all, naming every conflict; true: the taken dates are left out. */
  leaveOutTaken: z.boolean({ error: missingOr('invalid') }),
});
export type BlockWish = z.output<typeof blockWish>;

export const blocksReply = z.object({ created: z.array(z.string()), leftOut: z.array(instant) });
export type BlocksReply = z.output<typeof blocksReply>;

/** `GET /api/feed`, `POST /api/feed/rotate`, `PUT /api/feed`. */
export const feedWish = z.strictObject({ details: z.boolean({ error: missingOr('invalid') }) });
export const feedReply = z.object({ url: z.string(), details: z.boolean() });
export type FeedReply = z.output<typeof feedReply>;

/** `GET/POST /api/blocked-contacts`: who may not book with this supervisor. */
export const blockedContactWish = z.strictObject({
  kind: z.enum(['email', 'phone'], { error: missingOr('not-in-list') }),
  value: oneLine(254),
});
export type BlockedContactWish = z.output<typeof blockedContactWish>;
export const blockedContactsReply = z.object({
  contacts: z.array(z.object({ id: z.string(), kind: z.enum(['email', 'phone']), value: z.string() })),
});
export type BlockedContactsReply = z.output<typeof blockedContactsReply>;
