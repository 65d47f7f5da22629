// The pages' scripts pass through rolldown; the worker's do not, and are 5 kB of Brotli smaller once they did.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifySync } from 'rolldown/utils';

for (const language of ['fr', 'en']) {
  const folder = join('dist/apps/web/browser', language);
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const worker = scripts.find((name) => name.startsWith('worker-'));
  if (!worker) throw new Error(`${folder} has no worker.`);
  const text = readFileSync(join(folder, worker), 'utf8');
  for (const name of [worker, ...scripts.filter((other) => text.includes(other))]) {
    const path = join(folder, name);
    const { code, errors } = minifySync(name, readFileSync(path, 'utf8'), { module: true });
    if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
    writeFileSync(path, code);
  }
}
