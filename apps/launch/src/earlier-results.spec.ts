import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { EarlierResults } from './earlier-results.ts';
import { testSteps } from './test-steps.ts';

const project = mkdtempSync(join(tmpdir(), 'visavis-earlier-'));
const passed = { passed: 3, failed: 0, at: '2026-11-27T10:00:00.000Z', took: 12 };
const steps = testSteps(() => undefined);
const ALL = ['chaos', 'journeys', 'launcher', 'lint', 'medium', 'rules', 'types'];

function write(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}

describe('results of an earlier npm test', () => {
  let today = '2026-11-27';
  let earlier = new EarlierResults(join(project, 'dist/tested'), project, () => today);

  beforeEach(() => {
    rmSync(project, { recursive: true, force: true });
    for (const file of [
      'apps/api/src/a.ts',
      'apps/web/src/b.ts',
      'libs/kernel/src/c.ts',
      'e2e/journeys/d.ts',
    ])
      write(file, 'one');
    write('package-lock.json', '{}');
    today = '2026-11-27';
    earlier = new EarlierResults(join(project, 'dist/tested'), project, () => today);
    for (const step of steps) earlier.keep(step, earlier.stateOf(step), passed);
  });
  after(() => rmSync(project, { recursive: true, force: true }));

  const replayed = () =>
    steps
      .filter((step) => earlier.find(step))
      .map(({ name }) => name)
      .toSorted();

  it('hold, with their counts, while nothing changes', () => {
    assert.deepEqual(replayed(), ALL);
    assert.equal(earlier.find(steps.find(({ name }) => name === 'medium')!)?.passed, 3);
    write('README.md', 'read by people only');
    assert.deepEqual(replayed(), ALL);
  });

  it('are run again where something was changed, added or removed', () => {
    write('apps/api/src/a.ts', 'two');
    assert.deepEqual(replayed(), []);
    write('apps/api/src/a.ts', 'one');
    assert.deepEqual(replayed(), ALL);
    write('apps/api/src/new.ts', '');
    assert.deepEqual(replayed(), []);
    rmSync(join(project, 'apps/api/src/new.ts'));
    write('apps/web/src/b.ts', 'two');
    assert.deepEqual(replayed(), ['medium']);
    write('apps/web/src/b.ts', 'one');
    write('e2e/journeys/d.ts', 'two');
    assert.deepEqual(replayed(), ['medium', 'rules']);
  });

  it('are run again with other dependencies, another variable and on another day', () => {
    write('package-lock.json', '{"other":true}');
    assert.deepEqual(replayed(), []);
    write('package-lock.json', '{}');
    process.env['RATE_READS_PER_MINUTE'] = '7';
    assert.deepEqual(replayed(), []);
    delete process.env['RATE_READS_PER_MINUTE'];
    assert.deepEqual(replayed(), ALL);
    today = '2026-11-28';
    assert.deepEqual(replayed(), []);
  });

  it('are never kept of a failure, of nothing, or of sources that changed meanwhile', () => {
    const [medium] = steps.filter(({ name }) => name === 'medium');
    const begun = earlier.stateOf(medium!);
    for (const result of [
      { ...passed, failed: 1 },
      { ...passed, passed: 0 },
    ]) {
      earlier.keep(medium!, begun, result);
      assert.equal(earlier.find(medium!), null);
    }
    write('apps/api/src/a.ts', 'edited while the step ran');
    earlier.keep(medium!, begun, passed);
    assert.equal(earlier.find(medium!), null);
  });
});
