import { FIELD_ERROR_CODES, type FieldErrorCode } from '@visavis/kernel';
import type { OpenWork } from '@visavis/practice';
import * as z from 'zod';
import { isReason, type Reason } from './reasons';

const problemShape = z.object({
  reason: z.string(),
  errors: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
  alternatives: z.array(z.number()).optional(),
  conflicts: z.array(z.number()).optional(),
  leftOut: z.array(z.object({ start: z.number(), alternatives: z.array(z.number()) })).optional(),
  open: z.object({ appointments: z.number(), contracts: z.number() }).optional(),
});

/** A date of a repetition that cannot be had, with free starts near by; epoch milliseconds. */
export interface TakenDate {
  readonly start: number;
  readonly alternatives: readonly number[];
}

interface RefusedDetails {
  readonly fields?: Readonly<Record<string, FieldErrorCode>>;
  readonly alternatives?: readonly number[];
  readonly conflicts?: readonly number[];
  readonly leftOut?: readonly TakenDate[];
  readonly open?: OpenWork;
  readonly retryAfterSeconds?: number;
}

/** The server said no, or could not be reached. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** With `malformed`: what is wrong with each field, by its path in the request. */
  readonly fields: Readonly<Record<string, FieldErrorCode>>;
  /** Free starts near by, epoch milliseconds. */
  readonly alternatives: readonly number[];
  /** Starts of a repetition that are taken, epoch milliseconds. */
  readonly conflicts: readonly number[];
  readonly leftOut: readonly TakenDate[];
  /** With `still-open`: what others still count on. */
  readonly open: OpenWork | null;
  readonly retryAfterSeconds: number | null;

  constructor(
    readonly reason: Reason,
    details: RefusedDetails = {},
  ) {
    super(reason);
    this.fields = details.fields ?? {};
    this.alternatives = details.alternatives ?? [];
    this.conflicts = details.conflicts ?? [];
    this.leftOut = details.leftOut ?? [];
    this.open = details.open ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}

/** Reads an error reply (RFC 9457); one that cannot be read becomes what its status says. */
export function refusedFrom(status: number, body: unknown, retryAfter: string | null): Refused {
  const parsed = problemShape.safeParse(body);
  const seconds = Number(retryAfter);
  const wait = retryAfter !== null && Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {};
  if (!parsed.success) return new Refused(status === 503 || status === 502 ? 'unavailable' : 'failed', wait);
  const { reason, errors, alternatives, conflicts, leftOut, open } = parsed.data;
  return new Refused(isReason(reason) ? reason : 'failed', {
    ...wait,
    ...(errors && { fields: Object.fromEntries(errors.map(({ field, code }) => [field, codeOf(code)])) }),
    ...(alternatives && { alternatives }),
    ...(conflicts && { conflicts }),
    ...(leftOut && { leftOut }),
    ...(open && { open }),
  });
}

function codeOf(text: string): FieldErrorCode {
  return FIELD_ERROR_CODES.find((code) => code === text) ?? 'invalid';
}
