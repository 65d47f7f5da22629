import { Inject, Injectable } from '@nestjs/common';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { isPublicAddress } from './addresses';

export interface OutwardRequest {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface OutwardReply {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

export const OUTWARD_REFUSALS = [
  'bad-address',
  'not-public',
  'too-many-redirects',
  'too-slow',
  'too-large',
  'encoded',
  'not-reached',
] as const;
export type OutwardRefusal = (typeof OUTWARD_REFUSALS)[number];

/** What people read is the same whatever happened; the reason is for the operator's log. */
export class OutwardError extends Error {
  override readonly name = 'OutwardError';

  constructor(readonly reason: OutwardRefusal) {
    super('the address could not be read');
  }
}

const DEADLINE = 10_000;
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_REDIRECTS = 3;
const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/**
 * The one way out of the server. Schemes http and https on their own ports, no name and password in the address;
 * the address of the connected socket must be public before a byte is sent; the same for every redirect; ten
 * seconds and 5 MB for all of it. Hosts of the operator's list (`host` or `host:port`) may be internal.
 */
@Injectable()
export class OutwardFetch {
  private readonly internal: ReadonlySet<string>;

  constructor(@Inject(CONFIGURATION) configuration: Pick<Configuration, 'OUTWARD_INTERNAL_HOSTS'>) {
    this.internal = new Set(configuration.OUTWARD_INTERNAL_HOSTS);
  }

  /** @throws OutwardError */
  async fetch(address: string, wish: OutwardRequest): Promise<OutwardReply> {
    const deadline = AbortSignal.timeout(DEADLINE);
    let url = this.accept(address);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const answer = await this.ask(url, wish, deadline);
      const status = answer.statusCode ?? 0;
      const next = answer.headers.location;
      // A post is repeated only where the answer says that it may be; everything else is an answer.
      if (
        next === undefined ||
        !(wish.method === 'GET' ? [301, 302, 303, 307, 308] : [307, 308]).includes(status)
      ) {
        return read(answer, deadline);
      }
      answer.destroy();
      url = this.accept(URL.canParse(next, url.href) ? new URL(next, url.href).href : '');
    }
    throw new OutwardError('too-many-redirects');
  }

  private accept(address: string): URL {
    if (!URL.canParse(address)) throw new OutwardError('bad-address');
    const url = new URL(address);
    const port = PORTS[url.protocol];
    const wrong = port === undefined || url.username !== '' || url.password !== '';
    if (wrong || (url.port !== '' && url.port !== port && !this.isInternal(url))) {
      throw new OutwardError('bad-address');
    }
    return url;
  }

  private isInternal(url: URL): boolean {
    return this.internal.has(url.host) || (url.port === '' && this.internal.has(url.hostname));
  }

  private async ask(url: URL, wish: OutwardRequest, deadline: AbortSignal): Promise<IncomingMessage> {
    const socket = await connect(url, deadline);
    if (!this.isInternal(url) && !isPublicAddress(socket.remoteAddress ?? '')) {
      socket.destroy();
      throw new OutwardError('not-public');
    }
    const secured = url.protocol === 'https:' ? await secure(socket, url, deadline) : socket;
    return new Promise((resolve, reject) => {
      const options: RequestOptions = {
        method: wish.method,
        host: url.hostname,
        path: url.pathname + url.search,
        headers: {
          host: url.host,
          'accept-encoding': 'identity',
          ...wish.headers,
          ...(wish.body === undefined ? {} : { 'content-length': String(wish.body.length) }),
        },
        createConnection: () => secured,
        signal: deadline,
      };
      const asked = (url.protocol === 'https:' ? requestHttps : requestHttp)(options, resolve);
      asked.on('error', () => reject(failure(deadline)));
      asked.end(wish.body);
    });
  }
}

function connect(url: URL, deadline: AbortSignal): Promise<Socket> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return new Promise((resolve, reject) => {
    if (deadline.aborted) return reject(failure(deadline));
    const socket = connectTcp({ host, port: Number(url.port || PORTS[url.protocol]) });
    const give = () => {
      socket.destroy();
      reject(failure(deadline));
    };
    deadline.addEventListener('abort', give, { once: true });
    socket.once('error', give);
    socket.once('connect', () => {
      deadline.removeEventListener('abort', give);
      socket.off('error', give);
      socket.on('error', () => undefined); // told to whoever reads from it
      resolve(socket);
    });
  });
}

function secure(socket: Socket, url: URL, deadline: AbortSignal): Promise<Socket> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return new Promise((resolve, reject) => {
    const secured = connectTls({ socket, host, ...(isIP(host) === 0 ? { servername: host } : {}) });
    const give = () => {
      secured.destroy();
      socket.destroy();
      reject(failure(deadline));
    };
    deadline.addEventListener('abort', give, { once: true });
    secured.once('error', give);
    secured.once('secureConnect', () => {
      deadline.removeEventListener('abort', give);
      secured.off('error', give);
      secured.on('error', () => undefined);
      resolve(secured);
    });
  });
}

async function read(answer: IncomingMessage, deadline: AbortSignal): Promise<OutwardReply> {
  try {
    // Asked for as it is: something small that unfolds to much is not even begun.
    if (!['', 'identity'].includes(answer.headers['content-encoding'] ?? ''))
      throw new OutwardError('encoded');
    if (Number(answer.headers['content-length'] ?? 0) > MOST_BYTES) throw new OutwardError('too-large');
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw new OutwardError('too-large');
      chunks.push(chunk);
    }
    if (!answer.complete) throw failure(deadline);
    return {
      status: answer.statusCode ?? 0,
      type: answer.headers['content-type'] ?? '',
      body: Buffer.concat(chunks),
    };
  } catch (error) {
    throw error instanceof OutwardError ? error : failure(deadline);
  } finally {
    answer.destroy();
  }
}

function failure(deadline: AbortSignal): OutwardError {
  return new OutwardError(deadline.aborted ? 'too-slow' : 'not-reached');
}
