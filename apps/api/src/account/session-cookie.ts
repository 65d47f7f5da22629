import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from './session-token';

/** Holds the id of a ceremony with a passkey, so that nobody else can end what this browser began. */
export const CEREMONY_COOKIE = '__Host-ceremony';
const CEREMONY_OPTIONS = {
  ...SESSION_COOKIE_OPTIONS,
  sameSite: 'strict',
} as const satisfies CookieSerializeOptions;

/** Gives the browser its new token; what the client reads never holds it. */
export function keepSession<Reply>(
  response: FastifyReply,
  { token, reply }: { readonly token: string; readonly reply: Reply },
): Reply {
  void response.setCookie(SESSION_COOKIE, token, SESSION_COOKIE_OPTIONS);
  return reply;
}

export function forgetSession(response: FastifyReply): void {
  void response.clearCookie(SESSION_COOKIE, SESSION_COOKIE_OPTIONS);
}

export function keepCeremony<Reply>(
  response: FastifyReply,
  { ceremony, reply }: { readonly ceremony: string; readonly reply: Reply },
): Reply {
  void response.setCookie(CEREMONY_COOKIE, ceremony, CEREMONY_OPTIONS);
  return reply;
}
