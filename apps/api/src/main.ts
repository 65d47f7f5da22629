import 'reflect-metadata';
import { ConfigurationError, readConfiguration } from './configuration/configuration';
import { OperationState } from './operation/operation-state';
import { openOperations } from './operation/open-operations';
import { announceSetup } from './practice/setup/announce-setup';
import { createServer } from './server';

/** Most milliseconds from being asked to end to the end, whatever hangs. */
const END_WITHIN = 28_000;

async function start(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const app = await createServer(configuration);
  const state = app.get(OperationState);
  await app.listen(configuration.PORT, configuration.HOST);
  const operations = await openOperations(app, configuration);

  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), END_WITHIN).unref();
    // Not ready first: the proxy sends new requests elsewhere while those under way are answered.
    state.leave();
    await new Promise((resolve) => setTimeout(resolve, configuration.DRAIN_DELAY));
    await app.close();
    await operations.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end());
  if (process.env['VISAVIS_EXIT_WITH_PARENT'] === '1') process.on('disconnect', () => void end());
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    // The state is unknown: whoever keeps the process up starts a clean one.
    process.on(fault, (error: unknown) => {
      console.error(
        JSON.stringify({
          level: 60,
          fault,
          error: error instanceof Error ? error.name : 'unknown',
          at: framesOf(error),
        }),
      );
      process.exit(1);
    });
  }
  state.enter();
  await announceSetup(app, (line) => console.log(line));
}

function framesOf(error: unknown): string[] {
  return error instanceof Error
    ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
    : [];
}

start().catch((error: unknown) => {
  if (error instanceof ConfigurationError) console.error(error.message);
  else
    console.error(
      `Visavis cannot start: ${error instanceof Error ? `${error.name} ${(error as { code?: string }).code ?? ''}` : 'unknown'}`,
      framesOf(error).join('\n'),
    );
  process.exit(1);
});
