import type { Download } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** The files of a ZIP that was downloaded, by name. */
export async function openZip(download: Download): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(await readFile(await download.path()));
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  return files;
}
