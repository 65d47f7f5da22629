import type { Instant } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface CachedPage {
  /** Version of everything it shows. */
  readonly version: string;
  /** Until then it holds, if nothing it shows changes before. */
  readonly until: Instant;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Rendered pages in every encoding, by language and slug: never by address, which the asker chooses. */
@Injectable()
export class PageCache {
  private readonly pages = new LRUCache<string, CachedPage>({
    maxSize: 32 * 1024 * 1024,
    sizeCalculation: ({ bodies }) => ENCODINGS.reduce((sum, encoding) => sum + bodies[encoding].length, 100),
  });

  /** The page while it holds. */
  find(name: string, version: string, now: Instant): CachedPage | null {
    const page = this.pages.get(name);
    return page !== undefined && page.version === version && now < page.until ? page : null;
  }

  async keep(name: string, version: string, until: Instant, html: string): Promise<CachedPage> {
    const page = { version, until, bodies: await encodings(html) };
    this.pages.set(name, page);
    return page;
  }
}

async function encodings(html: string): Promise<Record<Encoding, Buffer>> {
  const identity = Buffer.from(html);
  const [br, gzipped] = await Promise.all([
    compressBrotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    compressGzip(identity),
  ]);
  return { br, gzip: gzipped, identity };
}
