import { HOUR } from '@visavis/kernel';
import { settle } from '@visavis/supervision';
import { findAcross, type HousekeepingTools } from '../../booking/housekeeping/housekeeping-tools';
import type { Transaction } from '../../database/transactions';
import { lockContract } from '../contracts/contract.repository';
import { findSession, whoseSession } from './session.repository';
import { settleSession } from './settle-session';

/** As long as an appointment waits for an outcome, milliseconds. */
const SETTLED_AFTER = 24 * HOUR;

/**
 * A planned session that ended a day ago took place for its planned minutes, until somebody says otherwise: both
 * sides confirm attendance later, and corrections are lines of their own.
 */
export async function settleHeldSessions(tools: HousekeepingTools): Promise<number> {
  const now = tools.clock.now();
  return findAcross(
    tools,
    {
      text: 'SELECT practice_id, session_id AS id FROM held_sessions($1, $2)',
      moment: now - SETTLED_AFTER,
    },
    async (transaction, practiceId, ids) => {
      for (const id of ids) await settleOne(transaction, practiceId, id, now);
    },
  );
}

async function settleOne(
  transaction: Transaction,
  practiceId: string,
  id: string,
  now: number,
): Promise<void> {
  const whose = await whoseSession(transaction, practiceId, 'id', id);
  if (whose === null) return;
  const stored = await lockContract(transaction, practiceId, whose.contractId);
  const session = await findSession(transaction, practiceId, id);
  if (session?.state !== 'planned') return;
  const settlement = settle(session.terms, session, 'took-place');
  await settleSession(transaction, stored, session, 'took-place', settlement, now);
}
