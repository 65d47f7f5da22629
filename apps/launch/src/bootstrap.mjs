// Runs on any Node from 20 with nothing installed, so: no dependency, no TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const RUNTIME_MAJOR = 26;

/**
 * Installs what is missing, then runs `script` (a path from the project's folder) on the project's own Node
 * with this process's arguments, passes signals on and ends as it ends.
 *
 * @param {string} script
 */
export async function runOnProjectNode(script) {
  await installWhatIsMissing();
  const node = projectNode();
  const child = spawn(node, [join(root, script), ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}` },
    // The channel tells the child when this process is killed.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (...ending) => resolve(ending));
  });
  process.exit(code ?? (signal === 'SIGINT' ? 130 : 143));
}

/**
 * npm killed with SIGKILL passes nothing on, and a shell may stand between it and us; but whoever loses its parent
 * gets another one.
 */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const began = ancestors();
  setInterval(() => ancestors() !== began && child.kill('SIGTERM'), 1_000).unref();
}

function ancestors() {
  try {
    const grandparent = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').pop()?.split(' ')[1];
    return `${process.ppid} ${grandparent}`;
  } catch {
    // No /proc on this system: then only the parent is known.
    return String(process.ppid);
  }
}

/** The Node that npm installed with the project, or the system's when that is new enough. */
function projectNode() {
  const candidates = [join(root, 'node_modules/.bin/node'), process.execPath];
  const found = candidates.map((path) => ({ path, version: existsSync(path) ? versionOf(path) : null }));
  const fit = found.find(({ version }) => Number(/^v(\d+)\./.exec(version ?? '')?.[1]) >= RUNTIME_MAJOR);
  if (fit) return fit.path;
  fail(
    `Visavis runs on Node ${RUNTIME_MAJOR} or newer. npm normally installs it with the project, but found were:\n` +
      found.map(({ path, version }) => `  ${path}: ${version ?? 'missing or not runnable'}`).join('\n') +
      '\nInstall without --omit=optional, or install that Node on the system.',
  );
}

function versionOf(node) {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() || null;
}

async function installWhatIsMissing() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const stamp = join(root, 'node_modules/.visavis-stamp');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === wanted) return;
  if (!matchesLock(JSON.parse(lock.toString()))) await install();
  writeFileSync(stamp, `${wanted}\n`);
}

/** Whether node_modules holds what the lock asks for, judged by npm's own record of what it installed. */
function matchesLock(lock) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(lock.packages).every(
    ([path, { version, link, optional }]) =>
      path === '' || link || (installed[path] ? installed[path].version === version : optional),
  );
}

async function install() {
  console.log('Installing what Visavis needs (once, and after updates; one to three minutes) …');
  const start = Date.now();
  const beat = setInterval(
    () => console.log(`  … installing, ${Math.round((Date.now() - start) / 1000)} s`),
    10_000,
  );
  // Run by npm, its own program is named in the environment; on its own, the one on the path is used.
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const child = spawn(
    npm[0],
    [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'],
    {
      cwd: root,
      // `npm test --silent` would silence the reason of a failure too.
      env: { ...process.env, npm_config_loglevel: 'error' },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (status) => resolve(status ?? 1));
  });
  clearInterval(beat);
  if (code !== 0)
    fail(
      `Installing failed (npm ci ended with ${code}; its message is above).\n` +
        'Check the network and the npm registry setting (npm config get registry), then run the same command again.',
    );
  console.log(`Installed in ${Math.round((Date.now() - start) / 1000)} s.`);
}

/** @returns {never} */
function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
