import type { FastifyInstance, FastifyReply } from 'fastify';
import helmet from 'helmet';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

const YEAR_SECONDS = 31_536_000;

/** What helmet sends with every reply, unless a route sets its own; replies of the API are kept nowhere. */
export function sendSecurityHeaders(server: FastifyInstance, https: boolean): void {
  const headers = headersOf(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      strictTransportSecurity: https ? { maxAge: YEAR_SECONDS, includeSubDomains: true } : false,
      xFrameOptions: false, // frame-ancestors says it, and can name the sites that may
    }),
  );
  const ofApi = { ...headers, 'cache-control': 'no-store' };
  // First of all, so that whatever answers has them and nobody needs to look what is set already.
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.url.startsWith('/api/') ? ofApi : headers);
    done();
  });
}

const NONE = ["'none'"];
const SELF = ["'self'"];
const NOTHING = { 'default-src': NONE, 'frame-ancestors': NONE };

export interface PagePolicy {
  /** Origins that may frame the page; none by default. */
  readonly frameAncestors?: readonly string[];
  /** For styles added at run time by Angular Material. */
  readonly styleNonce?: string;
  /** Of styles that stand in the page. */
  readonly styleHashes?: readonly string[];
}

/**
 * The policy of a page, which loads itself only. `script-src 'self'` and Trusted Types: no inline script, no
 * string becomes code.
 */
export function contentSecurityPolicy({
  frameAncestors = [],
  styleNonce,
  styleHashes = [],
}: PagePolicy): string {
  const directives = {
    'default-src': NONE,
    'script-src': SELF,
    'style-src': [
      ...SELF,
      ...(styleNonce ? [`'nonce-${styleNonce}'`] : []),
      ...styleHashes.map((hash) => `'${hash}'`),
    ],
    'img-src': [...SELF, 'data:'],
    'font-src': SELF,
    'connect-src': SELF,
    'manifest-src': SELF,
    'form-action': SELF,
    'base-uri': SELF,
    'frame-ancestors': frameAncestors.length === 0 ? NONE : frameAncestors,
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['angular', 'angular#bundler', 'default'],
  };
  const headers = headersOf(helmet.contentSecurityPolicy({ useDefaults: false, directives }));
  return headers['content-security-policy'] ?? '';
}

type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * The headers that one of helmet's middlewares sets. They depend on nothing in a request, so they are asked for
 * once: set on every raw response, as @fastify/helmet does, they made a refusal a third slower.
 */
function headersOf(middleware: Middleware): Readonly<Record<string, string>> {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  middleware(response.req, response, (error) => {
    if (error) throw error as Error;
  });
  const headers = Object.entries(response.getHeaders());
  return Object.fromEntries(headers.map(([name, value]) => [name, String(value)]));
}

/** Pages that carry a secret in their address: kept nowhere, told to nobody. */
export function keepPrivate(reply: FastifyReply): void {
  void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
}
