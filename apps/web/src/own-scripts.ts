/**
 * The page's policy forbids that a string becomes the address of a script. Two are the page's own: the worker that holds
 * the keys, and the service worker that keeps the shell. Both lie beside the page; every other address still throws.
 */
const OWN = /^(worker-[A-Z0-9]{8}|service-worker)\.js$/;

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown;
}

export function ownScript(address: string, base: string): string {
  const folder = new URL('.', base).href;
  const wanted = new URL(address, base);
  if (
    wanted.search ||
    wanted.hash ||
    !wanted.href.startsWith(folder) ||
    !OWN.test(wanted.href.slice(folder.length))
  )
    throw new TypeError('This address is no script of ours.');
  return wanted.href;
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => ownScript(address, document.baseURI),
});
