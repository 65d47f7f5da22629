import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bare Fastify that does with a wish what the promises ask for before it may say "no", with the product's own parts, and
 * nothing else: no Nest, no rule, no log, no figures, no other hooks. The least that such a refusal can cost.
 */
const ENTRY = `
  import { bookingWish } from '@visavis/booking';
  import Fastify from 'fastify';
  import { readPhone } from './booking/public/read-phone';
  import { FloodWall } from './http/flood-wall';
  import { callerOf, networkOf } from './http/network-of';
  import { sendTogether } from './http/send-together';
  import { parseShape } from './http/shape';
  import { acceptStrictJson } from './http/strict-json';
  import { trustedProxies } from './http/trusted-proxies';

  const body = Buffer.from(process.env['BODY'] ?? '', 'base64').toString();
  const headers = JSON.parse(process.env['HEADERS'] ?? '{}');
  const server = Fastify({ trustProxy: trustedProxies(['127.0.0.1']) });
  acceptStrictJson(server);
  const [callers, networks] = [new FloodWall(1e9, 60), new FloodWall(4e9, 60)];
  server.get('/', (_request, reply) => reply.send('ready'));
  server.post('/api/public/:practice/:supervisor/bookings', (request, reply) => {
    check(request)
      .then(() => sendTogether(() => reply.status(422).headers(headers).send(body)))
      .catch((error) => reply.send(error));
  });
  async function check({ ip, body }) {
    if ((await callers.pass(callerOf(ip))) > 0 || (await networks.pass(networkOf(ip))) > 0) throw new Error('flood');
    readPhone(parseShape(bookingWish, body).phone, 'FR');
  }
  await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
  process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));`;

/** Bundles the peer into `dist/bench`; where it lies. */
export async function bundleFloorPeer(): Promise<string> {
  const root = join(import.meta.dirname, '../..');
  const outfile = join(root, 'dist/bench/floor-peer.mjs');
  await mkdir(join(root, 'dist/bench'), { recursive: true });
  await build({
    stdin: { contents: ENTRY, resolveDir: join(root, 'apps/api/src'), loader: 'ts' },
    tsconfig: join(root, 'tsconfig.base.json'),
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}
