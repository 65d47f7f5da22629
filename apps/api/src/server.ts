import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { AppModule } from './app.module';
import { readPageStyles, styleHashes } from './booking/public-page';
import type { Configuration } from './configuration/configuration';
import { limitBodies } from './http/body-limits';
import { checkHeads, type Check } from './http/check-heads';
import { sendSecurityHeaders } from './http/headers';
import { createLog, logRequests, nestLog } from './http/log';
import { plainAddress } from './http/plain-address';
import { asRefusal, replyWith } from './http/refusal.filter';
import { isOfApi, refuseRendering, saveWhatIsOpened } from './http/refuse-rendering';
import { refuseCrossSiteWrites } from './http/same-origin';
import { serveClients } from './http/static-files';
import { acceptStrictJson } from './http/strict-json';
import { trustedProxies } from './http/trusted-proxies';
import { measureRequests } from './operation/open-operations';
import { MeasuringModule } from './operation/measuring.module';

/** Largest body, bytes: the longest texts of a practice's settings and a little more. */
const BODY_LIMIT = 256 * 1024;

/** The program behind the HTTP door, ready to listen. */
export async function createServer(configuration: Configuration): Promise<NestFastifyApplication> {
  const log = createLog(configuration.LOG_LEVEL, 'api');
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies(configuration.TRUSTED_PROXIES),
    bodyLimit: BODY_LIMIT,
    genReqId: numbered(),
    rewriteUrl: ({ url = '/' }) => plainAddress(url),
    // An address that cannot be decoded reaches no route, and so no hook and no filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.header('x-content-type-options', 'nosniff');
      replyWith(asRefusal(error), error, request, reply);
    },
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  const extra = configuration.MEASURING_ROUTES ? [MeasuringModule] : [];
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(configuration, extra),
    adapter,
    {
      logger: nestLog(log),
      bodyParser: false,
      abortOnError: false,
    },
  );
  await prepare(adapter.getInstance() as unknown as FastifyInstance, configuration, log);
  await app.init();
  return app;
}

/** Names of requests in the log: which process since which start, and which request of it. */
function numbered(): () => string {
  const start = randomUUID().slice(0, 13);
  let number = 0;
  return () => `${start}-${++number}`;
}

async function prepare(server: FastifyInstance, configuration: Configuration, log: Logger): Promise<void> {
  sendSecurityHeaders(server, configuration.PUBLIC_URL.startsWith('https:'));
  logRequests(server, log);
  measureRequests(server);
  checkHeads(server, [refuseCrossSiteWrites(configuration.PUBLIC_URL), refuseRendering, refuseOtherMedia]);
  saveWhatIsOpened(server);
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: 64 * 1024 });
  acceptStrictJson(server);
  limitBodies(server);
  server.decorate(
    'pageStyleHashes',
    styleHashes(readPageStyles(resolve(configuration.WEB_FOLDER, 'public'))),
  );
  await serveClients(server, configuration.WEB_FOLDER);
}

/** Forms belong to the pages; the API reads JSON only, so no simple cross-site request reaches a parser. */
const refuseOtherMedia: Check = (request) => {
  const type = request.headers['content-type'];
  const refused = type !== undefined && isOfApi(request) && !/^application\/json\s*(;|$)/i.test(type);
  return refused ? 'unsupported-media-type' : null;
};
