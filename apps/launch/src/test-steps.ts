import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildProducts, PROJECTS } from './build-products.ts';
import {
  type Count,
  countJestReport,
  countJestReports,
  countNxTasks,
  countPlaywrightReport,
  countTap,
  judge,
  type JestReport,
} from './count-results.ts';
import { findChromium } from './find-chromium.ts';
import { findOpenSsl } from './find-openssl.ts';
import { root } from './project.ts';
import { runNx } from './run-nx.ts';
import { runCommand } from './run-command.ts';
import type { Step, StepResult } from './run-steps.ts';
import { withTestServer } from './test-server.ts';

/** Where reports and logs go. */
export const LOGS = join(root, 'dist/test-logs');

/** Everything that proves the product. The nx steps follow each other: two of them would compute one graph twice. */
export function testSteps(say: (line: string) => void): Step[] {
  return [
    { name: 'lint', weight: 2, after: [], run: () => nxTasks('lint') },
    { name: 'types', weight: 2, after: ['lint'], run: () => nxTasks('typecheck') },
    { name: 'rules', weight: 2, after: ['types'], run: rules },
    { name: 'builds', weight: 2, after: ['rules'], run: () => builds(say) },
    { name: 'medium', weight: 2, after: ['rules'], run: () => medium(say) },
    { name: 'launcher', weight: 2, after: ['builds'], run: launcher },
    { name: 'journeys', weight: 2, after: ['builds'], run: () => journeys(say) },
    { name: 'chaos', weight: 2, after: ['builds'], run: chaos },
  ];
}

async function nxTasks(target: string): Promise<StepResult> {
  const { code, output } = await runNx(['run-many', '-t', target, '--outputStyle=static', '--parallel=2']);
  return { ...judge(countNxTasks(output), code), output };
}

/** Tests without a database, cached: the same sources give the same answer. */
async function rules(): Promise<StepResult> {
  const args = ['run-many', '-t', 'test', '--exclude=api,launch', '--outputStyle=static', '--parallel=2'];
  const { code, output } = await runNx([...args, '--', '--json', '--passWithNoTests']);
  return { ...judge(countJestReports(output), code), output };
}

async function builds(say: (line: string) => void): Promise<StepResult> {
  const lines: string[] = [];
  await buildProducts((line) => {
    lines.push(line);
    say(`  ${line.trim()}`);
  });
  return { passed: PROJECTS.length, failed: 0, output: lines.join('\n') };
}

/** The API through HTTP on a real PostgreSQL of its own; OpenSSL looks at its seals. */
async function medium(say: (line: string) => void): Promise<StepResult> {
  const openSsl = findOpenSsl(say);
  return await withTestServer(async (superuserUrl) => {
    const jest = [
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      '-c',
      'apps/api/jest.config.cjs',
    ];
    return await withReport('medium', (report) => ({
      args: [...jest, '--json', `--outputFile=${report}`, '--maxWorkers=2'],
      env: { SUPERUSER_DATABASE_URL: superuserUrl, OPENSSL_PATH: openSsl },
      count: (text) => countJestReport(JSON.parse(text) as JestReport),
    }));
  });
}

async function launcher(): Promise<StepResult> {
  const args = ['--test', '--test-reporter=tap', '--test-concurrency=1', 'apps/launch/src/*.spec.ts'];
  const { code, output } = await runCommand(args);
  return { ...judge(countTap(output), code), output };
}

async function journeys(say: (line: string) => void): Promise<StepResult> {
  const browser = await findChromium(say);
  const playwright = ['node_modules/.bin/playwright', 'test', '-c', 'e2e/playwright.config.ts'];
  return await withReport('journeys', (report) => ({
    args: [...playwright, '--reporter=list,json'],
    env: { ...browser.env, CHROMIUM_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    count: (text) => countPlaywrightReport(JSON.parse(text) as Parameters<typeof countPlaywrightReport>[0]),
  }));
}

function chaos(): Promise<StepResult> {
  return withReport('chaos', (report) => ({
    args: ['e2e/chaos/run.ts', '--short', `--json=${report}`],
    env: {},
    count: (text) => JSON.parse(text) as Count,
  }));
}

interface ReportingCommand {
  args: string[];
  env: Record<string, string>;
  count(report: string): Count;
}

/** A runner that leaves its counts in a file; one from an earlier run must not be taken for this one's. */
async function withReport(name: string, plan: (report: string) => ReportingCommand): Promise<StepResult> {
  const report = join(LOGS, `${name}.json`);
  rmSync(report, { force: true });
  const { args, env, count } = plan(report);
  const { code, output } = await runCommand(args, env);
  const counted = existsSync(report) ? count(readFileSync(report, 'utf8')) : { passed: 0, failed: 1 };
  return { ...judge(counted, code), output };
}
