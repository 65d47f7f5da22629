import { Injectable, Logger } from '@nestjs/common';
import type { Job, JobResult } from 'pg-boss';
import { JobQueue } from './job-queue';
import { deadLetters } from './letter-metrics';
import { DEAD_LETTER_QUEUE, LETTER_QUEUE } from './letter-queue';
import { LetterStates } from './letter-states';
import type { LetterRef } from './letter-writer';
import { SendLetter } from './send-letter';

/** Letters under way at once in this process, and of them at most so many of one practice. */
const AT_ONCE = 4;
const AT_ONCE_PER_PRACTICE = 2;

/** A new job wakes a worker at once; polling stands behind it. Seconds. */
const PATIENCE = { batchSize: 1, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 } as const;

/** Takes letters from the queue, and what the queue gave up from the dead-letter queue. */
@Injectable()
export class LetterWorker {
  private readonly log = new Logger(LetterWorker.name);

  constructor(
    private readonly queue: JobQueue,
    private readonly sendLetter: SendLetter,
    private readonly states: LetterStates,
  ) {}

  async start(): Promise<void> {
    await this.queue.boss.work<LetterRef>(
      LETTER_QUEUE,
      {
        ...PATIENCE,
        localConcurrency: AT_ONCE,
        localGroupConcurrency: AT_ONCE_PER_PRACTICE,
        perJobResults: true,
      },
      async (jobs: Job<LetterRef>[]) => {
        const results = await Promise.all(jobs.map((job) => this.send(job)));
        this.lookForMore();
        return results;
      },
    );
    await this.queue.boss.work<LetterRef>(DEAD_LETTER_QUEUE, PATIENCE, async (jobs: Job<LetterRef>[]) => {
      for (const { data } of jobs) await this.bury(data);
    });
  }

  /** By itself the queue would pause after every letter, however many wait. */
  private lookForMore(): void {
    for (const { id, name } of this.queue.boss.getWipData()) {
      if (name === LETTER_QUEUE) this.queue.boss.notifyWorker(id);
    }
  }

  private async send({ id, data }: Job<LetterRef>): Promise<JobResult> {
    const attempt = await this.sendLetter.attempt(data);
    if (attempt.next === 'done') return { id, status: 'completed' };
    const output = { reason: attempt.reason };
    return { id, status: attempt.next === 'put-aside' ? 'deadletter' : 'failed', output };
  }

  private async bury(ref: LetterRef): Promise<void> {
    if (!(await this.states.giveUp(ref))) return;
    deadLetters.inc();
    this.log.error({ practiceId: ref.practiceId, letterId: ref.letterId, result: 'given-up' });
  }
}
