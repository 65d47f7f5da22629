import type { CookieSerializeOptions } from '@fastify/cookie';
import { DAY, HOUR, MINUTE } from '@visavis/kernel';
import { createHash, randomBytes } from 'node:crypto';

export const SESSION_COOKIE = '__Host-session';

/** What the `__Host-` prefix asks for, and what keeps scripts and other sites away from the token. */
export const SESSION_COOKIE_OPTIONS = {
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
} as const satisfies CookieSerializeOptions;

/** Milliseconds without a request after which a session is over; its life at most; how often "seen" is noted. */
export const SESSION_IDLE = 24 * HOUR;
export const SESSION_LIFE = 14 * DAY;
export const SESSION_TOUCH = MINUTE;
/** How long a password that was right waits for the second factor. */
export const WAITING_LIFE = 10 * MINUTE;

/** 256 random bits, base64url. Only the browser keeps it. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token; null for text that cannot be one. */
export function tokenHash(token: string | undefined): Buffer | null {
  if (token === undefined || !/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  return createHash('sha256').update(token).digest();
}
