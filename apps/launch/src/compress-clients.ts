import { existsSync, statSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { root } from './project.ts';

const CLIENTS = ['dist/apps/public/browser', 'dist/apps/web/browser'];
const TEXT = /\.(js|css|svg|json)$/;

/** Lays a `.br` and a `.gz` beside every text file of the built clients, so that no request waits for compression. */
export async function compressClients(): Promise<void> {
  for (const client of CLIENTS) {
    const folder = join(root, client);
    if (!existsSync(folder)) continue;
    const files = (await readdir(folder, { recursive: true })).filter((file) => TEXT.test(file));
    await Promise.all(files.map((file) => compress(join(folder, file))));
  }
}

async function compress(file: string): Promise<void> {
  if (isNewer(`${file}.br`, file) && isNewer(`${file}.gz`, file)) return;
  const content = await readFile(file);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  await writeFile(`${file}.gz`, gz);
  await writeFile(`${file}.br`, br);
}

/** Some files keep their name from one build to the next. */
function isNewer(made: string, file: string): boolean {
  return existsSync(made) && statSync(made).mtimeMs >= statSync(file).mtimeMs;
}

if (import.meta.main) await compressClients();
