import * as z from 'zod';
import { missingOr } from './values';

const MOST_KNOWN = 1000;
const known = new Map<string, boolean>();

/** An IANA zone known to the runtime that validates; offsets and POSIX rules are refused. */
export const timeZoneText = z
  .string({ error: missingOr('invalid-time-zone') })
  .max(64, { error: 'invalid-time-zone' })
  .refine(isTimeZone, { error: 'invalid-time-zone' });

/** True for IANA names such as `Europe/Paris` or `UTC`, checked against the runtime's own zone data. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  let answer = known.get(name);
  if (answer === undefined) {
    answer = accepts(name);
    if (known.size < MOST_KNOWN) known.set(name, answer);
  }
  return answer;
}

function accepts(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false; // RangeError is how Intl says "unknown zone"
  }
}
