import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Housekeeping } from './booking/housekeeping/housekeeping';
import { CONFIGURATION, type Configuration } from './configuration/configuration';
import { openOperationsServer, type OperationsServer } from './operation/operations-server';
import { JobQueue } from './outbox/job-queue';
import { LetterWorker } from './outbox/letter-worker';
import { RelayLoop } from './outbox/relay-loop';
import { ContractLoop } from './supervision/worker/contract-loop';

/** A relay pass must have gone well within this many milliseconds for the worker to count as ready. */
const FRESH_PASS = 15_000;

/** Starts everything the worker does; closing the context ends it, letters under way first. */
export async function runWorker(context: INestApplicationContext): Promise<OperationsServer> {
  const configuration = context.get<Configuration>(CONFIGURATION);
  const relay = context.get(RelayLoop);
  await context.get(JobQueue).start();
  await context.get(LetterWorker).start();
  await relay.start();
  context.get(Housekeeping).start();
  context.get(ContractLoop).start();
  const isReady = async () => {
    await context.get(DataSource).query('SELECT 1');
    return performance.now() - relay.passedAt < FRESH_PASS;
  };
  return openOperationsServer(configuration.HOST, configuration.WORKER_OPERATIONS_PORT, isReady);
}
