import { spawnSync } from 'node:child_process';

export interface OpenSslRun {
  readonly ok: boolean;
  /** Both of its outputs. */
  readonly said: string;
}

/**
 * OpenSSL, which shares no code with what made the seals.
 *
 * @throws Error when there is none
 */
export function openSsl(...parameters: readonly string[]): OpenSslRun {
  const { status, error, stdout, stderr } = spawnSync(process.env['OPENSSL_PATH'] ?? 'openssl', parameters, {
    encoding: 'utf8',
  });
  if (error) throw new Error('tests need openssl (apt-get install openssl), or its path in OPENSSL_PATH');
  return { ok: status === 0, said: stdout + stderr };
}
