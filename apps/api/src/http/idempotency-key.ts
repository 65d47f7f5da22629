import type { FastifyRequest } from 'fastify';
import { malformed } from './shape';

/**
 * The `Idempotency-Key` of a request: 1 to 200 printable ASCII characters, null when absent.
 * @throws Refusal malformed naming the header
 */
export function readIdempotencyKey(request: FastifyRequest): string | null {
  const value = request.headers['idempotency-key'];
  if (value === undefined) return null;
  if (typeof value !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(value)) {
    throw malformed([{ field: 'Idempotency-Key', code: 'invalid' }]);
  }
  return value;
}
