import type { Instant } from '@visavis/kernel';
import { localDate, minutesOfVersion, settle, type Contract } from '@visavis/supervision';
import { lockCalendar } from '../../booking/appointments/appointment.repository';
import type { Transaction } from '../../database/transactions';
import { endGrants } from '../../journal/journal.queries';
import type { StoredContract } from '../contracts/contract.table';
import { appendLedger, readLedgerHead } from './ledger.repository';
import { sessionsOf } from './session.repository';
import type { StoredSession } from './session.table';
import { callOff } from './settle-session';

/**
 * What a change of a contract means for its minutes and its sessions, in the same transaction and under the
 * contract's lock: a version that comes into force grants its minutes; a pause calls off what lies inside of it,
 * an end calls off everything ahead, both for nothing. What either party opened to the other closes with it.
 */
export async function followContract(
  transaction: Transaction,
  before: Contract,
  stored: StoredContract,
  now: Instant,
): Promise<void> {
  await grantMinutesOf(transaction, before, stored, now);
  const { contract } = stored;
  const ended = before.closedAt === null && contract.closedAt !== null;
  const paused = before.suspension === null ? contract.suspension : null;
  if (ended) await endGrants(transaction, stored.practiceId, contract.id);
  if (!ended && paused === null) return;
  const isOff = ({ start, terms }: StoredSession) =>
    ended || (paused !== null && localDate(start, terms.timeZone) < paused.until);
  await lockCalendar(transaction, stored.practiceId, stored.supervisorId);
  for (const session of await sessionsOf(transaction, stored.practiceId, contract.id)) {
    if (session.state !== 'planned' || session.start <= now || !isOff(session)) continue;
    const settlement = settle(session.terms, session, 'cancelled-in-time');
    await callOff(transaction, stored, session, 'cancelled-in-time', settlement, now);
  }
}

async function grantMinutesOf(
  transaction: Transaction,
  before: Contract,
  { practiceId, contract }: StoredContract,
  now: Instant,
): Promise<void> {
  const { inForce } = contract;
  if (inForce === null || inForce.number === before.inForce?.number) return;
  const head = await readLedgerHead(transaction, practiceId, contract.id);
  const entries = minutesOfVersion(head, before.inForce?.content ?? null, inForce.content);
  await appendLedger(transaction, practiceId, contract.id, entries, now);
}
