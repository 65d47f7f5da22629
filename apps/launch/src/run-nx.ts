import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project.ts';

export interface Finished {
  code: number;
  output: string;
}

/** Environment for nx that leaves no daemon behind, draws nothing, and keeps its cache in the project's folder. */
export const nxEnvironment = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_CACHE_DIRECTORY: join(root, '.nx/cache'),
  NG_CLI_ANALYTICS: 'false',
  FORCE_COLOR: '0',
};

/** Runs nx to its end; `hear` gets each line as it comes. */
export function runNx(
  args: readonly string[],
  hear: (line: string) => void = () => undefined,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/.bin/nx'), ...args], {
      cwd: root,
      env: { ...process.env, ...nxEnvironment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let rest = '';
    const take = (text: string) => {
      output += text;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(hear);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
