import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProducts } from './build-products.ts';
import { anyFreePort } from './free-port.ts';
import { RunningParts } from './running-parts.ts';
import { readStartSettings } from './start-settings.ts';
import { startSystem, type System } from './start-system.ts';

export interface TestSystem extends System {
  /** Everything it keeps: database, caught letters, logs. Removed by `stop`. */
  folder: string;
  stop(): Promise<void>;
}

/**
 * The whole product on free ports with a database of its own in a temporary folder, without a demo practice:
 * for journeys, bench and tests, beside a running `npm start`.
 *
 * @param env further variables for API and worker, for instance higher limits
 */
export async function startTestSystem(env: Readonly<Record<string, string>> = {}): Promise<TestSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-test-'));
  // The server's user must be able to pass through.
  chmodSync(folder, 0o755);
  const parts = new RunningParts();
  const complain = (sentence: string) => console.error(sentence);
  const stop = async () => {
    await parts.stop(complain);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await buildProducts(complain);
    const given = {
      ...withoutAddresses(process.env),
      ...(await freePorts()),
      VISAVIS_DATA_DIR: folder,
      ...env,
    };
    const hooks = { say: complain, onGivingUp: complain, onProcesses: () => undefined };
    const system = await startSystem(readStartSettings(given), given, parts, hooks);
    return { ...system, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the environment says about another installation must not leak into this one. */
function withoutAddresses(env: NodeJS.ProcessEnv): Record<string, string> {
  const foreign = /^(DATABASE_|MIGRATION_|SMTP_|PUBLIC_URL|SECRET_KEY|NODE_ENV|HOST$|TRUSTED_|RATE_)/;
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value === undefined || foreign.test(name) ? [] : [[name, value]],
    ),
  );
}

const PORT_NAMES = [
  'PORT',
  'OPERATIONS_PORT',
  'WORKER_OPERATIONS_PORT',
  'MAIL_CATCHER_PORT',
  'MAIL_CATCHER_PAGE_PORT',
  'EMBEDDED_DATABASE_PORT',
] as const;

async function freePorts(): Promise<Record<string, string>> {
  const ports = await Promise.all(PORT_NAMES.map(() => anyFreePort()));
  return Object.fromEntries(PORT_NAMES.map((name, index) => [name, String(ports[index])]));
}
