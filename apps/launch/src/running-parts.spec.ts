import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RunningParts } from './running-parts.ts';

describe('the parts of a running system', () => {
  it('end in the opposite order, once, even when one of them fails to', async () => {
    const parts = new RunningParts();
    const ended: string[] = [];
    const said: string[] = [];
    for (const name of ['database', 'API', 'worker'])
      await parts.start(
        name,
        () => name,
        (part) => {
          ended.push(part);
          if (part === 'API') throw new Error('will not');
        },
      );
    await Promise.all([parts.stop((line) => said.push(line)), parts.stop((line) => said.push(line))]);
    assert.deepEqual(ended, ['worker', 'API', 'database']);
    assert.deepEqual(said, ['API did not end cleanly: Error: will not']);
  });

  it('that were still starting when the end began are ended too, and nothing starts after', async () => {
    const parts = new RunningParts();
    const ended: string[] = [];
    let ready: (part: string) => void = () => undefined;
    const slow = parts.start(
      'slow',
      () => new Promise<string>((resolve) => (ready = resolve)),
      (part) => void ended.push(part),
    );
    const stopped = parts.stop(() => undefined);
    ready('slow');
    await assert.rejects(slow, /Stopped while starting/);
    await stopped;
    assert.deepEqual(ended, ['slow']);
    await assert.rejects(
      parts.start(
        'late',
        () => assert.fail('it began'),
        () => undefined,
      ),
      /Stopped while starting/,
    );
  });
});
