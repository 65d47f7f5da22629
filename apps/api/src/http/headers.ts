import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';

const YEAR_SECONDS = 31_536_000;

/**
 * Security headers of every reply. Documents of our own applications load themselves only; the nonce is for
 * the styles that Angular Material adds at run time, and exists on those pages alone.
 */
export async function sendSecurityHeaders(server: FastifyInstance, https: boolean): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: https ? { maxAge: YEAR_SECONDS, includeSubDomains: true } : false,
    xFrameOptions: false,
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', NOTHING);
    done(null, payload);
  });
}

const NOTHING = "default-src 'none'; frame-ancestors 'none'";

export interface PagePolicy {
  /** Origins that may frame the page; none by default. */
  readonly frameAncestors?: readonly string[];
  /** For styles added at run time by Angular Material. */
  readonly styleNonce?: string;
}

/** The policy of a page. `script-src 'self'` and Trusted Types: no inline script, no string becomes code. */
export function contentSecurityPolicy({ frameAncestors = [], styleNonce }: PagePolicy): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styleNonce === undefined ? '' : ` 'nonce-${styleNonce}'`}`,
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
