import type { AskedConsent } from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';
import type { StoredContract } from './contract.table';
import { consentsOf, readFrozenVersions } from './frozen-versions';

/** What signing the open version asks consent for: the words that were frozen with it. */
export async function askedConsents(
  transaction: Transaction,
  { practiceId, contract }: StoredContract,
): Promise<readonly AskedConsent[]> {
  const { open } = contract;
  if (open?.frozen == null) return [];
  const frozen = await readFrozenVersions(transaction, practiceId, contract.id, [open.number]);
  const version = frozen.get(open.number);
  return version === undefined ? [] : consentsOf(version.document);
}
