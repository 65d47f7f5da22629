import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { noteDegradation } from '../operation/degradations';
import { judgeDeliveryError } from './judge-delivery-error';
import { letterAttempts } from './letter-metrics';
import { LetterStates } from './letter-states';
import type { LetterRef, Written } from './letter-writer';
import { LetterWriters } from './letter-writers';
import { PostOffice } from './post-office';

/** A letter that cannot be written is a fault of ours: it is tried this often, then put aside. */
const MOST_WRITING_TRIES = 3;

/** What the queue is to do with the job. */
export type Attempt =
  { readonly next: 'done' } | { readonly next: 'again' | 'put-aside'; readonly reason: string };

/** One try at one letter: claim, write, send, settle. Nothing is logged but ids and reasons. */
@Injectable()
export class SendLetter {
  private readonly log = new Logger(SendLetter.name);

  constructor(
    private readonly states: LetterStates,
    private readonly writers: LetterWriters,
    private readonly postOffice: PostOffice,
    private readonly clock: Clock,
  ) {}

  /** @throws only when the database cannot be asked: the job is then tried again as it is */
  async attempt(ref: LetterRef): Promise<Attempt> {
    const claimed = await this.states.claim(ref);
    if (claimed === null) return { next: 'done' };
    let written: Written;
    try {
      written = await this.writers.for(claimed.kind).write(ref);
    } catch (error) {
      await this.states.tryAgain(ref, 'cannot-be-written');
      this.note(ref, 'cannot-be-written', error);
      return {
        next: claimed.attempts < MOST_WRITING_TRIES ? 'again' : 'put-aside',
        reason: 'cannot-be-written',
      };
    }
    if ('leave' in written) {
      await this.states.leave(ref, written.leave);
      this.note(ref, written.leave);
      return { next: 'done' };
    }
    try {
      await this.postOffice.send(ref.letterId, written.mail, this.clock.now());
    } catch (error) {
      return this.undelivered(ref, error);
    }
    noteDegradation('mail', false);
    await this.states.sent(ref);
    letterAttempts.inc({ result: 'sent' });
    return { next: 'done' };
  }

  private async undelivered(ref: LetterRef, error: unknown): Promise<Attempt> {
    const { permanent, reason } = judgeDeliveryError(error);
    // A server that answers about this letter is there, also when it asks to come back later.
    noteDegradation('mail', !permanent && !reason.startsWith('smtp-later'));
    this.note(ref, reason);
    if (permanent) {
      await this.states.fail(ref, reason);
      return { next: 'done' };
    }
    await this.states.tryAgain(ref, reason);
    return { next: 'again', reason };
  }

  private note(ref: LetterRef, result: string, error?: unknown): void {
    letterAttempts.inc({ result });
    // The name of an error is a class of ours or the runtime's; its message could quote a person.
    this.log.warn({ ...ref, result, ...(error instanceof Error ? { error: error.name } : {}) });
  }
}
