import { type Bytes, requireLength } from '@visavis/sealing-proof';
import { argon2id as hashWasmArgon2id } from 'hash-wasm';

/** How a slot names these parameters; they are compiled, and a slot that names others is refused. */
export const ARGON2ID = 'argon2id-64MiB-3-1';
export const SALT_LENGTH = 16;

/** Costs about half a second and 64 MiB: whoever guesses passphrases pays that for each. */
export async function argon2id(passphrase: Bytes, salt: Bytes): Promise<Bytes> {
  const hash = await hashWasmArgon2id({
    password: passphrase,
    salt: requireLength(salt, SALT_LENGTH),
    memorySize: 64 * 1024,
    iterations: 3,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  return Uint8Array.from(hash);
}
