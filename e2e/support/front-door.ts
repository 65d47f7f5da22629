import { once } from 'node:events';
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { runningProduct } from './product.ts';

const SCRIPTS = /\b(main|chunk)-([\w-]{8}\.js)/g;

/** What a browser reaches the product through: it can be shut, and it can give out another version of the client. */
export class FrontDoor {
  readonly url: string;
  readonly #port: number;
  #server: Server;
  #isNewer = false;

  private constructor(server: Server) {
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    this.url = `http://localhost:${this.#port}`;
  }

  static async open(): Promise<FrontDoor> {
    const server = createServer();
    await listen(server, 0);
    const door = new FrontDoor(server);
    door.#serve(server);
    return door;
  }

  /** Nobody answers: what a device without a network sees. */
  async shut(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async openAgain(): Promise<void> {
    this.#server = createServer();
    this.#serve(this.#server);
    await listen(this.#server, this.#port);
  }

  /** From now on another version of the client: its scripts, as after any change, have other names. */
  giveNewer(): void {
    this.#isNewer = true;
  }

  #serve(server: Server): void {
    server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
      this.#pass(incoming, outgoing).catch(() => outgoing.destroy());
    });
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const answer = await forward(incoming, (incoming.url ?? '/').replace('-newer-', '-'));
    const type = answer.headers['content-type'] ?? '';
    if (!this.#isNewer || !/html|javascript/.test(type)) {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      return void answer.pipe(outgoing);
    }
    const { 'content-length': _length, ...headers } = answer.headers;
    outgoing
      .writeHead(answer.statusCode ?? 502, headers)
      .end((await text(answer)).replace(SCRIPTS, '$1-newer-$2'));
  }
}

function forward(incoming: IncomingMessage, path: string): Promise<IncomingMessage> {
  const { url, apiUrl } = runningProduct();
  const { hostname, port, host } = new URL(apiUrl);
  const headers = { ...incoming.headers, host, 'accept-encoding': 'identity' };
  // Whether something is unchanged is said by this door, which changes it.
  delete headers['if-none-match'];
  delete headers['if-modified-since'];
  // The browser speaks of this address; the product knows its own only.
  if (headers.origin !== undefined && headers.origin !== 'null') headers.origin = new URL(url).origin;
  return new Promise((resolve, reject) => {
    const onward = ask({ hostname, port, method: incoming.method, path, headers }, resolve);
    onward.on('error', reject);
    incoming.pipe(onward);
  });
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}
