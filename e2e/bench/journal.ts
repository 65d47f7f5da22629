import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { bundleForBrowser, measureInChromium } from './measure-in-chromium.ts';

/** What the journal's worker measures of itself. */
interface JournalFigures {
  readonly indexMs: number;
  readonly longestSliceMs: number;
  readonly searchMs: number;
  readonly slowestSearchMs: number;
  readonly insightsMs: number;
}

const root = join(import.meta.dirname, '../..');
const MEASURE = 'apps/web/src/app/journal/vault/worker/testing/measure-journal.ts';

/** Searching and counting over a thousand bids, in Chromium. */
export async function benchJournal(rounds = 9): Promise<JournalFigures> {
  return measureInChromium(await bundleForBrowser(MEASURE, 'journal'), 'measureJournal', rounds);
}

/** Brotli kilobytes of the worker, all cryptography, search and figures in it; the client must be built. */
export function workerKilobytes(): number {
  const folder = join(root, 'dist/apps/web/browser/fr');
  const name = readdirSync(folder).find((file) => /^worker-.*\.js$/.test(file));
  if (name === undefined) throw new Error('the client is not built');
  return brotliCompressSync(readFileSync(join(folder, name))).length / 1000;
}

if (import.meta.main) console.table({ ...(await benchJournal()), workerKilobytes: workerKilobytes() });
