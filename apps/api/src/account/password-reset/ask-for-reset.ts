import type { PasswordResetWish } from '@visavis/account';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import { RateLimits } from '../../http/rate-limits';
import { CODE_LIFE } from '../codes/one-time-codes';
import { TellPerson } from '../letters/tell-person';

/** Milliseconds an answer takes at least, whether there is a letter to plan or not. */
const TAKES = 150;

const BEGIN = `
  INSERT INTO one_time_code (id, account_id, purpose, attempts, created_at, expires_at)
  VALUES ($1, $2, 'password-reset', 0, $3, $4)`;

/** A link to choose a new password, to the address if it is anybody's. Nobody learns from the answer whether it is. */
@Injectable()
export class AskForReset {
  constructor(
    private readonly transactions: Transactions,
    private readonly telling: TellPerson,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal too-many-requests, unavailable */
  async ask({ email }: PasswordResetWish, address: string): Promise<void> {
    await this.limits.reset(address, email);
    await Promise.all([this.plan(email), wait(TAKES)]);
  }

  private async plan(email: string): Promise<void> {
    const asked = /^[!-~\u00a1-\uffff]+$/.test(email) ? email : ''; // as in check-password
    const [member] = await this.transactions.outside<{ account: string; practice: string; member: string }>(
      `SELECT a.id AS account, p.practice_id AS practice, p.member_id AS member
       FROM find_account($1) AS a(id), LATERAL practices_of(a.id) AS p WHERE a.id IS NOT NULL LIMIT 1`,
      [asked],
    );
    if (member === undefined) return;
    const { account, practice } = member;
    const now = this.clock.now();
    await this.transactions.inPractice(practice, account, async (transaction) => {
      const id = randomUUID();
      await transaction.query(BEGIN, [id, account, new Date(now), new Date(now + CODE_LIFE)]);
      const to = { practiceId: practice, memberId: member.member };
      await this.telling.plan(transaction, to, 'password-reset', id, now);
    });
    this.telling.hurry();
  }
}
