import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import type { Party } from '@visavis/supervision';
import type { Asking } from '../../http/asking';
import type { StoredContract } from './contract.table';

/** What the person who asks is in a contract; an owner who is neither may read it. */
export type Part = Party | 'reader';

/** @throws Refusal not-found: of two other people, whatever the role */
export function partIn({ parties }: StoredContract, { memberId, roles }: Asking): Part {
  if (parties.supervisor.memberId === memberId) return 'supervisor';
  if (parties.coach.memberId === memberId) return 'coach';
  if (roles.includes('owner')) return 'reader';
  throw new Refusal<GeneralRefusal>('not-found');
}

/** @throws Refusal not-found, role-too-low: an owner reads contracts of others and does nothing in them */
export function partyIn(stored: StoredContract, asking: Asking): Party {
  const part = partIn(stored, asking);
  if (part === 'reader') throw new Refusal<GeneralRefusal>('role-too-low');
  return part;
}
