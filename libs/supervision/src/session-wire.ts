import * as z from 'zod';
import { LEDGER_KINDS, MEDIUMS, SESSION_STATES } from './words';
import { freeText, instantText, missingOr, oneOf, wholeNumber } from '@visavis/typed-text';
import { instant } from './wire-text';

/** `GET /api/contracts/:id/slots?from=&to=`: starts at which a session can be booked, epoch milliseconds. */
export const sessionSlotsQuery = z.strictObject({
  from: instantText,
  to: instantText,
});
export type SessionSlotsQuery = z.output<typeof sessionSlotsQuery>;

export const sessionSlotsReply = z.object({
  timeZone: z.string(),
  lengthMin: z.number().int(),
  starts: z.array(instant),
});
export type SessionSlotsReply = z.output<typeof sessionSlotsReply>;

/** `POST /api/contracts/:id/sessions`: one session, or a series on the supervisor's wall clock. */
export const bookSessionsWish = z.strictObject({
  start: instantText,
  medium: oneOf(MEDIUMS),
  /** Address, link or number; empty: as the contract says. */
  place: freeText(300).default(''),
  repeat: z
    .strictObject({ everyWeeks: wholeNumber(1, 12), count: wholeNumber(2, 52) })
    .nullable()
    .default(null),
  /** false: one taken date refuses all, each named with the nearest free time; true: those are left out. */
  leaveOutTaken: z.boolean({ error: missingOr('invalid') }).default(false),
});
export type BookSessionsWish = z.output<typeof bookSessionsWish>;

/** What cancelling now would cost: shown before the click, with the clause that says so. */
export const cancelCostReply = z.object({
  outcome: z.enum(['cancelled-in-time', 'cancelled-late', 'cancelled-by-supervisor']),
  /** Cents of `currency`; net is without VAT. */
  netCents: z.number().int(),
  vatCents: z.number().int(),
  totalCents: z.number().int(),
  currency: z.string(),
  /** `package`: paid already, the minutes are used up and nothing is billed besides. */
  settledBy: z.enum(['nothing', 'invoice', 'package']),
  minutesUsed: z.number().int(),
  /** Up to here cancelling is free. */
  freeUntil: instant,
  /** The clause, as signed. */
  clause: z.object({ version: z.number().int(), title: z.string(), markdown: z.string() }),
});
export type CancelCostReply = z.output<typeof cancelCostReply>;

export const sessionReply = z.object({
  id: z.string(),
  contractId: z.string(),
  /** The version whose terms hold for it: the one in force, and once it is held the one in force at its start. */
  version: z.number().int(),
  appointmentId: z.string(),
  state: z.enum(SESSION_STATES),
  start: instant,
  end: instant,
  /** +1 at every change; sent back with a change. */
  sequence: z.number().int(),
  medium: z.enum(MEDIUMS),
  place: z.string(),
  seriesId: z.string().nullable(),
  with: z.object({ supervisor: z.string(), coach: z.string() }),
  timeZone: z.string(),
  /** Two separate figures: what was billed, and what counts as supervision. Null until it is settled. */
  billedMinutes: z.number().int().nullable(),
  supervisionMinutes: z.number().int().nullable(),
  canMove: z.boolean(),
  /** null when it cannot be cancelled any more. */
  cancelCost: cancelCostReply.nullable(),
});
export type SessionReply = z.output<typeof sessionReply>;

/** `GET /api/contracts/:id/sessions` */
export const sessionsReply = z.object({ sessions: z.array(sessionReply) });
export type SessionsReply = z.output<typeof sessionsReply>;

/** 201 of `POST /api/contracts/:id/sessions`; `leftOut` are dates that were taken, with free times near by. */
export const sessionsBookedReply = z.object({
  created: z.array(sessionReply),
  leftOut: z.array(z.object({ start: instant, alternatives: z.array(instant) })),
});
export type SessionsBookedReply = z.output<typeof sessionsBookedReply>;

/** `POST /api/sessions/:id/move` */
export const moveSessionWish = z.strictObject({ start: instantText, sequence: wholeNumber(0, 1_000_000) });
export type MoveSessionWish = z.output<typeof moveSessionWish>;

/** `POST /api/sessions/:id/cancel`; the cost as shown: another one refuses with `cost-changed`. */
export const cancelSessionWish = z.strictObject({
  sequence: wholeNumber(0, 1_000_000),
  shownTotalCents: wholeNumber(0, 100_000_000),
  shownMinutesUsed: wholeNumber(0, 100_000),
  reason: freeText(500).default(''),
});
export type CancelSessionWish = z.output<typeof cancelSessionWish>;

/** `GET /api/contracts/:id/ledger` */
export const ledgerReply = z.object({
  /** Minutes that can still be booked; null in a contract without a package. */
  minutesLeft: z.number().int().nullable(),
  granted: z.number().int(),
  reserved: z.number().int(),
  /** Minutes that count as supervision. */
  supervisionMinutes: z.number().int(),
  entries: z.array(
    z.object({
      seq: z.number().int(),
      kind: z.enum(LEDGER_KINDS),
      /** What it adds to the balance (reserving is negative, consuming is zero: it was reserved). */
      change: z.number().int(),
      minutes: z.number().int(),
      supervisionMinutes: z.number().int(),
      balanceAfter: z.number().int(),
      sessionId: z.string().nullable(),
      sessionStart: instant.nullable(),
      note: z.string().nullable(),
      at: instant,
    }),
  ),
});
export type LedgerReply = z.output<typeof ledgerReply>;
