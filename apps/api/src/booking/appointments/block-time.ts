import {
  blockOccurrences,
  MOST_OCCURRENCES,
  refuse,
  type BlocksReply,
  type BlockWish,
} from '@visavis/booking';
import { overlaps, Refusal, type GeneralRefusal, type Instant, type TimeRange } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { malformed } from '../../http/shape';
import { insertAudit, lockCalendar } from './appointment.repository';
import { findTaken, insertBlocks } from './block.repository';

/** A supervisor keeps time for other things, once or every so many weeks. */
@Injectable()
export class BlockTime {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal malformed, time-just-taken with every conflict unless taken dates are to be left out */
  block(asking: SupervisorAsking, wish: BlockWish): Promise<BlocksReply> {
    const now = this.clock.now();
    return this.transactions.inPractice(asking.practiceId, asking.accountId, async (transaction) => {
      await lockCalendar(transaction, asking.practiceId, asking.supervisorId);
      const wanted = readOccurrences(wish, await readTimeZone(transaction, asking), now);
      const taken = await findTaken(transaction, asking, wanted);
      const isTaken = (occurrence: TimeRange) => taken.some((range) => overlaps(occurrence, range));
      const conflicts = wanted.filter(isTaken).map(({ start }) => start);
      if (conflicts.length > 0 && !wish.leaveOutTaken) throw refuse('time-just-taken', { conflicts });
      const free = wanted.filter((occurrence) => !isTaken(occurrence));
      const created = await insertBlocks(transaction, asking, free, wish.title, wish.repeat !== null, now);
      for (const objectId of created) {
        await insertAudit(
          transaction,
          asking.practiceId,
          { act: 'time-blocked', actor: 'member', memberId: asking.memberId, objectId },
          now,
        );
      }
      return { created, leftOut: conflicts };
    });
  }
}

function readOccurrences({ start, end, repeat }: BlockWish, timeZone: string, now: Instant): TimeRange[] {
  // Both are wall clocks of one length, so their order is that of their texts.
  if (end <= start) throw malformed([{ field: 'end', code: 'invalid-time' }]);
  const wanted = blockOccurrences(start, end, repeat, timeZone);
  if (wanted.length === 0)
    throw malformed([
      repeat === null
        ? { field: 'end', code: 'invalid-time' }
        : { field: 'repeat.until', code: 'invalid-date' },
    ]);
  // The list is cut off there: a full one may hide more.
  if (wanted.length >= MOST_OCCURRENCES) throw malformed([{ field: 'repeat.until', code: 'too-large' }]);
  // They ascend, so a date that meets any other meets the next one.
  const meetsNext = (occurrence: TimeRange, index: number) =>
    wanted.slice(index + 1, index + 2).some((next) => overlaps(occurrence, next));
  if (wanted.some(meetsNext)) throw malformed([{ field: 'end', code: 'too-large' }]);
  if (wanted.every((occurrence) => occurrence.end <= now))
    throw malformed([{ field: 'end', code: 'too-small' }]);
  return wanted;
}

async function readTimeZone(transaction: Transaction, asking: SupervisorAsking): Promise<string> {
  const rows: { time_zone: string }[] = await transaction.query(
    'SELECT time_zone FROM supervisor WHERE practice_id = $1 AND id = $2',
    [asking.practiceId, asking.supervisorId],
  );
  if (rows[0] === undefined) throw new Refusal<GeneralRefusal>('not-found');
  return rows[0].time_zone;
}
