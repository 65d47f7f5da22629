import { DemoClient } from '../../apps/launch/src/demo-client.ts';
import { products } from '../../apps/launch/src/project.ts';
import { runProgram } from '../../apps/launch/src/run-program.ts';
import type { System } from '../../apps/launch/src/start-system.ts';
import { startTestSystem } from '../../apps/launch/src/test-system.ts';
import { passOn } from './product.ts';
import { IRIS, LEAVING, PRACTICE, SUPERVISORS } from './people.ts';

/** Many people come from one address here, in less than a minute. */
const LIMITS = {
  RATE_READS_PER_MINUTE: '100000',
  RATE_BOOKINGS_PER_MINUTE: '1000',
  RATE_BOOKINGS_PER_HOUR: '1000',
  RATE_SIGN_INS_PER_QUARTER_HOUR: '1000',
};

/** Everybody's token, by address. */
async function signEverybodyIn(system: System): Promise<Record<string, string>> {
  const tokens: Record<string, string> = {};
  for (const person of [...SUPERVISORS, IRIS])
    tokens[person.email] = (await new DemoClient(system).signIn(person)).token;
  return tokens;
}

/** Starts the product with the practices of the journeys; what it returns ends everything. */
export default async function startProduct(): Promise<() => Promise<void>> {
  const system = await startTestSystem(LIMITS);
  try {
    if (!system.mailPageUrl || !system.database)
      throw new Error('The journeys need the mail catcher and a database.');
    const environment = { ...system.environment, MIGRATION_DATABASE_URL: system.database.owner };
    for (const [practice, supervisors] of [
      [PRACTICE, SUPERVISORS],
      [LEAVING, [IRIS]],
    ] as const)
      await runProgram(products.createPractice, environment, JSON.stringify({ practice, supervisors }));
    passOn({
      url: system.publicUrl,
      apiUrl: system.apiUrl,
      mailUrl: system.mailPageUrl,
      sessions: await signEverybodyIn(system),
      environment: environment as Record<string, string>,
      folder: system.folder,
    });
    return () => system.stop();
  } catch (error) {
    await system.stop();
    throw error;
  }
}
