import { refuseVault, SET_ASIDE_DAYS, type StartAgainReply } from '@visavis/journal';
import { DAY } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { lockVault } from '../entries/own-vault';

const UNSHARE = 'DELETE FROM vault_grant WHERE practice_id = $1 AND vault_id = $2';
// Of a text that cannot be opened any more nobody needs to be reminded.
const FORGET_REMINDERS = `
  UPDATE letter SET state = 'superseded', failure = 'overtaken' WHERE practice_id = $1 AND member_id = $2
    AND kind = 'journal-reminder' AND state = 'planned'`;
const SET_ASIDE = 'UPDATE vault SET set_aside_at = $3 WHERE practice_id = $1 AND id = $2';

/** All ways in are lost: the vault stays sealed where it is for some time, read by nobody, and another may begin. */
@Injectable()
export class StartAgain {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal vault-missing */
  start(asking: Asking): Promise<StartAgainReply> {
    const now = this.clock.now();
    return this.transactions.asMember(asking, async (transaction) => {
      const vault = await lockVault(transaction, asking);
      if (vault === null) throw refuseVault('vault-missing');
      await transaction.query(UNSHARE, [asking.practiceId, vault.id]);
      await transaction.query(SET_ASIDE, [asking.practiceId, vault.id, new Date(now)]);
      await transaction.query(FORGET_REMINDERS, [asking.practiceId, asking.memberId]);
      return { until: now + SET_ASIDE_DAYS * DAY };
    });
  }
}
