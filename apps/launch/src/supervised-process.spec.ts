import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './postgres-cluster.ts';
import { supervise } from './supervised-process.ts';
import { waitUntil } from './wait-until.ts';

const folder = mkdtempSync(join(tmpdir(), 'visavis-supervised-'));
const script = join(folder, 'program.mjs');
const log = join(folder, 'logs/program.log');
writeFileSync(
  script,
  `console.log('begins with', process.env.WORD);
   process.on('disconnect', () => process.exit(0));
   if (process.env.WORD === 'broken') throw new Error('cannot begin');
   if (process.env.WORD === 'stubborn') process.on('SIGTERM', () => undefined);
   setInterval(() => undefined, 1000);`,
);
const plan = (WORD: string) => ({ name: 'program', script, env: { ...process.env, WORD }, log });
const nobody = (sentence: string) => assert.fail(sentence);

describe('a supervised program', () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('writes to its log and ends when asked', async () => {
    const program = supervise(plan('calm'), nobody);
    await waitUntil('log', async () => readFileSync(log, 'utf8').includes('begins with calm'), 5_000);
    const pid = program.pid() ?? 0;
    await program.stop();
    assert.equal(isAlive(pid), false);
  });

  it('is killed when it does not end in time', async () => {
    const program = supervise(plan('stubborn'), nobody);
    await waitUntil('log', async () => readFileSync(log, 'utf8').includes('begins with stubborn'), 5_000);
    const pid = program.pid() ?? 0;
    await program.stop(200);
    assert.equal(isAlive(pid), false);
  });

  it('is started again when it was killed', async () => {
    let restarts = 0;
    const program = supervise(plan('calm'), nobody, () => void restarts++);
    const first = program.pid() ?? 0;
    await sleep(3_100);
    process.kill(first, 'SIGKILL');
    await waitUntil('restart', async () => restarts === 1, 5_000);
    assert.notEqual(program.pid(), first);
    await program.stop();
  });

  it('is given up, with the end of its log, when it cannot even start', async () => {
    const sentence = await new Promise<string>((resolve) => void supervise(plan('broken'), resolve));
    assert.match(sentence, /^program ended by itself \(code 1\)\.[^]*cannot begin/);
  });

  it('notices that its launcher was killed with SIGKILL', async () => {
    const module = JSON.stringify(join(import.meta.dirname, 'supervised-process.ts'));
    const program = `const { supervise } = await import(${module});
      console.log(supervise(${JSON.stringify(plan('calm'))}, () => undefined).pid()); setInterval(() => undefined, 1000);`;
    const launcher: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(launcher.stdout ?? assert.fail(), 'data')) as [Buffer];
    const pid = Number(line.toString());
    assert.equal(isAlive(pid), true);
    launcher.kill('SIGKILL');
    await waitUntil('end', async () => !isAlive(pid), 5_000);
  });
});
