import type { InvitationReply, InvitationsQuery, InvitationsReply } from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { COUNT_INVITATIONS, LIST_INVITATIONS } from './invitation.queries';

/** Owners see every invitation of the practice, supervisors those they sent. */
@Injectable()
export class ListInvitations {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list(asking: Asking, { page, size, state }: InvitationsQuery): Promise<InvitationsReply> {
    const { practiceId, accountId, roles, memberId } = asking;
    const matches = [
      practiceId,
      new Date(this.clock.now()),
      roles.includes('owner') ? null : memberId,
      state ?? null,
    ];
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const [counted]: { total: number }[] = await transaction.query(COUNT_INVITATIONS, matches);
      const invitations: InvitationReply[] = await transaction.query(LIST_INVITATIONS, [
        ...matches,
        size,
        (page - 1) * size,
      ]);
      return { invitations, total: counted?.total ?? 0, page, size };
    });
  }
}
