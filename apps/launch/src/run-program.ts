import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { root } from './project.ts';

/**
 * Runs one of our programs to its end, on this Node.
 *
 * @returns what it wrote to standard output
 * @throws Error with what it wrote to standard error when it fails
 */
export function runProgram(
  script: string,
  env: Readonly<Record<string, string | undefined>>,
  input = '',
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { cwd: root, env, stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(out)
        : reject(new Error(`${basename(script)} failed (code ${code}):\n${err || out}`)),
    );
    // A program that ends without reading its input is judged by its code alone.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
