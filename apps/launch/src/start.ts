import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildProducts } from './build-products.ts';
import { DEMO_ACCOUNTS, DEMO_COACHES, DEMO_PRACTICE } from './demo-content.ts';
import { beginDemo, ensureDemo } from './demo.ts';
import { demoPassphrases, type DemoPassphrases } from './demo-vaults.ts';
import { openDemoPage } from './demo-page.ts';
import { freePortFrom } from './free-port.ts';
import { takeLock } from './launch-lock.ts';
import { messageOf, root } from './project.ts';
import { RunningParts } from './running-parts.ts';
import { readStartSettings } from './start-settings.ts';
import { startSystem, type System } from './start-system.ts';

const say = (line: string) => console.log(line);
const parts = new RunningParts();
let exitCode = 0;
let ending = false;

/** The same way out for Ctrl-C, for a killed npm and for a program that cannot be kept up. */
async function end(code: number, sentence?: string): Promise<void> {
  if (sentence && !ending) say(sentence);
  ending = true;
  exitCode ||= code;
  await parts.stop(say);
  process.exit(exitCode);
}
// The terminal and npm may both pass on one Ctrl-C; the second must not cut the end short.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void end(0, '\nStopping …'));
process.on('disconnect', () => void end(1));

try {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  const begin = performance.now();
  const settings = readStartSettings(process.env);
  const lock = await parts.start(
    'lock',
    () => takeLock(join(settings.dataDir, 'launcher.json')),
    (taken) => taken.release(),
  );
  await buildProducts(say);
  const system = await startSystem(settings, process.env, parts, {
    say,
    onGivingUp: (sentence) => void end(1, sentence),
    onProcesses: (children) => lock.note({ children }),
    ...(!settings.production && {
      beforeWorker: (ready, run) => beginDemo(ready, settings.dataDir, run, say),
    }),
  });
  const demo = settings.production ? false : await ensureDemo(system, settings.dataDir);
  const codesUrl = demo ? await showDemoCodes() : null;
  const vaults = demo ? demoPassphrases(settings.dataDir) : null;
  await parts.start(
    'address',
    () => lock.note({ address: system.publicUrl }),
    () => lock.note({ address: null }),
  );
  printAddresses(
    system,
    { codesUrl, vaults },
    performance.now() - begin,
    settings.production ? null : join(settings.dataDir, 'logs'),
  );
} catch (error) {
  await end(1, messageOf(error));
}

/** Supervisors need codes of an authenticator that nobody has: this page shows the present ones. */
async function showDemoCodes(): Promise<string> {
  const coaches = DEMO_COACHES.map((coach) => ({ ...coach, roles: ['coach'], totpSecret: null }));
  const page = await parts.start(
    'demo accounts',
    async () => openDemoPage(await freePortFrom(8090), [...DEMO_ACCOUNTS, ...coaches]),
    (open) => open.stop(),
  );
  return page.url;
}

function printAddresses(
  system: System,
  { codesUrl, vaults }: { readonly codesUrl: string | null; readonly vaults: DemoPassphrases | null },
  tookMs: number,
  logs: string | null,
): void {
  const rows: [string, string][] = [
    ...(codesUrl
      ? [['Booking page', `${system.publicUrl}/fr/c/${DEMO_PRACTICE.slug}`] satisfies [string, string]]
      : []),
    ["Supervisor's week", `${system.publicUrl}/app/`],
    ...(system.mailPageUrl ? [['Letters that left', system.mailPageUrl] satisfies [string, string]] : []),
    ['Metrics, API document', `${system.operationsUrl}/metrics, /docs/openapi.json`],
    ...(logs ? [['Logs', logs] satisfies [string, string]] : []),
  ];
  say(`\nVisavis is running (started in ${(tookMs / 1000).toFixed(1)} s).\n`);
  for (const [what, where] of rows) say(`  ${what.padEnd(22)} ${where}`);
  if (codesUrl) {
    say('\nDemo accounts (fictitious people):');
    for (const { email, password, roles } of DEMO_ACCOUNTS)
      say(`  ${email.padEnd(34)} ${password.padEnd(26)} ${roles.join(', ')}`);
    for (const { email, password } of DEMO_COACHES) say(`  ${email.padEnd(34)} ${password.padEnd(26)} coach`);
    say(`  Their codes of the moment: ${codesUrl}`);
    if (vaults) {
      say('\nTheir vaults open with these words (the journal, and for the supervisor what is shared of it):');
      say(`  ${DEMO_COACHES[0].email.padEnd(34)} ${vaults.coach}`);
      say(`  ${DEMO_ACCOUNTS[0].email.padEnd(34)} ${vaults.supervisor}`);
    }
  }
  say('\nStop with Ctrl-C.');
}
