import { ACCOUNT_REFUSALS } from '@visavis/account';
import { BOOKING_REFUSALS } from '@visavis/booking';
import { VAULT_REFUSALS } from '@visavis/journal';
import type { FieldError, GeneralRefusal, Problem, Refusal } from '@visavis/kernel';
import { PRACTICE_REFUSALS } from '@visavis/practice';
import { PROOF_REFUSALS } from '@visavis/sealing-proof';
import { SUPERVISION_REFUSALS } from '@visavis/supervision';

const GENERAL_STATUS: Record<GeneralRefusal, number> = {
  malformed: 400,
  'not-signed-in': 401,
  'cross-site': 403,
  'role-too-low': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'changed-meanwhile': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  failed: 500,
  unavailable: 503,
};

const STATUS: Readonly<Record<string, number>> = {
  ...GENERAL_STATUS,
  ...BOOKING_REFUSALS,
  ...ACCOUNT_REFUSALS,
  ...PRACTICE_REFUSALS,
  ...SUPERVISION_REFUSALS,
  ...PROOF_REFUSALS,
  ...VAULT_REFUSALS,
};

/** Reasons whose wire form is another's: strangers must not learn who sees a supervisor. */
const SAID_AS: Readonly<Record<string, string>> = { 'person-limit': 'too-many-requests' };

/** Details pass only by name: a refusal never leaks what it happens to carry. */
const PASSED = ['errors', 'because', 'alternatives', 'conflicts', 'open', 'head'] as const;

/** What all replies to one reason begin with. */
const beginnings = new Map<string, Pick<Problem, 'type' | 'title' | 'status' | 'reason'>>();

/** The reply to a refusal, RFC 9457. */
export function problemOf({ reason, details }: Refusal): Problem {
  const problem: Record<string, unknown> = { ...beginningOf(reason) };
  for (const name of PASSED) if (details[name]) problem[name] = details[name];
  return problem as unknown as Problem;
}

function beginningOf(refused: string): Pick<Problem, 'type' | 'title' | 'status' | 'reason'> {
  let beginning = beginnings.get(refused);
  if (beginning === undefined) {
    const reason = SAID_AS[refused] ?? refused;
    beginning = {
      type: `urn:visavis:${reason}`,
      title: sentence(reason),
      status: STATUS[reason] ?? 500,
      reason,
    };
    beginnings.set(refused, beginning);
  }
  return beginning;
}

/** Seconds after which asking again makes sense, for the statuses that promise it. */
export function retryAfter(refusal: Refusal, status: number): number | null {
  const wanted = refusal.details['retryAfterSeconds'];
  if (typeof wanted === 'number') return Math.max(1, Math.ceil(wanted));
  if (status === 429) return 3600;
  return status === 503 ? 2 : null;
}

export function fieldErrors(...errors: FieldError[]): { errors: FieldError[] } {
  return { errors };
}

function sentence(reason: string): string {
  const words = reason.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
