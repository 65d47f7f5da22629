import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

it('npm test closes with its sum, however much it printed and however slowly that is read', async () => {
  const module = JSON.stringify(join(import.meta.dirname, 'close-with-sum.ts'));
  const program = `const { closeWithSum } = await import(${module});
    process.on('disconnect', () => undefined);
    console.log('x'.repeat(1_000_000));
    closeWithSum({ passed: 3, failed: 1 });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  await sleep(500);
  const printed = await text(child.stdout ?? assert.fail());
  assert.equal(printed.slice(1_000_000), '\n3 passed, 1 failed\n');
  assert.equal(((await ended) as [number])[0], 1);
});
