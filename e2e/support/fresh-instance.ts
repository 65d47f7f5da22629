import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../apps/launch/src/embedded-postgres.ts';
import { anyFreePort } from '../../apps/launch/src/free-port.ts';
import { derivePasswords, dropDatabase, prepareDatabase } from '../../apps/launch/src/prepare-database.ts';
import { PROGRAM_FLAGS, products, root } from '../../apps/launch/src/project.ts';
import { runProgram } from '../../apps/launch/src/run-program.ts';
import { isOk, waitUntil } from '../../apps/launch/src/wait-until.ts';
import { runningProduct } from './product.ts';

/** Browsers take every name under it for this machine, and the product for a host like any other. */
const HOST = 'visavis.localhost';

/**
 * Another installation beside the running product, as an operator starts it: for production, with an empty database,
 * behind a proxy that speaks TLS with a certificate of its own. Its letters go to the mail catcher of the other.
 */
export class FreshInstance {
  readonly url: string;
  readonly #console: Console;
  readonly #programs: readonly ChildProcess[];
  readonly #end: () => Promise<void>;

  private constructor(
    url: string,
    console: Console,
    programs: readonly ChildProcess[],
    end: () => Promise<void>,
  ) {
    this.url = url;
    this.#console = console;
    this.#programs = programs;
    this.#end = end;
  }

  /** @param name of its database, on the server that runs already */
  static async start(name: string): Promise<FreshInstance> {
    const { folder, environment } = runningProduct();
    const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), notice: () => undefined });
    const superuser = postgres.superuserUrl('postgres');
    const database = await prepareDatabase(superuser, name, derivePasswords(superuser));
    const [port, operations, workerOperations] = await Promise.all([1, 2, 3].map(() => anyFreePort()));
    const proxy = await speakTls(port!);
    const url = `https://${HOST}:${(proxy.address() as AddressInfo).port}`;
    const { MIGRATION_DATABASE_URL: _ofTheOther, ...rest } = environment;
    const env = {
      ...rest,
      NODE_ENV: 'production',
      PUBLIC_URL: url,
      TRUSTED_PROXIES: '127.0.0.1',
      DATABASE_URL: database.app,
      PORT: String(port),
      OPERATIONS_PORT: String(operations),
      WORKER_OPERATIONS_PORT: String(workerOperations),
    };
    await runProgram(products.migrate, { ...env, MIGRATION_DATABASE_URL: database.owner });
    const console = { written: '' };
    const programs = [products.api, products.worker].map((program) => begin(program, env, console));
    const instance = new FreshInstance(url, console, programs, async () => {
      proxy.closeAllConnections();
      proxy.close();
      await dropDatabase(superuser, name);
    });
    try {
      const ready = () => isOk(`http://127.0.0.1:${port}/health/ready`);
      await waitUntil('A fresh installation should be ready', ready, 20_000);
    } catch (error) {
      await instance.stop();
      throw new Error(`${String(error)}\n${instance.console}`);
    }
    return instance;
  }

  /** What its operator reads. */
  get console(): string {
    return this.#console.written;
  }

  async stop(): Promise<void> {
    for (const program of this.#programs) {
      if (program.exitCode !== null) continue;
      program.kill('SIGTERM');
      await once(program, 'exit');
    }
    await this.#end();
  }
}

interface Console {
  written: string;
}

function begin(program: string, env: Readonly<Record<string, string>>, console: Console): ChildProcess {
  const child = spawn(process.execPath, [...PROGRAM_FLAGS, program], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (console.written += text));
  return child;
}

/** In front of a port of this machine, with a certificate that was made for it a moment ago. */
async function speakTls(port: number): Promise<Server> {
  const server = createServer(makeCertificate(), (incoming, outgoing) => {
    const headers = { ...incoming.headers, 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'https' };
    const { method, url: path } = incoming;
    const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function makeCertificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-tls-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const { status, stderr } = spawnSync(process.env['OPENSSL_PATH'] ?? 'openssl', [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '1',
      ],
      ...['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`, '-keyout', key, '-out', cert],
    ]);
    if (status !== 0) throw new Error(`this journey needs openssl, or its path in OPENSSL_PATH: ${stderr}`);
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
