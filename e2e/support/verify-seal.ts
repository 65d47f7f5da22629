import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SealVerdict {
  /** OpenSSL finds that the signature is one of these very bytes. */
  readonly holds: boolean;
  /** The signed bytes and the signature are the whole file. */
  readonly coversAll: boolean;
  /** What OpenSSL said. */
  readonly said: string;
}

/**
 * What a stranger would do with a sealed file: read /ByteRange and /Contents by hand and ask `openssl cms`. Shares no
 * code with the product. Who made the certificate is not asked: a practice without one makes its own.
 */
export function verifySeal(file: Buffer): SealVerdict {
  const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(file.toString('latin1'));
  if (!range) throw new Error('the file carries no signature');
  const [from, length, second, rest] = range.slice(1).map(Number) as [number, number, number, number];
  const contents = file.subarray(from + length, second).toString('latin1');
  const hex = /^<([0-9A-Fa-f]+)>$/.exec(contents)?.[1];
  const folder = mkdtempSync(join(tmpdir(), 'visavis-openssl-'));
  try {
    const [content, signature] = [join(folder, 'content'), join(folder, 'signature.der')];
    writeFileSync(
      content,
      Buffer.concat([file.subarray(from, from + length), file.subarray(second, second + rest)]),
    );
    writeFileSync(signature, Buffer.from(hex ?? '', 'hex'));
    const { status, error, stderr } = spawnSync(
      process.env['OPENSSL_PATH'] ?? 'openssl',
      [
        ...['cms', '-verify', '-binary', '-noverify', '-inform', 'DER'],
        ...['-in', signature, '-content', content, '-out', '/dev/null'],
      ],
      { encoding: 'utf8' },
    );
    if (error) throw new Error('this journey needs openssl, or its path in OPENSSL_PATH');
    return {
      holds: status === 0,
      coversAll: from === 0 && second + rest === file.length && hex !== undefined,
      said: stderr,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
