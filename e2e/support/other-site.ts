import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '../embed/index.html');

/** A site of somebody else, on a port of its own: one page that embeds the booking page. */
export class OtherSite {
  readonly origin: string;
  readonly #close: () => Promise<void>;

  private constructor(origin: string, close: () => Promise<void>) {
    this.origin = origin;
    this.#close = close;
  }

  static async serve(
    values: Readonly<Record<'VISAVIS' | 'PRACTICE' | 'SUPERVISOR', string>>,
  ): Promise<OtherSite> {
    const template = await readFile(PAGE, 'utf8');
    const page = template.replace(/%([A-Z]+)%/g, (_, name: keyof typeof values) => values[name]);
    const server = createServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new OtherSite(`http://localhost:${port}`, async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
  }

  close(): Promise<void> {
    return this.#close();
  }
}
