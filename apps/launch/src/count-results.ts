/** What a step found. */
export interface Count {
  passed: number;
  failed: number;
}

export const NOTHING: Count = { passed: 0, failed: 0 };

export function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** A runner that ended badly without naming a failed test has failed once all the same; so has one that ran none. */
export function judge(count: Count, exitCode: number): Count {
  const silent = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
  return silent ? { ...count, failed: 1 } : count;
}

/**
 * Every report that a Jest run with `--json` printed among other output. Only the figures at its beginning are
 * read: the rest is long, and a process that ends may leave its last line cut off.
 */
export function countJestReports(output: string): Count {
  return [...output.matchAll(/^\{"numFailedTestSuites":[^[{]*/gm)]
    .map(([figures]) => {
      const figure = (name: keyof JestReport) => Number(new RegExp(`"${name}":(\\d+)`).exec(figures)?.[1]);
      return countJestReport({
        numPassedTests: figure('numPassedTests'),
        numFailedTests: figure('numFailedTests'),
        numRuntimeErrorTestSuites: figure('numRuntimeErrorTestSuites'),
      });
    })
    .reduce(add, NOTHING);
}

export interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
}

/** A file that did not even load counts as one failure: its tests are unknown. */
export function countJestReport(report: JestReport): Count {
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
}

/** Playwright's JSON report; a test that passed only on a retry is a failure here. */
export function countPlaywrightReport(report: {
  stats: { expected: number; unexpected: number; flaky: number };
  errors?: readonly unknown[];
}): Count {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0) };
}

/** The closing lines of `node --test --test-reporter=tap`. */
export function countTap(output: string): Count {
  const last = (word: string) =>
    Number([...output.matchAll(new RegExp(`^# ${word} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
  return { passed: last('pass'), failed: last('fail') + last('cancelled') };
}
