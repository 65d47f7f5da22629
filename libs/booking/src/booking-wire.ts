import { LANGUAGES } from '@visavis/kernel';
import * as z from 'zod';
import { APPOINTMENT_STATUSES, INTAKE_REASONS, OUTCOMES } from './words';

const instant = z.number().int();

/** `GET /api/public/:practice`: the practice and whom one can call. */
export const practiceReply = z.object({
  slug: z.string(),
  name: z.string(),
  country: z.string(),
  /** Name of one of the sets of colours of the public pages. */
  accent: z.string(),
  motto: z.record(z.enum(LANGUAGES), z.string()),
  /** Of the public pages, one or both. */
  languages: z.array(z.enum(LANGUAGES)),
  /** True while the practice waits for its erasure: it takes no new calls. */
  closing: z.boolean(),
  privacyNotice: z.record(z.enum(LANGUAGES), z.string()),
  imprint: z.record(z.enum(LANGUAGES), z.string()),
  supervisors: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      introduction: z.record(z.enum(LANGUAGES), z.string()),
      timeZone: z.string(),
      /** Epoch ms of the first free start, null when none is open. */
      firstFree: instant.nullable(),
    }),
  ),
});
export type PracticeReply = z.output<typeof practiceReply>;

/**
 * `GET /api/public/:practice/:supervisor/slots`. `days` maps UTC dates (`YYYY-MM-DD`) to the minutes of that
 * UTC day at which a call can start, ascending; UTC so that no start is ambiguous. The start of an entry is
 * `Date.parse(date) + minute * 60_000`.
 */
export const slotsReply = z.object({
  supervisor: z.string(),
  timeZone: z.string(),
  lengthMin: z.number().int(),
  days: z.record(z.string(), z.array(z.number().int())),
});
export type SlotsReply = z.output<typeof slotsReply>;

/** 201 of a booking, and what the manage page shows. Times are epoch milliseconds. */
export const bookedCall = z.object({
  id: z.string(),
  status: z.enum(APPOINTMENT_STATUSES),
  start: instant,
  end: instant,
  practice: z.object({ slug: z.string(), name: z.string() }),
  supervisor: z.object({ slug: z.string(), name: z.string(), timeZone: z.string() }),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  /** E.164, and the same for the eye ("+33 1 99 00 12 34"). */
  phone: z.string(),
  phoneDisplay: z.string(),
  reason: z.enum(INTAKE_REASONS),
  words: z.string().nullable(),
  language: z.enum(LANGUAGES),
  timeZone: z.string(),
  outcome: z.enum(OUTCOMES).nullable(),
  /** True until the start of a booked call. */
  canChange: z.boolean(),
  /** True after a call that the visitor did not answer: another time may be chosen without typing again. */
  canRebook: z.boolean(),
  /** Path on this host: `/fr/m/<practice>/<id>/<secret>`; `.ics` added gives the calendar file. */
  managePath: z.string(),
  calendarPath: z.string(),
});
export type BookedCall = z.output<typeof bookedCall>;
