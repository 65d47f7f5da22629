import { DAY, Refusal, type GeneralRefusal } from '@visavis/kernel';
import {
  INVITATION_DAYS,
  mayInvite,
  refuse,
  type InvitationReply,
  type InvitationWish,
} from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { RateLimits } from '../../http/rate-limits';
import { OutboxBell } from '../../outbox/outbox-bell';
import { noteAct } from '../audit.queries';
import { readInvitation } from './invitation.queries';
import { planInvitationLetter } from './plan-invitation-letter';

const KNOWN = 'SELECT 1 FROM member WHERE practice_id = $1 AND email = $2 AND erased_at IS NULL';
const EXPIRE = `
  UPDATE invitation SET state = 'expired'
  WHERE practice_id = $1 AND email = $2 AND state = 'open' AND expires_at <= $3`;
const INSERT = `
  INSERT INTO invitation (practice_id, id, email, name, roles, language, version, state, invited_by, created_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, 1, 'open', $7, $8, $9)
  ON CONFLICT DO NOTHING RETURNING id`;

/** Somebody is asked, at one address, to work here. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: RateLimits,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal role-too-low, already-member, already-invited, too-many-requests */
  async invite(asking: Asking, wish: InvitationWish): Promise<InvitationReply> {
    await this.limits.invitation(asking.practiceId, wish.email);
    const reply = await this.transactions.inPractice(
      asking.practiceId,
      asking.accountId,
      async (transaction) => {
        const id = await this.inviteWithin(transaction, asking, wish);
        return readInvitation(transaction, asking.practiceId, id, new Date(this.clock.now()));
      },
    );
    if (reply === null) throw new Refusal<GeneralRefusal>('not-found');
    this.bell.ring();
    return reply;
  }

  /**
   * The same inside somebody else's transaction, who then rings the bell of the outbox.
   *
   * @returns the invitation's id
   * @throws Refusal role-too-low, already-member, already-invited
   */
  async inviteWithin(transaction: Transaction, asking: Asking, wish: InvitationWish): Promise<string> {
    const { practiceId, memberId } = asking;
    const { email, name, roles, language } = wish;
    if (!mayInvite(asking.roles, roles)) throw new Refusal<GeneralRefusal>('role-too-low');
    const known: unknown[] = await transaction.query(KNOWN, [practiceId, email]);
    if (known.length > 0) throw refuse('already-member');
    const now = this.clock.now();
    const id = randomUUIDv7();
    await transaction.query(EXPIRE, [practiceId, email, new Date(now)]);
    const expiresAt = new Date(now + INVITATION_DAYS * DAY);
    const inserted: unknown[] = await transaction.query(INSERT, [
      practiceId,
      id,
      email,
      name,
      roles,
      language,
      memberId,
      new Date(now),
      expiresAt,
    ]);
    if (inserted.length === 0) throw refuse('already-invited');
    await planInvitationLetter(transaction, { practiceId, invitationId: id, language }, now);
    await noteAct(transaction, asking, 'member-invited', id, now);
    return id;
  }
}
