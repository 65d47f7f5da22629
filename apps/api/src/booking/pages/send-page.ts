import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentSecurityPolicy, keepPrivate } from '../../http/headers';
import type { CachedPage } from './page-cache';
import { preferredEncoding } from './preferences';

declare module 'fastify' {
  interface FastifyInstance {
    /** Of the style sheets that stand in the public pages. */
    readonly pageStyleHashes: readonly string[];
  }
}

function pagePolicy(reply: FastifyReply, frameAncestors: readonly string[]): string {
  return contentSecurityPolicy({ frameAncestors, styleHashes: reply.server.pageStyleHashes });
}

/** Sends a page everybody may see; browsers ask again each time, the answer is cheap. */
export function sendCached(
  request: FastifyRequest,
  reply: FastifyReply,
  page: CachedPage,
  frameAncestors: readonly string[] = [],
): FastifyReply {
  const encoding = preferredEncoding(request);
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', pagePolicy(reply, frameAncestors))
    .header('cache-control', 'no-cache')
    .header('vary', 'accept-encoding')
    .send(page.bodies[encoding]);
}

/** Sends a page that holds something of one visitor. */
export function sendOwn(
  reply: FastifyReply,
  html: string,
  status = 200,
  frameAncestors: readonly string[] = [],
): FastifyReply {
  keepPrivate(reply);
  return reply
    .status(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', pagePolicy(reply, frameAncestors))
    .send(html);
}
