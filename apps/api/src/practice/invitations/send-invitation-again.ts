import { DAY, Refusal, type GeneralRefusal } from '@visavis/kernel';
import { INVITATION_DAYS, refuse, type InvitationReply } from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import { violates } from '../../database/violates';
import type { Asking } from '../../http/asking';
import { RateLimits } from '../../http/rate-limits';
import { OutboxBell } from '../../outbox/outbox-bell';
import { noteAct } from '../audit.queries';
import { readInvitation } from './invitation.queries';
import { lockOwnInvitation } from './own-invitation';
import { forgetInvitationLetters, planInvitationLetter } from './plan-invitation-letter';

const RENEW = `
  UPDATE invitation SET state = 'open', version = version + 1, expires_at = $3
  WHERE practice_id = $1 AND id = $2 AND state IN ('open', 'expired')`;

/** A new link for another fourteen days; the former one is over. */
@Injectable()
export class SendInvitationAgain {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: RateLimits,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found, changed-meanwhile, already-invited, too-many-requests */
  async send(asking: Asking, id: string): Promise<InvitationReply> {
    await this.limits.invitation(asking.practiceId, id);
    const reply = await this.transactions
      .inPractice(asking.practiceId, asking.accountId, (transaction) => this.renew(transaction, asking, id))
      .catch((error: unknown) => {
        throw violates(error, 'invitation_open_email') ? refuse('already-invited') : error;
      });
    this.bell.ring();
    return reply;
  }

  private async renew(transaction: Transaction, asking: Asking, id: string): Promise<InvitationReply> {
    const { practiceId } = asking;
    const invitation = await lockOwnInvitation(transaction, asking, id);
    if (invitation.state !== 'open' && invitation.state !== 'expired')
      throw new Refusal<GeneralRefusal>('changed-meanwhile');
    const now = this.clock.now();
    await transaction.query(RENEW, [practiceId, id, new Date(now + INVITATION_DAYS * DAY)]);
    await forgetInvitationLetters(transaction, practiceId, id);
    const { language } = invitation;
    await planInvitationLetter(transaction, { practiceId, invitationId: id, language }, now);
    await noteAct(transaction, asking, 'invitation-sent-again', id, now);
    const reply = await readInvitation(transaction, practiceId, id, new Date(now));
    if (reply === null) throw new Refusal<GeneralRefusal>('not-found');
    return reply;
  }
}
