import { PARTIES, unusedMinutes, type Party, type UnusedMinutes } from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';
import type { StoredContract } from './contract.table';
import { readFrozenVersions } from './frozen-versions';

interface Row {
  /** Not reserved any more and not used up; null when the package was never granted. */
  readonly balance: number | null;
  readonly ended_by: string | null;
}

// Who ended it is a fact of the chain; an end that both agreed on, and one that time brings, is nobody's. After a
// notice the clock has the last word, and who gave it is meant.
const READ = `
  SELECT (SELECT e.balance_after FROM ledger_entry e WHERE e.practice_id = $1 AND e.contract_id = $2
      ORDER BY e.seq DESC LIMIT 1) AS balance,
    (SELECT e.actor FROM contract_event e WHERE e.practice_id = $1 AND e.contract_id = $2
      AND (e.type = 'rescinded' OR (e.type = 'ended' AND e.payload ->> 'ground' NOT IN ('mutual', 'notice')))
      ORDER BY e.seq DESC LIMIT 1) AS ended_by`;
const LAST_SIGNED = `
  SELECT max(number)::int AS number FROM contract_version
  WHERE practice_id = $1 AND contract_id = $2 AND state IN ('in-force', 'rescinded')`;

/** What is left of a package and owed back, once the contract is over; null before, and without a package. */
export async function readUnusedMinutes(
  transaction: Transaction,
  { practiceId, contract }: StoredContract,
): Promise<UnusedMinutes | null> {
  if (contract.closedAt === null || contract.concludedAt === null) return null;
  const [last]: { number: number | null }[] = await transaction.query(LAST_SIGNED, [practiceId, contract.id]);
  const number = last?.number ?? 0;
  const content = (await readFrozenVersions(transaction, practiceId, contract.id, [number])).get(number)
    ?.document.content;
  if (content === undefined) return null;
  const [row]: Row[] = await transaction.query(READ, [practiceId, contract.id]);
  const { term } = content.format;
  const left = row?.balance ?? (term.kind === 'package' ? term.minutes : 0);
  return unusedMinutes(content, contract.state, partyOf(row?.ended_by) ?? contract.notice?.by ?? null, left);
}

function partyOf(actor: string | null | undefined): Party | null {
  return PARTIES.find((party) => party === actor) ?? null;
}
