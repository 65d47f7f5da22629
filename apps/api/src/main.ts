import 'reflect-metadata';
import { ConfigurationError, readConfiguration } from './configuration/configuration';
import { endWhenAsked, framesOf } from './operation/end-process';
import { OperationState } from './operation/operation-state';
import { openOperations } from './operation/open-operations';
import { announceSetup } from './practice/setup/announce-setup';
import { createServer } from './server';

async function start(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const app = await createServer(configuration);
  const state = app.get(OperationState);
  await app.listen(configuration.PORT, configuration.HOST);
  const operations = await openOperations(app, configuration);

  endWhenAsked({
    finish: async () => {
      // Not ready first: the proxy sends new requests elsewhere while those under way are answered.
      state.leave();
      await new Promise((resolve) => setTimeout(resolve, configuration.DRAIN_DELAY));
      await app.close();
      await operations.close();
    },
    hearFault: (fault) => console.error(JSON.stringify({ level: 60, ...fault })),
  });
  state.enter();
  await announceSetup(app, (line) => console.log(line));
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
