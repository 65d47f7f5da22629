import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * The development installation's secret key (32 random bytes, base64url), made at the first start and kept in
 * `file` for its owner's eyes only: links in letters must outlive a restart.
 */
export function keepSecretKey(file: string): string {
  try {
    // 'wx' makes it or fails: two first starts at once end up with one key.
    const secret = { secretKey: randomBytes(32).toString('base64url') };
    writeFileSync(file, `${JSON.stringify(secret)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const { secretKey } = JSON.parse(readFileSync(file, 'utf8')) as { secretKey?: unknown };
  if (typeof secretKey !== 'string')
    throw new Error(`${file} holds no secretKey; remove it and start again.`);
  return secretKey;
}
