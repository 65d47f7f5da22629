import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { LETTER_QUEUE, QUEUE_SCHEMA } from './letter-queue';
import type { LetterRef } from './letter-writer';

export interface JobQueueSettings {
  readonly url: string;
  /** Most connections of the queue in this process. */
  readonly pool: number;
}

/** Milliseconds that letters under way get to finish when the process is asked to end. */
const FINISH_WITHIN = 25_000;

/** The queue as the application's role sees it: it owns nothing there, and the schema is never touched. */
@Injectable()
export class JobQueue implements BeforeApplicationShutdown {
  readonly boss: PgBoss;
  private readonly log = new Logger(JobQueue.name);
  private started = false;

  constructor(settings: JobQueueSettings) {
    this.boss = new PgBoss({
      connectionString: settings.url,
      application_name: 'visavis-worker-queue',
      max: settings.pool,
      connectionTimeoutMillis: 5_000,
      options: '-c statement_timeout=60000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000',
      schema: QUEUE_SCHEMA,
      migrate: false,
      createSchema: false,
      schedule: false,
      // Rebuilding indexes is the owner's affair.
      reindex: false,
      monitorVacuum: false,
      useListenNotify: true,
      // A killed worker is noticed within these seconds after its last heartbeat's 30.
      superviseIntervalSeconds: 10,
      monitorIntervalSeconds: 10,
    });
    this.boss.on('error', (error) =>
      this.log.error({ error: error.name, code: 'code' in error ? error.code : undefined }),
    );
  }

  async start(): Promise<void> {
    await this.boss.start();
    this.started = true;
  }

  /**
   * Hands letters over, each under its own id as job id, so that a letter handed over twice is queued once. A
   * finished job under that id (a letter to be sent again by hand, or a lost one) makes room for a new one.
   */
  async hand(refs: readonly LetterRef[]): Promise<void> {
    const refused = await this.insert(refs);
    if (refused.length === 0) return;
    const finished: LetterRef[] = [];
    for (const ref of refused) {
      const [job] = await this.boss.findJobs(LETTER_QUEUE, { id: ref.letterId });
      if (
        job !== undefined &&
        (job.state === 'completed' || job.state === 'failed' || job.state === 'cancelled')
      )
        finished.push(ref);
    }
    if (finished.length === 0) return;
    await this.boss.deleteJob(
      LETTER_QUEUE,
      finished.map((ref) => ref.letterId),
    );
    await this.insert(finished);
  }

  private async insert(refs: readonly LetterRef[]): Promise<LetterRef[]> {
    const jobs = refs.map(({ practiceId, letterId }) => ({
      id: letterId,
      data: { practiceId, letterId },
      group: { id: practiceId },
    }));
    const taken = new Set(await this.boss.insert(LETTER_QUEUE, jobs, { returnId: true }));
    return refs.filter((ref) => !taken.has(ref.letterId));
  }

  /** Letters under way are finished before the pool and the mail connections close, one phase later. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.started) return;
    this.started = false;
    await this.boss.stop({ graceful: true, close: true, timeout: FINISH_WITHIN });
  }
}
