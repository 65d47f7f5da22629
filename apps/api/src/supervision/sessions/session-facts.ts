import type { Transaction } from '../../database/transactions';
import type { StoredContract } from '../contracts/contract.table';

/** Sessions still to be held or agreed on. */
export async function countOpenSessions(
  transaction: Transaction,
  { practiceId, contract }: StoredContract,
): Promise<number> {
  const [row]: { open: number }[] = await transaction.query(
    `SELECT count(*)::int AS open FROM supervision_session
     WHERE practice_id = $1 AND contract_id = $2 AND state IN ('planned', 'running', 'disputed')`,
    [practiceId, contract.id],
  );
  return row?.open ?? 0;
}

/** Whether everything that was promised was done already: a package of which no minute is left or held. */
export async function isFullyPerformed(
  transaction: Transaction,
  { practiceId, contract }: StoredContract,
): Promise<boolean> {
  const { inForce } = contract;
  if (inForce === null || inForce.content.format.term.kind !== 'package') return false;
  const [row]: { performed: boolean }[] = await transaction.query(
    `SELECT coalesce(sum(minutes) FILTER (WHERE kind = 'consumed'), 0) >= $3 AS performed
     FROM ledger_entry WHERE practice_id = $1 AND contract_id = $2`,
    [practiceId, contract.id, inForce.content.format.term.minutes],
  );
  return row?.performed === true;
}
