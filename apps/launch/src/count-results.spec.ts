import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countJestReports, countPlaywrightReport, countTap, judge } from './count-results.ts';

describe('the sum of all runners', () => {
  it('counts a runner that ended badly, or ran nothing, as a failure', () => {
    assert.deepEqual(judge({ passed: 3, failed: 0 }, 1), { passed: 3, failed: 1 });
    assert.deepEqual(judge({ passed: 0, failed: 0 }, 0), { passed: 0, failed: 1 });
    assert.deepEqual(judge({ passed: 3, failed: 2 }, 1), { passed: 3, failed: 2 });
    assert.deepEqual(judge({ passed: 3, failed: 0 }, 0), { passed: 3, failed: 0 });
  });

  it("adds up Jest's reports and counts a file that did not load", () => {
    const report = (passed: number, failed: number, broken: number) =>
      `{"numFailedTestSuites":0,"numPassedTests":${passed},"numFailedTests":${failed},"numRuntimeErrorTestSuites":${broken}}`;
    const output = `> nx run a:test\n${report(5, 0, 0)}\nTests: 7 passed\n${report(2, 1, 1)}\n`;
    assert.deepEqual(countJestReports(output), { passed: 7, failed: 2 });
  });

  it("counts a journey that passed on a retry only, and Playwright's own errors, as failures", () => {
    const stats = { expected: 9, unexpected: 1, flaky: 1, skipped: 4 };
    assert.deepEqual(countPlaywrightReport({ stats, errors: [{}] }), { passed: 9, failed: 3 });
  });

  it('reads the closing lines of node --test', () => {
    assert.deepEqual(countTap('# pass 1\nnot ok\n# tests 9\n# pass 7\n# fail 1\n# cancelled 1\n'), {
      passed: 7,
      failed: 2,
    });
  });
});
