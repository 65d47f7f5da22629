import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { refuse, type MemberErasureWish } from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { callOffCalls } from '../../booking/appointments/call-off-calls';
import { Directory } from '../../booking/calendar/directory';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import { raised } from '../../database/violates';
import type { Asking } from '../../http/asking';
import { malformed } from '../../http/shape';
import { OutboxBell } from '../../outbox/outbox-bell';
import { leaveContracts } from '../../supervision/contracts/contract.queries';
import { refuseOpenWork } from '../members/refuse-open-work';

/** Practices a person can belong to, at most, for the audit rows of one erasure. */
const MOST_PRACTICES = 100;

/** A person leaves for good: by their own wish everywhere, by an owner's in one practice. */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal malformed when the address typed is another, last-owner, still-open */
  async eraseOwn(
    { accountId, practiceId }: Asking,
    { email: typed, anyway }: MemberErasureWish,
  ): Promise<void> {
    const now = new Date(this.clock.now());
    const audits = Array.from({ length: MOST_PRACTICES }, () => randomUUIDv7());
    await this.transactions
      .asPerson(accountId, async (transaction) => {
        const rows: { email: string }[] = await transaction.query('SELECT email FROM account WHERE id = $1', [
          accountId,
        ]);
        confirm(rows[0]?.email, typed);
        const own: { practiceId: string; memberId: string }[] = await transaction.query(
          `SELECT practice_id AS "practiceId", member_id AS "memberId" FROM membership_index
           WHERE account_id = $1 ORDER BY practice_id`,
          [accountId],
        );
        for (const member of own) {
          await transaction.query('SELECT enter_practice($1, $2)', [member.practiceId, accountId]);
          await leave(transaction, member, member.memberId, anyway, now);
        }
        await transaction.query('SELECT erase_account($1, $2, $3)', [accountId, audits, now]);
      })
      .catch(sayLastOwner);
    this.directory.forget(practiceId);
    this.bell.ring();
  }

  /** @throws Refusal not-found, malformed when the address typed is another, last-owner, still-open */
  async eraseMember(
    { practiceId, accountId, memberId: by }: Asking,
    memberId: string,
    { email: typed, anyway }: MemberErasureWish,
  ): Promise<void> {
    const now = new Date(this.clock.now());
    await this.transactions
      .inPractice(practiceId, accountId, async (transaction) => {
        const rows: { email: string }[] = await transaction.query(
          'SELECT email FROM member WHERE practice_id = $1 AND id = $2 AND erased_at IS NULL',
          [practiceId, memberId],
        );
        if (rows[0] === undefined) throw new Refusal<GeneralRefusal>('not-found');
        confirm(rows[0].email, typed);
        await leave(transaction, { practiceId, memberId: by }, memberId, anyway, now);
        await transaction.query('SELECT erase_member($1, $2, $3, $4, $5)', [
          practiceId,
          memberId,
          by,
          randomUUIDv7(),
          now,
        ]);
      })
      .catch(sayLastOwner);
    this.directory.forget(practiceId);
    this.bell.ring();
  }
}

/** Whatever others count on comes to an end first, in the same transaction, while there is still a name to tell. */
async function leave(
  transaction: Transaction,
  by: { readonly practiceId: string; readonly memberId: string },
  memberId: string,
  anyway: boolean | undefined,
  now: Date,
): Promise<void> {
  if (!anyway) await refuseOpenWork(transaction, by.practiceId, memberId, now.getTime());
  await leaveContracts(transaction, by, memberId, now.getTime());
  await callOffCalls(transaction, by, memberId, now.getTime());
}

function confirm(email: string | undefined, typed: string): void {
  if (email === undefined || typed.toLowerCase() !== email)
    throw malformed([{ field: 'email', code: 'not-accepted' }]);
}

function sayLastOwner(error: unknown): never {
  throw raised(error, 'last-owner') ? refuse('last-owner') : error;
}
