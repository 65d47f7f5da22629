import { versionName } from './shell';

/** The version this page was made from, by its first script; null where the build gives no names by content. */
export function pageVersion(document: Document): string | null {
  const main = document.querySelector<HTMLScriptElement>('script[src^="main-"]')?.getAttribute('src');
  return main ? versionName(document.documentElement.lang, main) : null;
}
