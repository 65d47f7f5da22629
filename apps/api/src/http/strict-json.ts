import type { FastifyInstance } from 'fastify';
import { malformed } from './shape';

/**
 * JSON bodies with what Fastify's own parser lets through refused: a member named twice (which of the two
 * counts differs between readers of one body). `__proto__` and `constructor.prototype` are refused by
 * Fastify's parser itself. An empty body with the JSON type reads as `{}`.
 */
export function acceptStrictJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser(['application/json']);
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (body === '') return done(null, {});
    parse(request, body, (error, value) => {
      if (error) return done(malformed([{ field: '', code: 'invalid' }]));
      if (writtenMembers(body) !== readMembers(value))
        return done(malformed([{ field: '', code: 'invalid' }]));
      done(null, value);
    });
  });
}

/** Colons outside of strings: one per member in text that is known to be valid JSON. */
function writtenMembers(text: string): number {
  let members = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) inString = !inString;
    else if (inString && code === 0x5c) at++;
    else if (!inString && code === 0x3a) members++;
  }
  return members;
}

/** Members of a parsed value, without recursion: depth is the sender's choice. */
function readMembers(value: unknown): number {
  let members = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const children: unknown[] = Object.values(next);
    if (!Array.isArray(next)) members += children.length;
    for (const child of children) if (typeof child === 'object' && child !== null) open.push(child);
  }
  return members;
}
