import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { register } from 'prom-client';
import { presentDegradations } from './degradations';

export interface OperationsServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Health and figures for operators, on a port of their own that is never public: `/health/live` (the process
 * answers), `/health/ready` (it can do its work; "degraded: …" names what else is wrong), `/metrics` (Prometheus).
 *
 * @param documents JSON by path
 * @param isReady may take up to a few seconds; a rejection counts as not ready
 */
export async function openOperationsServer(
  host: string,
  port: number,
  isReady: () => Promise<boolean>,
  documents: Readonly<Record<string, () => Promise<string>>> = {},
): Promise<OperationsServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(response, 405, 'text/plain', 'method not allowed');
    if (path === '/health/live') return answer(response, 200, 'text/plain', 'live');
    if (path === '/health/ready') return void answerReady(response, isReady);
    if (path === '/metrics') return void answerMetrics(response);
    const document = documents[path ?? ''];
    if (document !== undefined) return void answerDocument(response, document);
    return answer(response, 404, 'text/plain', 'not found');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerReady(response: ServerResponse, isReady: () => Promise<boolean>): Promise<void> {
  const ready = await isReady().catch(() => false);
  if (!ready) return answer(response, 503, 'text/plain', 'not ready');
  // Still 200: whoever takes requests away from a process would make a mail server's fault everybody's.
  const wrong = presentDegradations();
  answer(response, 200, 'text/plain', wrong.length === 0 ? 'ready' : `degraded: ${wrong.join(', ')}`);
}

async function answerMetrics(response: ServerResponse): Promise<void> {
  try {
    answer(response, 200, register.contentType, await register.metrics());
  } catch {
    answer(response, 503, 'text/plain', 'figures are not to be had now');
  }
}

async function answerDocument(response: ServerResponse, document: () => Promise<string>): Promise<void> {
  try {
    answer(response, 200, 'application/json', await document());
  } catch {
    answer(response, 503, 'text/plain', 'the document is not to be had now');
  }
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}
