import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import { JobQueue } from './job-queue';
import { LetterStates } from './letter-states';
import type { LetterRef } from './letter-writer';

/** Letters handed over in one go. */
const BATCH = 200;

/** Handed over this long ago and neither sent nor given up, in milliseconds: the queue's row must be gone. */
const STRANDED_AFTER = 48 * 3_600_000;

/**
 * Hands due letters to the queue. Queue first, mark second: a crash in between hands them over twice, which the
 * job ids make harmless.
 */
@Injectable()
export class RelayLetters {
  private readonly log = new Logger(RelayLetters.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
    private readonly states: LetterStates,
    private readonly clock: Clock,
  ) {}

  /** One pass over everything due now; answers how many letters were handed over. */
  async relayDue(): Promise<number> {
    let handed = 0;
    for (;;) {
      const refs = await this.find(
        'SELECT practice_id, letter_id FROM due_letters($1, $2)',
        this.clock.now(),
      );
      await this.handOver(refs);
      handed += refs.length;
      if (refs.length < BATCH) return handed;
    }
  }

  /** Letters whose job was lost are handed over once more. */
  async relayStranded(): Promise<number> {
    const refs = await this.find(
      'SELECT practice_id, letter_id FROM stranded_letters($1, $2)',
      this.clock.now() - STRANDED_AFTER,
    );
    if (refs.length > 0) this.log.warn({ stranded: refs.length });
    await this.handOver(refs);
    return refs.length;
  }

  private async find(query: string, moment: number): Promise<LetterRef[]> {
    const rows: { practice_id: string; letter_id: string }[] = await this.dataSource.query(query, [
      new Date(moment),
      BATCH,
    ]);
    return rows.map((row) => ({ practiceId: row.practice_id, letterId: row.letter_id }));
  }

  private async handOver(refs: readonly LetterRef[]): Promise<void> {
    if (refs.length === 0) return;
    await this.queue.hand(refs);
    const byPractice = Map.groupBy(refs, (ref) => ref.practiceId);
    for (const [practiceId, letters] of byPractice) {
      await this.states.markRelayed(
        practiceId,
        letters.map((ref) => ref.letterId),
      );
    }
  }
}
