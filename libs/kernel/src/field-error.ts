/** What may be wrong with a field of a request; clients have words for each in both languages. */
export const FIELD_ERROR_CODES = [
  'required',
  'unknown-field',
  'too-short',
  'too-long',
  'too-small',
  'too-large',
  'invalid-email',
  'invalid-phone',
  'invalid-time',
  'invalid-date',
  'invalid-time-zone',
  'invalid-address',
  'control-characters',
  'not-accepted',
  'not-in-list',
  'has-open-call',
  'invalid',
] as const;
export type FieldErrorCode = (typeof FIELD_ERROR_CODES)[number];

export interface FieldError {
  /** Path of the field in the request, dots between levels: `email`, `weekly.0.start`. */
  readonly field: string;
  readonly code: FieldErrorCode;
}

/**
 * An error reply (RFC 9457, `application/problem+json`). `type` is `urn:visavis:` followed by `reason`.
 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly reason: string;
  /** With reason `malformed`: every field that is wrong. */
  readonly errors?: readonly FieldError[];
  /** With reason `time-not-offered`: why (a slot reason). */
  readonly because?: string;
  /** With `time-just-taken` and `time-not-offered`: up to three free starts near by, epoch milliseconds. */
  readonly alternatives?: readonly number[];
  /** With `time-just-taken` on a repeated block: the starts that are taken, epoch milliseconds. */
  readonly conflicts?: readonly number[];
  /** With `still-open`: how many appointments are ahead and how many contracts run. */
  readonly open?: { readonly appointments: number; readonly contracts: number };
  /** With `head-moved`: the newest revision there is; rev 0 and an empty hash before the first. Base64url. */
  readonly head?: { readonly rev: number; readonly hash: string; readonly epoch: number };
}
