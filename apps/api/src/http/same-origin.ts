import type { FastifyRequest } from 'fastify';
import type { Check } from './check-heads';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site made a browser send. Browsers always say where a write comes from
 * (`Origin`, `Sec-Fetch-Site`); a caller that says neither is no browser, and is let in only without a cookie
 * that could be ridden.
 */
export function refuseCrossSiteWrites(publicOrigin: string): Check {
  return (request) =>
    READS.has(request.method) || comesFromHere(request, publicOrigin) ? null : 'cross-site';
}

function comesFromHere({ headers }: FastifyRequest, publicOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  // A form on a page that tells nobody its address (`no-referrer`) has the origin "null".
  if (headers.origin === 'null') return site === 'same-origin';
  if (headers.origin !== undefined) return headers.origin === publicOrigin;
  return site === 'same-origin' || headers.cookie === undefined;
}
