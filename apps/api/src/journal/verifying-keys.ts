import { type Bytes, readVerifyingKey, toHex, type VerifyingKey } from '@visavis/sealing-proof';

const MOST = 2_000;
const known = new Map<string, Promise<VerifyingKey>>();

/** A public key that was read once: bytes never mean another key, so nothing here grows old. */
export function verifyingKey(bytes: Bytes): Promise<VerifyingKey> {
  const name = toHex(bytes);
  const found = known.get(name) ?? readVerifyingKey(bytes);
  known.delete(name);
  known.set(name, found);
  found.catch(() => known.delete(name));
  if (known.size > MOST) known.delete(known.keys().next().value ?? '');
  return found;
}
