import { DAY, Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import { ERASURE_DAYS, refuse, type PracticeErasureReply } from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { Directory } from '../../booking/calendar/directory';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { malformed } from '../../http/shape';
import { OutboxBell } from '../../outbox/outbox-bell';
import { noteAct } from '../audit.queries';

const LOCK = 'SELECT name, erasure_due_at FROM practice WHERE practice_id = $1 FOR UPDATE';
const ASK = `
  UPDATE practice SET erasure_asked_at = $2, erasure_due_at = $3, erasure_asked_by = $4 WHERE practice_id = $1`;
const TAKE_BACK = `
  UPDATE practice SET erasure_asked_at = NULL, erasure_due_at = NULL, erasure_asked_by = NULL WHERE practice_id = $1`;
// One for each member who works here, and for those who left a journal behind; its id stands for what it is about.
const TELL = `
  INSERT INTO letter (practice_id, id, code_id, member_id, kind, recipient, language, sequence, due_at, state, attempts, created_at)
  SELECT m.practice_id, l.id, l.id, m.id, $2, 'member', m.language, 0, $3, 'planned', 0, $3
  FROM member m CROSS JOIN LATERAL (SELECT gen_random_uuid() AS id WHERE m.id IS NOT NULL) l
  WHERE m.practice_id = $1 AND m.erased_at IS NULL
    AND (m.status = 'active' OR m.id IN (SELECT o.member_id FROM vault_owners($1) o))`;
const UNTELL = `
  UPDATE letter SET state = 'superseded', failure = 'overtaken'
  WHERE practice_id = $1 AND kind = 'practice-erasing' AND state = 'planned'`;

interface LockedPractice {
  readonly name: string;
  readonly erasure_due_at: Date | null;
}

/** An owner asks for the end of the practice, and has thirty days to think again. Everybody is told both times. */
@Injectable()
export class AskPracticeErasure {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal malformed when the name typed is another, already-erasing */
  async ask(asking: Asking, typed: string): Promise<PracticeErasureReply> {
    const askedAt = this.clock.now();
    const dueAt = askedAt + ERASURE_DAYS * DAY;
    await this.within(asking, async (transaction, practice) => {
      if (typed !== practice.name) throw malformed([{ field: 'name', code: 'not-accepted' }]);
      if (practice.erasure_due_at !== null) throw refuse('already-erasing');
      const { practiceId, memberId } = asking;
      await transaction.query(ASK, [practiceId, new Date(askedAt), new Date(dueAt), memberId]);
      await transaction.query(TELL, [practiceId, 'practice-erasing', new Date(askedAt)]);
      await noteAct(transaction, asking, 'practice-erasure-asked', practiceId, askedAt);
    });
    return { askedAt, dueAt };
  }

  /** @throws Refusal not-found when nothing was asked for */
  async takeBack(asking: Asking): Promise<void> {
    const now: Instant = this.clock.now();
    await this.within(asking, async (transaction, practice) => {
      if (practice.erasure_due_at === null) throw new Refusal<GeneralRefusal>('not-found');
      const { practiceId } = asking;
      await transaction.query(TAKE_BACK, [practiceId]);
      await transaction.query(UNTELL, [practiceId]);
      await transaction.query(TELL, [practiceId, 'practice-kept', new Date(now)]);
      await noteAct(transaction, asking, 'practice-erasure-taken-back', practiceId, now);
    });
  }

  private async within(
    { practiceId, accountId }: Asking,
    work: (transaction: Transaction, practice: LockedPractice) => Promise<void>,
  ): Promise<void> {
    await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const rows: LockedPractice[] = await transaction.query(LOCK, [practiceId]);
      if (rows[0] === undefined) throw new Refusal<GeneralRefusal>('not-found');
      await work(transaction, rows[0]);
    });
    this.directory.forget(practiceId);
    this.bell.ring();
  }
}
