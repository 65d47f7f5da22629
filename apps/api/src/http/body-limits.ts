import type { FastifyInstance } from 'fastify';

const KIB = 1024;

/**
 * Bodies of sealed things, bytes: the longest text as base64url, with the key and the grant of a new epoch. Every
 * other route keeps the limit of the server.
 */
const LIMITS: readonly (readonly [url: RegExp, bytes: number])[] = [
  [/^\/api\/vault\/entries\/:entryId\/(revisions|comments)$/, 360 * KIB],
  [/^\/api\/(vault|reminders)(\/|$)/, 32 * KIB],
];

/** Must be called before routes are registered. */
export function limitBodies(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const limit = LIMITS.find(([url]) => url.test(route.url));
    if (limit !== undefined) route.bodyLimit = limit[1];
  });
}
