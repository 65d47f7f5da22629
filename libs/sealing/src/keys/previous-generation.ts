import { type Bytes, concat, counter, KEY_LENGTH, pae, requireLength, SUITE } from '@visavis/sealing-proof';
import { open, seal } from '../primitives/aead';
import type { Random } from '../primitives/random';
import { refuse } from '../sealing-refusal';
import type { Generation } from './generation';
import { identityOf } from './identity';
import { type MasterKey, masterKey } from './master-key';

/** The generation before `generation`, wrapped under it: after a rotation history stays readable. */
export interface PreviousGeneration {
  readonly vaultId: string;
  readonly generation: number;
  readonly nonce: Bytes;
  readonly wrapped: Bytes;
}

export function wrapPrevious(next: MasterKey, former: Generation, random: Random): PreviousGeneration {
  const { master, identity } = former;
  if (next.vaultId !== master.vaultId || next.generation !== master.generation + 1)
    throw refuse('generation-unknown');
  const secrets = concat(master.bytes, identity.edSeed, identity.xSecret);
  const { nonce, ciphertext } = seal(next.previous, previousHeader(next), secrets, random);
  return { vaultId: next.vaultId, generation: next.generation, nonce, wrapped: ciphertext };
}

export async function openPrevious(
  next: MasterKey,
  userId: string,
  row: PreviousGeneration,
): Promise<Generation> {
  if (row.vaultId !== next.vaultId || row.generation !== next.generation) throw refuse('generation-unknown');
  const secrets = open(next.previous, previousHeader(next), { nonce: row.nonce, ciphertext: row.wrapped });
  requireLength(secrets, 3 * KEY_LENGTH);
  const [amk, edSeed, xSecret] = [0, 1, 2].map((at) =>
    secrets.slice(at * KEY_LENGTH, (at + 1) * KEY_LENGTH),
  ) as [Bytes, Bytes, Bytes];
  return {
    master: masterKey(next.vaultId, next.generation - 1, amk),
    identity: await identityOf(userId, edSeed, xSecret),
  };
}

function previousHeader({ vaultId, generation }: MasterKey): Bytes {
  return pae(SUITE, 'previous', vaultId, counter(generation), counter(generation - 1));
}
