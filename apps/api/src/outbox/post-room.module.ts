import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../configuration/configuration';
import { JobQueue } from './job-queue';
import { LetterFigures } from './letter-figures';
import { LetterStates } from './letter-states';
import { LetterWorker } from './letter-worker';
import type { LetterWriter } from './letter-writer';
import { LetterWriters } from './letter-writers';
import { PostOffice } from './post-office';
import { RelayLetters } from './relay-letters';
import { RelayLoop } from './relay-loop';
import { SendLetter } from './send-letter';

/** Connections the queue may take in a worker, beside the pool of the database module. */
const QUEUE_POOL = 4;

/** What sends letters; only the worker has one. The writers are the features'. */
@Module({})
export class PostRoomModule {
  static writtenBy(...writers: readonly Type<LetterWriter>[]): DynamicModule {
    return {
      module: PostRoomModule,
      providers: [
        ...writers,
        {
          provide: LetterWriters,
          inject: [...writers],
          useFactory: (...written: LetterWriter[]) => new LetterWriters(written),
        },
        {
          provide: JobQueue,
          inject: [CONFIGURATION],
          useFactory: (configuration: Configuration) =>
            new JobQueue({ url: configuration.DATABASE_URL, pool: QUEUE_POOL }),
        },
        LetterStates,
        PostOffice,
        SendLetter,
        LetterWorker,
        RelayLetters,
        RelayLoop,
        LetterFigures,
      ],
      exports: [JobQueue, RelayLoop, RelayLetters, LetterWorker],
    };
  }
}
