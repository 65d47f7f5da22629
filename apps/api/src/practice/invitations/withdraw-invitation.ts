import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { noteAct } from '../audit.queries';
import { lockOwnInvitation } from './own-invitation';
import { forgetInvitationLetters } from './plan-invitation-letter';

const WITHDRAW = `
  UPDATE invitation SET state = 'withdrawn' WHERE practice_id = $1 AND id = $2 AND state IN ('open', 'expired')`;

/** The link is over at once, and a letter that has not left stays. */
@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found, changed-meanwhile for one that was accepted */
  async withdraw(asking: Asking, id: string): Promise<void> {
    const { practiceId, accountId } = asking;
    await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const { state } = await lockOwnInvitation(transaction, asking, id);
      if (state === 'withdrawn') return;
      if (state === 'accepted') throw new Refusal<GeneralRefusal>('changed-meanwhile');
      await transaction.query(WITHDRAW, [practiceId, id]);
      await forgetInvitationLetters(transaction, practiceId, id);
      await noteAct(transaction, asking, 'invitation-withdrawn', id, this.clock.now());
    });
  }
}
