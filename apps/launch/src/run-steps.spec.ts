import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { EarlierResults } from './earlier-results.ts';
import { runSteps, type Step } from './run-steps.ts';

const logs = mkdtempSync(join(tmpdir(), 'visavis-steps-'));
// A project without a file: nothing in it ever changes.
const earlier = new EarlierResults(join(logs, 'tested'), logs);

function step(name: string, part: Partial<Step> = {}): Step {
  return {
    name,
    weight: 1,
    after: [],
    reads: null,
    run: async () => ({ passed: 1, failed: 0, output: `${name} says\n` }),
    ...part,
  };
}

describe('the steps of npm test', () => {
  after(() => rmSync(logs, { recursive: true, force: true }));

  it('sum up, show the output of a failed one only, and go on after one that broke', async () => {
    const said: string[] = [];
    const total = await runSteps(
      [
        step('good'),
        step('bad', {
          run: async () => ({ passed: 4, failed: 2, output: 'the reason\n{"numFailedTests":2}' }),
        }),
        step('broken', { run: () => Promise.reject(new Error('no such program')) }),
        step('later', { after: ['broken', 'not chosen'] }),
      ],
      logs,
      (line) => said.push(line),
      earlier,
    );
    assert.deepEqual(total, { passed: 6, failed: 3 });
    const text = said.join('\n');
    assert.match(said.at(-1) ?? '', /later/);
    assert.match(text, /the reason[^]*✖ bad[^]*4 passed, 2 failed/);
    assert.match(text, /no such program/);
    assert.doesNotMatch(text, /good says|numFailedTests/);
    assert.equal(readFileSync(join(logs, 'good.log'), 'utf8'), 'good says\n');
  });

  it('never keep more than two cores busy and half of one, and wait for those before them', async () => {
    let taken = 0;
    let most = 0;
    const order: string[] = [];
    const busy = (name: string, weight: Step['weight'], after: string[] = []) =>
      step(name, {
        weight,
        after,
        run: async () => {
          taken += weight;
          most = Math.max(most, taken);
          await sleep(20);
          taken -= weight;
          order.push(name);
          return { passed: 1, failed: 0, output: '' };
        },
      });
    const steps = [
      ...[busy('a', 2), busy('b', 1, ['c']), busy('c', 1), busy('d', 1)],
      ...[busy('e', 2), busy('f', 0.5, ['d']), busy('g', 0.5, ['d'])],
    ];
    await runSteps(steps, logs, () => undefined, earlier);
    assert.equal(most, 2.5);
    assert.ok(order.indexOf('c') < order.indexOf('b'));
  });

  it('count those that an interruption kept from beginning as failed', async () => {
    const total = await runSteps(
      [step('one'), step('two')],
      logs,
      () => undefined,
      earlier,
      () => true,
    );
    assert.deepEqual(total, { passed: 0, failed: 2 });
  });

  it('say what they replay, with the counts of that time, and let nobody wait for it', async () => {
    let runs = 0;
    const run = async () => ({ passed: ++runs, failed: 0, output: '' });
    const steps = [step('later', { after: ['quiet'] }), step('quiet', { reads: [], run })];
    const said: string[] = [];
    for (const expected of [2, 2])
      assert.deepEqual(await runSteps(steps, logs, (line) => said.push(line), earlier), {
        passed: expected,
        failed: 0,
      });
    assert.equal(runs, 1);
    assert.equal(
      said.filter((line) => /✔ quiet +replayed +1 passed, 0 failed \(.*changed since/.test(line)).length,
      1,
    );
  });
});
