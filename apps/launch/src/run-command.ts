import { spawn } from 'node:child_process';
import { root } from './project.ts';
import type { Finished } from './run-nx.ts';

const running = new Set<() => void>();

/** Runs this Node with `args` in the project's folder, without input, and collects what it prints. */
export function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0', NODE_NO_WARNINGS: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // As Ctrl-C does: on SIGTERM Playwright would leave the servers it started.
    const end = () => void child.kill('SIGINT');
    running.add(end);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(end);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Asks whatever still runs to end; their promises resolve as usual. */
export function endCommands(): void {
  for (const end of running) end();
}
