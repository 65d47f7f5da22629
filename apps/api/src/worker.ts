import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { ConfigurationError } from './configuration/configuration';
import { endWhenAsked } from './operation/end-process';
import { runWorker } from './run-worker';
import { WorkerModule } from './worker.module';

async function start(): Promise<void> {
  const context = await NestFactory.createApplicationContext(WorkerModule, {
    bufferLogs: true,
    abortOnError: false,
  });
  const log = context.get(Logger);
  context.useLogger(log);
  const operations = await runWorker(context);
  log.log({ event: 'ready', operationsPort: operations.port });

  endWhenAsked({
    finish: async () => {
      log.log({ event: 'ending' });
      await operations.close();
      await context.close();
    },
    // The queue keeps the letters.
    hearFault: (fault) => log.error(fault),
  });
}

start().catch((error: unknown) => {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
});
