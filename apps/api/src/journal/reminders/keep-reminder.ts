import type { RemindersReply } from '@visavis/journal';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import { violates } from '../../database/violates';
import type { Asking } from '../../http/asking';
import { malformed } from '../../http/shape';
import { OutboxBell } from '../../outbox/outbox-bell';
import { notFound } from '../entries/say-what-is-kept';

/** Reminders that one person may have waiting. */
const MOST = 1_000;
/** Years ahead that a reminder may lie. */
const FARTHEST = 3;

// A reminder is its letter, planned for the morning of its day: nothing else is kept, and it goes when it was sent.
const MINE = `
  SELECT id, (due_at AT TIME ZONE 'UTC')::date::text AS "remindOn" FROM letter
  WHERE practice_id = $1 AND member_id = $2 AND kind = 'journal-reminder' AND state = 'planned' ORDER BY due_at, id`;
const MOVE = `
  UPDATE letter SET due_at = $4 WHERE practice_id = $1 AND id = $3 AND member_id = $2 AND kind = 'journal-reminder'
    AND state = 'planned' RETURNING id`;
const PLAN = `
  INSERT INTO letter (practice_id, id, code_id, member_id, kind, recipient, language, sequence, due_at, state, attempts, created_at)
  SELECT m.practice_id, $3, $3, m.id, 'journal-reminder', 'member', m.language, 0, $4, 'planned', 0, $5
  FROM member m WHERE m.practice_id = $1 AND m.id = $2`;
const CANCEL = `
  UPDATE letter SET state = 'superseded', failure = 'overtaken' WHERE practice_id = $1 AND id = $3 AND member_id = $2
    AND kind = 'journal-reminder' AND state = 'planned' RETURNING id`;

/** A day on which somebody wants to be reminded: of what, only their device knows. */
@Injectable()
export class KeepReminder {
  constructor(
    private readonly transactions: Transactions,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
  ) {}

  list(asking: Asking): Promise<RemindersReply> {
    return this.transactions.asMember(asking, async (transaction) => {
      const reminders: RemindersReply['reminders'] = await transaction.query(MINE, [
        asking.practiceId,
        asking.memberId,
      ]);
      return { reminders };
    });
  }

  /** @throws Refusal malformed for a day that is over or too far, not-found for an id that is not theirs or has left */
  async keep(asking: Asking, id: string, remindOn: string): Promise<void> {
    const now = this.clock.now();
    const dueAt = this.morningOf(remindOn, now);
    const mine = [asking.practiceId, asking.memberId, id];
    await this.transactions
      .asMember(asking, async (transaction) => {
        const [moved]: [unknown[]] = await transaction.query(MOVE, [...mine, dueAt]);
        if (moved.length > 0) return;
        const waiting: unknown[] = await transaction.query(MINE, mine.slice(0, 2));
        if (waiting.length >= MOST) throw malformed([{ field: 'remindOn', code: 'too-large' }]);
        await transaction.query(PLAN, [...mine, dueAt, new Date(now)]);
      })
      .catch((error: unknown) => {
        throw violates(error, 'letter_pkey') ? notFound() : error;
      });
    this.bell.ring();
  }

  /** @throws Refusal not-found */
  cancel(asking: Asking, id: string): Promise<void> {
    return this.transactions.asMember(asking, async (transaction) => {
      const [gone]: [unknown[]] = await transaction.query(CANCEL, [asking.practiceId, asking.memberId, id]);
      if (gone.length === 0) throw notFound();
    });
  }

  /** Six in the morning, UTC: the morning of that day in Europe, and that day already in Montréal. */
  private morningOf(day: string, now: number): Date {
    const dueAt = new Date(`${day}T06:00:00Z`);
    const farthest = new Date(now);
    farthest.setUTCFullYear(farthest.getUTCFullYear() + FARTHEST);
    if (dueAt.getTime() < now - 86_400_000) throw malformed([{ field: 'remindOn', code: 'too-small' }]);
    if (dueAt > farthest) throw malformed([{ field: 'remindOn', code: 'too-large' }]);
    return dueAt;
  }
}
