import argon2 from 'hash-wasm/dist/argon2.umd.min.js';

interface Asked {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly memorySize: number;
  readonly iterations: number;
  readonly parallelism: number;
  readonly hashLength: number;
  readonly outputType: 'binary';
}

/**
 * Stands for `hash-wasm` where vaults are only opened for what comes after: the same derivation, at the least cost
 * there is, once the full one was asked for. At that it is derived in open-and-unlock.spec.ts, in libs/sealing and in
 * the journeys.
 */
export async function argon2id(asked: Asked): Promise<Uint8Array> {
  if (asked.memorySize !== 64 * 1024 || asked.iterations !== 3 || asked.parallelism !== 1)
    throw new Error('a passphrase is not derived as the suite says');
  return await argon2.argon2id({ ...asked, memorySize: 8, iterations: 1 });
}
