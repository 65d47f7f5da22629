import type { BookingRefusal } from '@visavis/booking';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable, raised } from '../database/violates';
import { problemOf, retryAfter } from './problem';

const GENERAL_BY_STATUS: Readonly<Record<number, GeneralRefusal>> = {
  400: 'malformed',
  401: 'not-signed-in',
  403: 'cross-site',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'unavailable',
  409: 'changed-meanwhile',
  413: 'too-large',
  414: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** Turns whatever was thrown into a problem document; only what nobody foresaw is logged as an error. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    replyWith(asRefusal(error), error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

export function replyWith(
  refusal: Refusal,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const problem = problemOf(refusal);
  if (problem.status >= 500) request.log.error({ err: withoutData(error) }, 'request failed');
  else if (problem.status === 401 || problem.status === 403) {
    const { accountId = null, practiceId = null } = request.whoTries ?? {};
    const { url: route } = request.routeOptions;
    request.log.warn({ reason: problem.reason, route, accountId, practiceId }, 'not allowed');
  }
  const seconds = retryAfter(refusal, problem.status);
  if (seconds !== null) void reply.header('retry-after', String(seconds));
  void reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

/** Refusals stay; what Fastify, Nest and the database throw becomes one of the general refusals. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isUnavailable(error)) return new Refusal<GeneralRefusal>('unavailable');
  // Of the trigger on appointments, whatever was being booked.
  if (raised(error, 'practice-closing')) return new Refusal<BookingRefusal>('practice-closing');
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  const reason = GENERAL_BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'malformed' : 'failed');
  return new Refusal<GeneralRefusal>(reason);
}

function statusOf(error: unknown): number {
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' ? status : 500;
}

/** Type, code and stack; a database's detail would quote values. */
function withoutData(error: unknown): { type: string; code?: unknown; stack?: string } {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
  return { type: error.name, ...(code !== undefined && { code }), ...(frames && { stack: frames }) };
}
