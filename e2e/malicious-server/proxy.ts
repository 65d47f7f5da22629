import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bend, type Tampering } from './tampering.ts';

/** What the journeys say to the process, and what it answers. */
export type Order = { readonly kind: 'tamper'; readonly how: Tampering | null } | { readonly kind: 'report' };
export type Answer =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'report'; readonly writes: readonly Write[]; readonly bent: number };

export interface Write {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/**
 * The server of an operator who lies: a process between the browser and the real API. It passes everything on as it
 * is, keeps what it saw, and bends the answers about vaults as it is told.
 */
const upstream = new URL(process.env['UPSTREAM'] ?? '');
const publicOrigin = process.env['PUBLIC_ORIGIN'] ?? '';
let how: Tampering | null = null;
let writes: Write[] = [];
let bent = 0;

const server = createServer((incoming, outgoing) => {
  pass(incoming, outgoing).catch(() => {
    if (!outgoing.headersSent) outgoing.writeHead(502);
    outgoing.end();
  });
});

async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const method = incoming.method ?? 'GET';
  const path = incoming.url ?? '/';
  const body = await read(incoming);
  if (method !== 'GET' && isSealed(path)) writes.push({ method, path, body: body.toString('utf8') });
  const answer = await forward(method, path, incoming, body);
  const headers = { ...answer.headers };
  let bytes = await read(answer);
  if (isSealed(path) && (answer.statusCode ?? 500) < 300 && bytes.length > 0) {
    const straight = JSON.parse(bytes.toString('utf8')) as unknown;
    const crooked = bend(how, method, path, straight);
    if (JSON.stringify(crooked) !== JSON.stringify(straight)) bent += 1;
    bytes = Buffer.from(JSON.stringify(crooked));
    delete headers['content-length'];
    delete headers['etag'];
  }
  outgoing.writeHead(answer.statusCode ?? 502, headers).end(bytes);
}

function forward(
  method: string,
  path: string,
  { headers }: IncomingMessage,
  body: Buffer,
): Promise<IncomingMessage> {
  const sent = { ...headers, host: upstream.host, 'content-length': String(body.length) };
  // The browser speaks of this process's address; the API knows its own only.
  if (headers.origin !== undefined && headers.origin !== 'null') sent.origin = publicOrigin;
  if (isSealed(path)) sent['accept-encoding'] = 'identity';
  const { hostname, port } = upstream;
  return new Promise((resolve, reject) => {
    const request = ask({ hostname, port, method, path, headers: sent }, resolve);
    request.on('error', reject);
    request.end(body);
  });
}

function isSealed(path: string): boolean {
  return /^\/api\/(vault|shared-entries)\b/.test(path);
}

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

process.on('message', (order: Order) => {
  if (order.kind === 'report') return tell({ kind: 'report', writes, bent });
  how = order.how;
  writes = [];
  bent = 0;
  tell({ kind: 'done' });
});
process.on('disconnect', () => process.exit(0));
server.listen(0, 'localhost', () =>
  tell({ kind: 'listening', port: (server.address() as AddressInfo).port }),
);

function tell(answer: Answer): void {
  process.send?.(answer);
}
