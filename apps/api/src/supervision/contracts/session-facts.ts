import type { Transaction } from '../../database/transactions';
import type { StoredContract } from './contract.table';

/** Sessions still to be held or agreed on. */
export function countOpenSessions(_transaction: Transaction, _stored: StoredContract): Promise<number> {
  return Promise.resolve(0);
}

/** Whether everything that was promised was done already. */
export function isFullyPerformed(_transaction: Transaction, _stored: StoredContract): Promise<boolean> {
  return Promise.resolve(false);
}
