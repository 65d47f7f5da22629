import { availableSlots, slotInput } from '@visavis/booking';
import { DAY, Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import {
  bookingObstacle,
  countsMinutes,
  ledgerTotals,
  type LedgerReply,
  type SessionSlotsQuery,
  type SessionSlotsReply,
  type SessionsReply,
} from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { malformed } from '../../http/shape';
import { findContract } from '../contracts/contract.repository';
import type { StoredContract } from '../contracts/contract.table';
import { partIn, type Part } from '../contracts/whose-contract';
import { readLedger, readLedgerHead } from './ledger.repository';
import { readSessionCalendar, termsToBook } from './session-calendar';
import { sessionReplyOf } from './session-reply';
import { sessionsOf } from './session.repository';

/** Three months on one screen; more would be an export. */
const LONGEST_RANGE = 93 * DAY;

/** Free times, sessions and minutes of a contract, for its parties and the owner of the practice. */
@Injectable()
export class ShowSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found, malformed, contract-not-in-force, outside-term, insurance-expired, not-enough-minutes */
  slots(asking: Asking, contractId: string, query: SessionSlotsQuery): Promise<SessionSlotsReply> {
    const [from, to] = [Date.parse(query.from), Date.parse(query.to)];
    if (to <= from) throw malformed([{ field: 'to', code: 'too-small' }]);
    if (to - from > LONGEST_RANGE) throw malformed([{ field: 'to', code: 'too-large' }]);
    const now = this.clock.now();
    return this.inContract(asking, contractId, async (transaction, stored) => {
      const { balanceAfter } = await readLedgerHead(transaction, asking.practiceId, contractId);
      const terms = termsToBook(stored.contract, balanceAfter, now, Math.max(from, now));
      const state = await readSessionCalendar(transaction, stored, terms, now);
      const within = (start: Instant) => bookingObstacle(stored.contract, null, now, start) === null;
      const starts = availableSlots(slotInput(state, now, from, to)).filter(within);
      return { timeZone: state.timeZone, lengthMin: state.offer.lengthMin, starts };
    });
  }

  /** @throws Refusal not-found */
  list(asking: Asking, contractId: string): Promise<SessionsReply> {
    const now = this.clock.now();
    return this.inContract(asking, contractId, async (transaction, stored, part) => ({
      sessions: (await sessionsOf(transaction, asking.practiceId, contractId)).map((session) =>
        sessionReplyOf(session, stored, part, now),
      ),
    }));
  }

  /** @throws Refusal not-found */
  ledger(asking: Asking, contractId: string): Promise<LedgerReply> {
    return this.inContract(asking, contractId, async (transaction, { contract }) => {
      const entries = await readLedger(transaction, asking.practiceId, contractId);
      const { balance, ...totals } = ledgerTotals(entries);
      const content = contract.inForce?.content;
      return {
        minutesLeft: content !== undefined && countsMinutes(content) ? balance : null,
        ...totals,
        entries,
      };
    });
  }

  private inContract<T>(
    asking: Asking,
    contractId: string,
    work: (transaction: Transaction, stored: StoredContract, part: Part) => Promise<T>,
  ): Promise<T> {
    return this.transactions.inPractice(asking.practiceId, asking.accountId, async (transaction) => {
      const stored = await findContract(transaction, asking.practiceId, contractId);
      if (stored === null) throw new Refusal<GeneralRefusal>('not-found');
      return work(transaction, stored, partIn(stored, asking));
    });
  }
}
