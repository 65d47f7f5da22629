import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import type { ContractLettersReply } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { OutboxBell } from '../../outbox/outbox-bell';
import { noteAct } from '../../practice/audit.queries';
import { findContract } from '../contracts/contract.repository';
import { partIn } from '../contracts/whose-contract';

// The parties of a contract never change, so that whoever is not its coach is its supervisor.
const LIST = `
  SELECT l.id, l.kind, CASE WHEN l.member_id = c.coach_member_id THEN 'coach' ELSE 'supervisor' END AS to,
    l.sequence AS "versionNumber", l.state, (extract(epoch FROM l.created_at) * 1000)::float8 AS "plannedAt",
    (extract(epoch FROM l.sent_at) * 1000)::float8 AS "sentAt", l.failure
  FROM letter l JOIN contract c ON c.practice_id = $1 AND c.id = l.contract_id
  WHERE l.practice_id = $1 AND l.contract_id = $2 AND ($3::uuid IS NULL OR l.member_id = $3)
  ORDER BY l.created_at DESC, l.id DESC`;

const AGAIN = `
  UPDATE letter SET state = 'planned', due_at = $4, relayed_at = NULL, failure = NULL
  WHERE practice_id = $1 AND contract_id = $2 AND id = $3 AND state = 'failed' RETURNING id`;

/** The letters about a contract: seen by those they concern, and given another chance when one failed for good. */
@Injectable()
export class ContractLetters {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bell: OutboxBell,
  ) {}

  /** @throws Refusal not-found */
  list(asking: Asking, id: string): Promise<ContractLettersReply> {
    return this.transactions.inPractice(asking.practiceId, asking.accountId, (transaction) =>
      readLetters(transaction, asking, id),
    );
  }

  /**
   * To the address that its reader has now. For the supervisor and the owner: a coach who reads here needs no letter.
   * @throws Refusal not-found, role-too-low, changed-meanwhile unless it failed
   */
  async sendAgain(asking: Asking, id: string, letterId: string): Promise<ContractLettersReply> {
    const { practiceId, accountId } = asking;
    const now = this.clock.now();
    const reply = await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const before = await readLetters(transaction, asking, id);
      if ((await partOf(transaction, asking, id)) === 'coach')
        throw new Refusal<GeneralRefusal>('role-too-low');
      if (!before.letters.some((letter) => letter.id === letterId))
        throw new Refusal<GeneralRefusal>('not-found');
      const [again]: [unknown[], number] = await transaction.query(AGAIN, [
        practiceId,
        id,
        letterId,
        new Date(now),
      ]);
      if (again.length === 0) throw new Refusal<GeneralRefusal>('changed-meanwhile');
      await noteAct(transaction, asking, 'letter-sent-again', id, now);
      return readLetters(transaction, asking, id);
    });
    this.bell.ring();
    return reply;
  }
}

async function readLetters(
  transaction: Transaction,
  asking: Asking,
  id: string,
): Promise<ContractLettersReply> {
  const part = await partOf(transaction, asking, id);
  const reader = part === 'coach' ? asking.memberId : null;
  return { letters: await transaction.query(LIST, [asking.practiceId, id, reader]) };
}

async function partOf(transaction: Transaction, asking: Asking, id: string) {
  const stored = await findContract(transaction, asking.practiceId, id);
  if (stored === null) throw new Refusal<GeneralRefusal>('not-found');
  return partIn(stored, asking);
}
