import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const FILES: Readonly<Record<string, string>> = {
  'web/browser/fr/index.html':
    '<!doctype html><title>app</title><app-root ngCspNonce="CSP_NONCE"></app-root>',
  'web/browser/en/index.html':
    '<!doctype html><title>app</title><app-root ngCspNonce="CSP_NONCE"></app-root>',
  'web/browser/fr/main-ABC.js': 'globalThis.started = true;',
  'web/browser/fr/service-worker.js': 'addEventListener("fetch", () => undefined);',
  'web/browser/fr/manifest.webmanifest': '{"name":"app"}',
  'web/browser/fr/icon-192.png': 'png',
  'web/browser/fr/main-ABC.js.map': '{"sources":["secret.ts"]}',
  'public/browser/fr/main-DEF.js': 'globalThis.started = true;',
  'public/browser/fr/main-DEF.js.map': '{"sources":["secret.ts"]}',
  'public/embed.js': 'customElements.define("visavis-booking", class extends HTMLElement {});',
};

let folder: string | null = null;

/** A folder laid out as the builds of the clients are: tests of the API need none of what is in them. */
export function builtClients(): string {
  if (folder !== null) return folder;
  folder = mkdtempSync(join(tmpdir(), 'visavis-clients-'));
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
