import { counter, toHex } from '@visavis/sealing-proof';
import { derive } from '../primitives/derive';
import type { MasterKey } from './master-key';

/**
 * A UUID (version 8) by which the server keeps something that belongs to an entry: the same on every device, and without
 * the key it leads to no entry, nor to another id of the same one.
 */
export function opaqueId(
  { bytes, vaultId, generation }: MasterKey,
  entryId: string,
  purpose: string,
  number: number,
): string {
  const place = [vaultId, counter(generation), entryId, purpose, counter(number)] as const;
  const hex = toHex(derive(bytes, 'amk/opaque-id', ...place));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
