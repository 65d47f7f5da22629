import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildProducts, PROJECTS } from './build-products.ts';
import {
  type Count,
  countJestReport,
  countJestReports,
  countPlaywrightReport,
  countTap,
  judge,
  type JestReport,
} from './count-results.ts';
import { cachedTasks } from './cached-tasks.ts';
import { findChromium } from './find-chromium.ts';
import { findOpenSsl } from './find-openssl.ts';
import { root } from './project.ts';
import { runNx } from './run-nx.ts';
import { runCommand } from './run-command.ts';
import type { Step, StepResult } from './run-steps.ts';
import { withTestServer } from './test-server.ts';

/** Where reports and logs go. */
export const LOGS = join(root, 'dist/test-logs');

const WORKSPACE = [
  ...['package.json', 'package-lock.json', 'tsconfig.base.json', 'nx.json', 'eslint.config.mjs'],
  '.env.example',
];
const MEDIUM = ['apps/api', 'apps/launch', 'libs', 'docker', ...WORKSPACE];
const PRODUCT = ['apps', 'libs', 'docker', ...WORKSPACE];
const EVERYTHING = ['e2e', '.ci', ...PRODUCT];

/**
 * Everything that proves the product. The crash test waits for much of its time, half a minute alone until dead workers
 * are noticed, and so do some of the medium tests: they run together. The launcher measures a warm start, and journeys
 * lose patience after seconds: nothing more runs beside these.
 */
export function testSteps(say: (line: string) => void): Step[] {
  return [
    // Keeps account itself: what it makes must also be there.
    { name: 'builds', weight: 1, after: [], reads: null, run: () => builds(say) },
    { name: 'rules', weight: 1, after: [], reads: PRODUCT, run: rules },
    { name: 'launcher', weight: 1, after: ['builds'], reads: EVERYTHING, run: launcher },
    { name: 'types', weight: 1, after: [], reads: EVERYTHING, run: () => counted('types', 'check-types.ts') },
    { name: 'lint', weight: 1, after: [], reads: EVERYTHING, run: lint },
    { name: 'medium', weight: 2, after: [], reads: MEDIUM, run: () => medium(say) },
    { name: 'chaos', weight: 0.5, after: ['builds', 'launcher'], reads: EVERYTHING, run: chaos },
    { name: 'journeys', weight: 2, after: ['builds'], reads: EVERYTHING, run: () => journeys(say) },
  ];
}

/** One process for all projects takes half of what one for each takes; each still has a target of its own. */
function counted(step: string, program: string): Promise<StepResult> {
  return withReport(step, (report) => ({
    args: [`apps/launch/src/${program}`, `--json=${report}`],
    env: {},
    count: (text) => JSON.parse(text) as Count,
  }));
}

async function lint(): Promise<StepResult> {
  // Without nx's graph of the projects the rule about boundaries finds nothing, silently.
  const { code, output } = await runNx(['show', 'projects']);
  if (code !== 0) return { passed: 0, failed: 1, output };
  return await counted('lint', 'lint-all.ts');
}

/** Tests without a database. */
async function rules(): Promise<StepResult> {
  const args = ['run-many', '-t', 'test', '--exclude=api,launch', '--outputStyle=static', '--parallel=1'];
  const { code, output } = await runNx([...args, '--', '--json', '--passWithNoTests']);
  return { ...judge(countJestReports(output), code), output, ...cachedTasks(output) };
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
