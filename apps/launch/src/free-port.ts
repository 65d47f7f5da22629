import { createServer } from 'node:net';

/** Whether nothing listens on this port of `host` yet. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * The first free port from `wanted` upwards, passing over those in `taken` (chosen but not yet listening).
 *
 * @throws Error when the next hundred ports are all in use.
 */
export async function freePortFrom(wanted: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = wanted; port < wanted + 100 && port < 65536; port++)
    if (!taken.has(port) && (await isFree(port))) return port;
  throw new Error(`No free port between ${wanted} and ${wanted + 99}.`);
}

/** Any free port, chosen by the operating system. */
export function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
