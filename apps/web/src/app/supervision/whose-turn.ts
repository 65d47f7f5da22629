import type { SessionReply } from '@visavis/account';
import type { ContractState, ContractSummary, Party } from '@visavis/supervision';

const OVER: readonly ContractState[] = ['ended', 'completed', 'expired', 'rescinded'];

/** Signed once, and at its end now. */
export function isOver(state: ContractState): boolean {
  return OVER.includes(state);
}

/** Which of the two the signed-in person is; null for an owner who is neither. */
export function partyOf(
  { supervisor, coach }: Pick<ContractSummary, 'supervisor' | 'coach'>,
  who: Pick<SessionReply, 'email'> | null,
): Party | null {
  if (coach.email === who?.email) return 'coach';
  return supervisor.email === who?.email ? 'supervisor' : null;
}

type Turn = Pick<ContractSummary, 'supervisor' | 'coach' | 'waitsFor' | 'openVersion' | 'state'>;

/** Who waits for what, in one sentence; empty when nobody waits for anybody. */
export function turnWords(contract: Turn, mine: Party | null): string {
  const { waitsFor, openVersion, supervisor, coach } = contract;
  if (waitsFor === 'nobody') return '';
  if (waitsFor === 'both') return $localize`Attend la signature des deux parties`;
  const name = waitsFor === 'coach' ? coach.name : supervisor.name;
  if (waitsFor === mine) return ownTurn(contract);
  if (openVersion?.state === 'partially-signed') return $localize`Attend la signature de ${name}:name:`;
  if (openVersion) return $localize`${name}:name: prépare le texte`;
  return $localize`Attend la réponse de ${name}:name:`;
}

function ownTurn({ openVersion }: Turn): string {
  switch (openVersion?.state) {
    case 'draft':
      return $localize`À vous de finir le brouillon et de le proposer`;
    case 'changes-requested':
      return $localize`À vous de répondre aux changements demandés`;
    case undefined:
      return $localize`À vous de répondre à une demande`;
    default:
      return $localize`À vous de signer`;
  }
}
