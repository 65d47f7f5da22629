import { type Bytes, counter, KEY_LENGTH, requireId, requireLength } from '@visavis/sealing-proof';
import { derivationFrom } from '../primitives/derive';
import { draw, type Random } from '../primitives/random';

/** The account master key of one generation. It encrypts nothing itself: each use has a key of its own. */
export interface MasterKey {
  readonly vaultId: string;
  readonly generation: number;
  readonly bytes: Bytes;
  /** Wraps the keys of entries. */
  readonly wrap: Bytes;
  /** Wraps the identity. */
  readonly identity: Bytes;
  /** Seals what stays on this device. */
  readonly local: Bytes;
  /** Wraps the generation before, from the second on. */
  readonly previous: Bytes;
}

export function masterKey(vaultId: string, generation: number, bytes: Bytes): MasterKey {
  const keyOf = derivationFrom(requireLength(bytes, KEY_LENGTH));
  const place = [requireId(vaultId), counter(generation)] as const;
  return {
    vaultId,
    generation,
    bytes,
    wrap: keyOf('amk/wrap', ...place),
    identity: keyOf('amk/identity', ...place),
    local: keyOf('amk/local', ...place),
    previous: keyOf('amk/previous', ...place),
  };
}

export function newMasterKey(vaultId: string, generation: number, random: Random): MasterKey {
  return masterKey(vaultId, generation, draw(random, KEY_LENGTH));
}
