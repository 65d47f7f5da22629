/**
 * Scripts that run beside a page live under the policy of their own file. The worker that holds the keys of the journal
 * compiles Argon2 from WebAssembly, which nothing else may; the service worker only fetches.
 */
export function scriptPolicy(path: string): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^worker-[A-Z0-9]{8}\.js$/.test(name))
    return [...OWN_CODE, "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"].join('; ');
  if (name === 'service-worker.js')
    return [...OWN_CODE, "script-src 'self'", "connect-src 'self'"].join('; ');
  return null;
}

const OWN_CODE = ["default-src 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"];
