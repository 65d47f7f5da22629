import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CalendarKey } from '../calendar/calendars';

/** 128 bits, base64url: derived, so that only the version that a rotation raises is stored. */
export function feedSecret(key: Buffer, { practiceId, supervisorId }: CalendarKey, version: number): string {
  const whole = createHmac('sha256', key).update(`feed|${practiceId}|${supervisorId}|${version}`).digest();
  return whole.subarray(0, 16).toString('base64url');
}

/** Compares in a time that says nothing about how much of the secret was right. */
export function isFeedSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
