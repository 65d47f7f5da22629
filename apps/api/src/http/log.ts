import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';

/** Structured lines without personal data: route patterns instead of addresses, ids instead of names. */
export function createLog(level: string, process: 'api' | 'worker'): Logger {
  return pino({ level, base: { process }, serializers: { req: () => undefined, res: () => undefined } });
}

/** One line per answered request. The pattern of the route, never the path: paths carry secrets. */
export function logRequests(server: FastifyInstance, log: Logger): void {
  if (!log.isLevelEnabled('info')) return;
  server.addHook('onResponse', (request, reply, done) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    });
    done();
  });
}

/** Nest's own messages as lines of the same log. */
export function nestLog(log: Logger): LoggerService {
  const say =
    (level: 'info' | 'error' | 'warn' | 'debug') =>
    (message: unknown, ...rest: unknown[]) => {
      log[level](
        { context: rest.findLast((part) => typeof part === 'string') },
        message instanceof Error ? message.name : String(message),
      );
    };
  return {
    log: say('debug'),
    error: say('error'),
    warn: say('warn'),
    debug: say('debug'),
    verbose: say('debug'),
    fatal: say('error'),
  };
}
