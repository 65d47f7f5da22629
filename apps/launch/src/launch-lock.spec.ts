import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { takeLock } from './launch-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'visavis-lock-'));
const file = join(folder, 'launcher.json');
const bystanders: ReturnType<typeof spawn>[] = [];

function sleeper(script = 'setInterval(() => undefined, 1000)') {
  const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
  bystanders.push(child);
  return child;
}

/** Writes the lock as a launcher with this process id would have, and returns its text. */
async function lockOf(
  pid: number,
  children: readonly number[] = [],
  address: string | null = null,
): Promise<void> {
  const own = await takeLock(file);
  own.note({ children: [pid, ...children], address });
  const state = JSON.parse(readFileSync(file, 'utf8')) as { children: { pid: number; born: string }[] };
  const [launcher, ...rest] = state.children;
  writeFileSync(file, JSON.stringify({ ...state, ...launcher, children: rest }));
}

describe('the lock of a data folder', () => {
  after(() => {
    for (const child of bystanders) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses a second launcher and names the address of the first', async () => {
    const other = sleeper();
    await lockOf(other.pid ?? 0, [], 'http://localhost:3000');
    await assert.rejects(
      takeLock(file),
      new RegExp(`already runs at http://localhost:3000 \\(process ${other.pid}\\)`),
    );
    other.kill('SIGKILL');
    await once(other, 'exit');
    (await takeLock(file)).release();
    assert.equal(existsSync(file), false);
  });

  it('waits for a launcher that is just ending', async () => {
    const other = sleeper('setTimeout(() => undefined, 700)');
    await lockOf(other.pid ?? 0);
    const begin = performance.now();
    (await takeLock(file)).release();
    assert.ok(performance.now() - begin > 300);
  });

  it(
    'lets what a killed launcher left end by itself, and no more than that',
    { timeout: 20_000 },
    async () => {
      const launcher = sleeper();
      const leaving = sleeper('setTimeout(() => undefined, 600)');
      await lockOf(launcher.pid ?? 0, [leaving.pid ?? 0]);
      launcher.kill('SIGKILL');
      const [code] = (await Promise.all([once(leaving, 'exit'), takeLock(file)]))[0] as [number | null];
      assert.equal(code, 0);
    },
  );

  it('is not fooled by a process id that another program has by now', async () => {
    const stranger = sleeper();
    writeFileSync(
      file,
      JSON.stringify({
        pid: stranger.pid,
        born: '1',
        address: 'http://x',
        children: [{ pid: stranger.pid, born: '1' }],
      }),
    );
    (await takeLock(file)).release();
    assert.equal(stranger.exitCode ?? stranger.signalCode, null);
  });

  it('survives a file that was half written', async () => {
    writeFileSync(file, '{"pid": 12');
    (await takeLock(file)).release();
  });
});
