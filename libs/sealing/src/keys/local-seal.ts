import { type Bytes, counter, pae, SUITE } from '@visavis/sealing-proof';
import { open, seal, type Sealed } from '../primitives/aead';
import type { Random } from '../primitives/random';
import type { MasterKey } from './master-key';

/**
 * Seals what this device keeps for itself: drafts, the cache, verified hashes. `place` names the row it is kept in
 * (`draft/<entry>/<number>`), so that rows cannot change places. The specification fixes the key only; nothing of
 * this leaves the device.
 */
export function sealLocally(master: MasterKey, place: string, bytes: Bytes, random: Random): Sealed {
  return seal(master.local, localHeader(master, place), bytes, random);
}

export function openLocally(master: MasterKey, place: string, sealed: Sealed): Bytes {
  return open(master.local, localHeader(master, place), sealed);
}

function localHeader({ vaultId, generation }: MasterKey, place: string): Bytes {
  return pae(SUITE, 'local', vaultId, counter(generation), place);
}
