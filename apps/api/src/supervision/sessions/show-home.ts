import type { Instant } from '@visavis/kernel';
import { minutesLeft, type HomeReply, type ToDoKind } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { findContract } from '../contracts/contract.repository';
import type { StoredContract } from '../contracts/contract.table';
import { obstacleToBook } from '../contracts/obstacle-to-book';
import { SUMMARY_COLUMNS, SUMMARY_JOINS, summaryOf, type SummaryRow } from '../contracts/summary.table';
import { readLedgerHead } from './ledger.repository';
import { sessionReplyOf } from './session-reply';
import { nextSessionOf } from './session.repository';

/** Contracts that are over say nothing about what to do next. */
const LIVING = ['proposed', 'partially-signed', 'signed', 'active', 'suspended', 'notice-given'];

const OWN_CONTRACTS = `SELECT ${SUMMARY_COLUMNS} FROM contract c ${SUMMARY_JOINS}
  WHERE c.practice_id = $1 AND c.coach_member_id = $2 AND c.state = ANY ($3::text[])
  ORDER BY c.updated_at DESC, c.id DESC LIMIT 50`;

type ToDo = HomeReply['toDo'][number];

/** What a coach comes home to: the next session, the minutes left, what to sign and what to do. */
@Injectable()
export class ShowHome {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  show(asking: Asking): Promise<HomeReply> {
    const now = this.clock.now();
    const { practiceId, memberId } = asking;
    return this.transactions.inPractice(practiceId, asking.accountId, async (transaction) => {
      const rows: SummaryRow[] = await transaction.query(OWN_CONTRACTS, [practiceId, memberId, LIVING]);
      const contracts: HomeReply['contracts'] = [];
      const toDo: ToDo[] = [];
      for (const row of rows) {
        const stored = await findContract(transaction, practiceId, row.id);
        if (stored === null) continue;
        const mayBook = await mayBookNow(transaction, stored, now);
        contracts.push({ ...summaryOf(row), mayBook });
        toDo.push(...toDoIn(stored, mayBook && (await hasNoSession(transaction, stored, now))));
      }
      const next = await nextSessionOf(transaction, practiceId, memberId, now);
      const nextContract = next && (await findContract(transaction, practiceId, next.contractId));
      return {
        nextSession: next && nextContract ? sessionReplyOf(next, nextContract, 'coach', now) : null,
        contracts,
        toSign: contracts.filter(
          ({ openVersion, waitsFor }) =>
            (openVersion?.state === 'proposed' || openVersion?.state === 'partially-signed') &&
            (waitsFor === 'coach' || waitsFor === 'both'),
        ),
        toDo,
      };
    });
  }
}

async function mayBookNow(transaction: Transaction, stored: StoredContract, now: Instant): Promise<boolean> {
  const { contract, practiceId } = stored;
  if (contract.inForce === null) return false;
  const head = await readLedgerHead(transaction, practiceId, contract.id);
  return obstacleToBook(stored, minutesLeft(contract.inForce.content, head), now) === null;
}

async function hasNoSession(
  transaction: Transaction,
  stored: StoredContract,
  now: Instant,
): Promise<boolean> {
  const [row]: { none: boolean }[] = await transaction.query(
    `SELECT NOT EXISTS (SELECT 1 FROM supervision_session s
       JOIN appointment a ON a.practice_id = $1 AND a.id = s.appointment_id
       WHERE s.practice_id = $1 AND s.contract_id = $2 AND s.state = 'planned' AND a.ends_at > $3) AS none`,
    [stored.practiceId, stored.contract.id, new Date(now)],
  );
  return row?.none === true;
}

/** Acts that wait for the coach, each leading to its contract. */
function toDoIn({ contract }: StoredContract, shouldBook: boolean): ToDo[] {
  const asked = contract.asked;
  const kinds: [ToDoKind, boolean][] = [
    ['agree-to-end', asked.end === 'supervisor'],
    ['agree-to-complete', asked.complete === 'supervisor'],
    ['agree-to-cancel-notice', asked['cancel-notice'] === 'supervisor'],
    ['book-session', shouldBook],
  ];
  const toDo = kinds.flatMap(([kind, due]) => (due ? [{ kind, contractId: contract.id, dueAt: null }] : []));
  const { open } = contract;
  if (open?.frozen == null || open.signatures.some(({ party }) => party === 'coach')) return toDo;
  return [{ kind: 'read-proposal', contractId: contract.id, dueAt: open.frozen.lapsesAt }, ...toDo];
}
