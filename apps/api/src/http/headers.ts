import type { FastifyInstance, FastifyReply } from 'fastify';

const YEAR_SECONDS = 31_536_000;

/**
 * Security headers of every reply, unless a route has set its own. They go out with Fastify's own headers in one
 * piece: set on the raw response beforehand, as @fastify/helmet does, they cost as much as the rest of a refusal.
 */
export function sendSecurityHeaders(server: FastifyInstance, https: boolean): void {
  const headers = Object.entries({
    'content-security-policy': NOTHING,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    ...(https && { 'strict-transport-security': `max-age=${YEAR_SECONDS}; includeSubDomains` }),
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of headers) if (!reply.hasHeader(name)) reply.header(name, value);
    done(null, payload);
  });
}

const NOTHING = "default-src 'none'; frame-ancestors 'none'";

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
  const styles = [
    "'self'",
    ...(styleNonce ? [`'nonce-${styleNonce}'`] : []),
    ...styleHashes.map((hash) => `'${hash}'`),
  ];
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles.join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'self'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ')}`,
    "require-trusted-types-for 'script'",
    'trusted-types angular angular#bundler default',
  ].join('; ');
}

/** Pages that carry a secret in their address: kept nowhere, told to nobody. */
export function keepPrivate(reply: FastifyReply): void {
  void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
}
