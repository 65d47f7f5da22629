import type { Page } from '@playwright/test';
import { runningProduct } from './product.ts';

/** What must not happen on any page: messages of errors (a violated policy is one), and requests to other hosts. */
export interface Watch {
  readonly complaints: string[];
  readonly foreign: string[];
}

// Said when a service worker takes a page over while it loads: then the browser fetches once more, and nothing is wrong.
const FETCHED_TWICE =
  /^A preload for .* cross-world service worker|was preloaded using link preload but not used/;

/** Begins to watch; read the lists when the journey has done what it wanted. */
export function watchPage(page: Page, url = runningProduct().url): Watch {
  const home = new URL(url).host;
  const watch: Watch = { complaints: [], foreign: [] };
  page.on('pageerror', (error) => watch.complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (FETCHED_TWICE.test(message.text())) return;
    if (message.type() === 'error' || message.type() === 'warning')
      watch.complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && host !== home) watch.foreign.push(request.url());
  });
  return watch;
}
