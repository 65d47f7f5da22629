import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { ConfigurationError } from './configuration/configuration';
import { runWorker } from './run-worker';
import { WorkerModule } from './worker.module';

/** Most milliseconds from being asked to end to the end, whatever hangs. */
const END_WITHIN = 28_000;

async function start(): Promise<void> {
  const context = await NestFactory.createApplicationContext(WorkerModule, {
    bufferLogs: true,
    abortOnError: false,
  });
  const log = context.get(Logger);
  context.useLogger(log);
  const operations = await runWorker(context);
  log.log({ event: 'ready', operationsPort: operations.port });

  let ending = false;
  const end = async (why: string) => {
    if (ending) return;
    ending = true;
    log.log({ event: 'ending', why });
    setTimeout(() => process.exit(1), END_WITHIN).unref();
    await operations.close();
    await context.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal));
  if (process.env['VISAVIS_EXIT_WITH_PARENT'] === '1')
    process.on('disconnect', () => void end('parent gone'));
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    // The state is unknown: whoever keeps the process up starts a clean one, the queue keeps the letters.
    process.on(fault, (error: unknown) => {
      log.error({ fault, error: error instanceof Error ? error.name : 'unknown' });
      process.exit(1);
    });
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
});
