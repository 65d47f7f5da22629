import { spawnSync } from 'node:child_process';
import { installPackage } from './install-package.ts';

/**
 * An OpenSSL that runs here, as a verifier of seals that shares no code with what made them: the one named in
 * OPENSSL_PATH, an installed one, or Debian's package (installed now, as root).
 *
 * @throws Error saying how to provide one
 */
export function findOpenSsl(
  say: (line: string) => void,
  install: (name: string, say: (line: string) => void) => void = installPackage,
): string {
  const given = process.env['OPENSSL_PATH'];
  const installed = () => [...(given ? [given] : []), 'openssl'].find(runs);
  const found = installed();
  if (found) return found;
  install('openssl', say);
  const now = installed();
  if (now) return now;
  throw new Error('No OpenSSL runs here. Install one (apt-get install openssl) or name it in OPENSSL_PATH.');
}

function runs(path: string): boolean {
  return spawnSync(path, ['version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
