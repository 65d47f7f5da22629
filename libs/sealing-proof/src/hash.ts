import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from './bytes';

export function sha256(bytes: Bytes): Bytes {
  return nobleSha256(bytes);
}
