import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { buildProducts } from './build-products.ts';
import { DemoClient } from './demo-client.ts';
import { DEMO_ACCOUNTS, DEMO_COACHES, DEMO_PRACTICE } from './demo-content.ts';
import { appointmentsAround } from './demo-week.ts';
import { startPostgres } from './embedded-postgres.ts';
import { anyFreePort } from './free-port.ts';
import { isAlive } from './postgres-cluster.ts';
import { serverProcesses } from './postmaster.ts';
import { root } from './project.ts';
import { isOk, waitUntil } from './wait-until.ts';

const folder = mkdtempSync(join(tmpdir(), 'visavis-start-'));
chmodSync(folder, 0o755);
const data = join(folder, 'postgres');
let ports: Record<string, string> = {};
const starts: Start[] = [];

interface Start {
  process: ChildProcess;
  output(): string;
  /** Until it runs; the milliseconds it took. */
  running: Promise<number>;
  /** Its exit code. */
  ended: Promise<number | null>;
}

/** `npm start`, as somebody types it. */
function npmStart(env: Record<string, string> = {}): Start {
  const begin = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: root,
    // A process group of its own, as a terminal makes one: Ctrl-C reaches everyone in it.
    detached: true,
    env: { ...cleanEnvironment(), ...ports, VISAVIS_DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const isRunning = async () => {
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${output}`);
    return output.includes('Stop with Ctrl-C.');
  };
  const running = waitUntil('npm start should run', isRunning, 150_000).then(
    () => performance.now() - begin,
    (error: unknown) => Promise.reject(new Error(`${String(error)}\n${output}`)),
  );
  running.catch(() => undefined);
  const start = { process: child, output: () => output, running, ended };
  starts.push(start);
  return start;
}

/** npm hands its own settings to what it runs; a newcomer's shell has none of them. */
function cleanEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|DATABASE_|SMTP_)/.test(name)),
  );
}

function programs(): number[] {
  const { pid, children } = JSON.parse(readFileSync(join(folder, 'launcher.json'), 'utf8')) as {
    pid: number;
    children: { pid: number }[];
  };
  return [pid, ...children.map((child) => child.pid)];
}

function killGroup(start: Start, signal: NodeJS.Signals): void {
  process.kill(-(start.process.pid ?? assert.fail()), signal);
}

async function stop(start: Start): Promise<void> {
  killGroup(start, 'SIGINT');
  // npm ends by the signal itself, as programs do that were interrupted.
  assert.ok([0, null].includes(await start.ended), start.output());
}

describe('npm start', { timeout: 480_000 }, () => {
  const pageUrl = () => `http://127.0.0.1:${ports['PORT']}`;

  before(async () => {
    await buildProducts(() => undefined);
    const names = [
      'PORT',
      'OPERATIONS_PORT',
      'WORKER_OPERATIONS_PORT',
      'MAIL_CATCHER_PORT',
      'MAIL_CATCHER_PAGE_PORT',
    ];
    for (const name of names) ports = { ...ports, [name]: String(await anyFreePort()) };
  });
  afterEach(async () => {
    for (const start of starts.splice(0)) {
      // The group, as npm may be gone while the launcher still stops.
      if (start.process.exitCode === null && start.process.signalCode === null) killGroup(start, 'SIGTERM');
      await start.ended;
    }
  });
  after(async () => {
    if (existsSync(data)) (await startPostgres({ dataDir: data, notice: () => undefined })).stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts from nothing, with a demo practice whose letters leave, and stops without a trace', async () => {
    const start = npmStart();
    await start.running;
    const pids = programs();
    assert.equal(pids.length, 4);
    assert.match(start.output(), new RegExp(DEMO_ACCOUNTS[1].email));
    assert.match(start.output(), new RegExp(DEMO_COACHES[0].email));
    // Seven words each, without which the journal of the one and what the other reads of it would stay shut.
    for (const { email } of [DEMO_COACHES[0], DEMO_ACCOUNTS[0]])
      assert.match(start.output(), new RegExp(`${email}(?: +\\p{L}+){7}\n`, 'u'));
    for (const { slug } of DEMO_ACCOUNTS)
      assert.ok(await isOk(`${pageUrl()}/fr/c/${DEMO_PRACTICE.slug}/${slug}`));
    const letters = `http://127.0.0.1:${ports['MAIL_CATCHER_PAGE_PORT']}/api/email`;
    await waitUntil(
      'letters',
      // Among them the two copies of the contract that both have signed.
      async () =>
        ((await (await fetch(letters)).json()) as { subject: string }[]).filter(({ subject }) =>
          subject.startsWith('Votre exemplaire signé'),
        ).length === 2,
      20_000,
    );
    await checkDemoWeek();
    await stop(start);
    assert.deepEqual(pids.filter(isAlive), []);
    assert.deepEqual(serverProcesses(data), []);
  });

  /** What the first supervisor sees: last days whose calls have outcomes and letters that left, and days to come. */
  async function checkDemoWeek(): Promise<void> {
    const system = { apiUrl: pageUrl(), publicUrl: `http://localhost:${ports['PORT']}` };
    const supervisor = await new DemoClient(system).signIn(DEMO_ACCOUNTS[0]);
    const all = await appointmentsAround(supervisor, Date.now());
    const calls = all.filter(({ kind }) => kind === 'discovery-call');
    const noted = calls.filter(({ outcome }) => outcome !== null);
    assert.ok(noted.length >= 5, `only ${noted.length} calls have an outcome`);
    assert.ok(calls.filter(({ start }) => start > Date.now()).length >= 7);
    assert.equal(all.filter(({ kind }) => kind === 'session').length, 1);
    assert.ok(all.some(({ kind }) => kind === 'block'));
    for (const { id } of noted) {
      const { letters } = (await supervisor.send('GET', `/api/appointments/${id}`)) as {
        letters: { kind: string; state: string }[];
      };
      assert.deepEqual(new Set(letters.map(({ state }) => state)), new Set(['sent']));
      assert.ok(letters.some(({ kind }) => kind === 'reminder-1h'));
    }
  }

  it('is warm within five seconds, keeps what was there, and refuses to run twice', async () => {
    // Others may be busy on this machine: three attempts, and more time when each core has more than two waiting.
    const allowed = 5_000 * Math.max(1, (loadavg()[0] ?? 0) / (2 * availableParallelism()));
    let start = npmStart();
    for (let attempt = 1; (await start.running) > allowed && attempt < 3; attempt++) {
      await stop(start);
      start = npmStart();
    }
    assert.ok((await start.running) <= allowed, start.output());
    assert.doesNotMatch(start.output(), /Loading a demo|is taken/);
    const second = npmStart();
    await assert.rejects(second.running, new RegExp(`already runs at http://localhost:${ports['PORT']}`));
    assert.equal(await second.ended, 1);
    assert.ok(await isOk(`${pageUrl()}/health/ready`));
    await stop(start);
  });

  it('starts again after kill -9 of the launcher, on the same port', async () => {
    const first = npmStart();
    await first.running;
    const [launcher = 0, ...others] = programs();
    process.kill(launcher, 'SIGKILL');
    await first.ended;
    const again = npmStart();
    await again.running;
    assert.deepEqual(others.filter(isAlive), []);
    assert.doesNotMatch(again.output(), /is taken/);
    assert.ok(await isOk(`${pageUrl()}/health/ready`));
    await stop(again);
  });

  it('stops everything when npm itself is killed with SIGKILL', async () => {
    const start = npmStart();
    await start.running;
    const pids = programs();
    start.process.kill('SIGKILL');
    await waitUntil('end', async () => pids.every((pid) => !isAlive(pid)), 20_000);
    assert.deepEqual(serverProcesses(data), []);
  });

  it('names faulty settings at once and without their values', async () => {
    const start = npmStart({ MAIL_CATCHER_PORT: 'hunter2', PORT: '99999' });
    assert.equal(await start.ended, 1);
    assert.match(start.output(), /MAIL_CATCHER_PORT must[^]*PORT must|PORT must[^]*MAIL_CATCHER_PORT must/);
    assert.doesNotMatch(start.output(), /hunter2|99999/);
  });

  it('in production starts no database, no mail catcher and no demo, and the API names what is missing', async () => {
    const start = npmStart({ NODE_ENV: 'production' });
    assert.equal(await start.ended, 1);
    for (const name of ['DATABASE_URL', 'SMTP_URL', 'PUBLIC_URL', 'SECRET_KEY'])
      assert.match(start.output(), new RegExp(name));
    assert.doesNotMatch(start.output(), /demo|Letters/i);
    assert.deepEqual(serverProcesses(data), []);
  });
});
