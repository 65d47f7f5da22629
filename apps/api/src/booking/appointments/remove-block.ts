import { cancelAppointment, type BlockScope, type RemoveBlockWish } from '@visavis/booking';
import { Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { insertAudit } from './appointment.repository';
import type { StoredAppointment } from './appointment.table';
import { findSeries, saveRemoved } from './block.repository';
import { lockOwnAppointment } from './lock-own-appointment';

/** A supervisor gives kept time back: one date of a series, this and the later ones, or all that lie ahead. */
@Injectable()
export class RemoveBlock {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found, already-started for one block that has begun */
  remove(asking: SupervisorAsking, id: string, { scope }: RemoveBlockWish): Promise<{ removed: number }> {
    const now = this.clock.now();
    return this.transactions.inPractice(asking.practiceId, asking.accountId, async (transaction) => {
      const block = await lockOwnAppointment(transaction, asking, id);
      if (block.kind !== 'block') throw new Refusal<GeneralRefusal>('not-found');
      const ids = await concerned(transaction, asking, block, scope, now);
      await saveRemoved(transaction, asking, ids, now);
      for (const objectId of ids) {
        await insertAudit(
          transaction,
          asking.practiceId,
          { act: 'block-removed', actor: 'member', memberId: asking.memberId, objectId },
          now,
        );
      }
      return { removed: ids.length };
    });
  }
}

/** Dates that have begun stay: they are what happened. */
async function concerned(
  transaction: Transaction,
  asking: SupervisorAsking,
  block: StoredAppointment,
  scope: BlockScope,
  now: Instant,
): Promise<string[]> {
  if (scope !== 'one' && block.seriesId !== null) {
    return findSeries(
      transaction,
      asking,
      block.seriesId,
      scope === 'following' ? block.startsAt : null,
      now,
    );
  }
  return block.status === 'cancelled' ? [] : [cancelAppointment(block, now).id];
}
