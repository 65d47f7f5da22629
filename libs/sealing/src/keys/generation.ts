import { refuse } from '../sealing-refusal';
import type { Identity } from './identity';
import type { MasterKey } from './master-key';

/** What is in force together: a master key and the identity that signs under it. */
export interface Generation {
  readonly master: MasterKey;
  readonly identity: Identity;
}

/** The current generation first, then all that history needs. */
export type Keyring = readonly [Generation, ...Generation[]];

export function generationOf(keyring: Keyring, generation: number): Generation {
  const found = keyring.find(({ master }) => master.generation === generation);
  if (!found) throw refuse('generation-unknown');
  return found;
}
