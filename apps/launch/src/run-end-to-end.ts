import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildProducts } from './build-products.ts';
import { root } from './project.ts';

/** Builds what changed, then runs a program of e2e/ with this process's arguments and ends as it ends. */
export async function runEndToEnd(script: string): Promise<never> {
  await buildProducts((line) => console.error(line));
  const child = spawn(process.execPath, [join(root, script), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  process.on('disconnect', () => child.kill('SIGTERM'));
  return await new Promise<never>((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => process.exit(code ?? 1));
  });
}
