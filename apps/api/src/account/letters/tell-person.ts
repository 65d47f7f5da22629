import type { Instant } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { OutboxBell } from '../../outbox/outbox-bell';
import type { AccountLetterKind } from './account-letter-kinds';

const PLAN = `
  INSERT INTO letter (practice_id, id, code_id, member_id, kind, recipient, language, sequence, due_at, state, attempts,
    created_at)
  SELECT m.practice_id, $3, $5, m.id, $4, 'member', m.language, 0, $6, 'planned', 0, $6
  FROM member m WHERE m.practice_id = $1 AND m.id = $2`;

/** Letters to a person about their own account, as rows of the practice they are in. */
@Injectable()
export class TellPerson {
  constructor(private readonly bell: OutboxBell) {}

  /** @param aboutId the one-time code the letter tells, or what was changed */
  async plan(
    transaction: Transaction,
    { practiceId, memberId }: Pick<Asking, 'practiceId' | 'memberId'>,
    kind: AccountLetterKind,
    aboutId: string,
    now: Instant,
  ): Promise<void> {
    await transaction.query(PLAN, [practiceId, memberId, randomUUIDv7(), kind, aboutId, new Date(now)]);
  }

  /** Call after the commit. */
  hurry(): void {
    this.bell.ring();
  }
}
