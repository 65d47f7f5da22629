import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { collectDefaultMetrics, Gauge, Histogram } from 'prom-client';
import type { FastifyInstance } from 'fastify';
import { Clock } from '../clock/clock';
import type { Configuration } from '../configuration/configuration';
import { noteDegradation } from './degradations';
import { OperationState } from './operation-state';
import { openOperationsServer, type OperationsServer } from './operations-server';

/** Health detail, figures and the OpenAPI document on the operations port, which is never public. */
export function openOperations(
  app: NestFastifyApplication,
  configuration: Configuration,
): Promise<OperationsServer> {
  const state = app.get(OperationState);
  collectDefaultMetrics();
  const clock = app.get(Clock);
  const isReady = async () => {
    if (!(await state.isReady())) return false;
    noteDegradation('letters', await state.lettersWait(clock.now()));
    return true;
  };
  return openOperationsServer(configuration.HOST, configuration.OPERATIONS_PORT, isReady, {
    '/docs/openapi.json': () => describe(configuration.PUBLIC_URL),
  });
}

/** Loaded when somebody asks, which is seldom. */
async function describe(server: string): Promise<string> {
  const { openApiDocument } = await import('./open-api/open-api-document');
  return JSON.stringify(openApiDocument(server));
}

const durations = new Histogram({
  name: 'visavis_request_seconds',
  help: 'Answered requests by route pattern and status class',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 5],
});

let underWay = 0;
new Gauge({
  name: 'visavis_requests_under_way',
  help: 'Requests being answered now',
  collect() {
    this.set(underWay);
  },
});

/** Counts every request; the labels are patterns, so their number is bounded. */
export function measureRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (_request, _reply, done) => {
    underWay++;
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    underWay--;
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: `${Math.floor(reply.statusCode / 100)}xx`,
    };
    durations.observe(labels, reply.elapsedTime / 1000);
    done();
  });
}
