import type { Language } from '@visavis/kernel';

const RELATIVE_ASSET = /(<(?:script|link)\b[^>]*?\s(?:src|href)=")(?![a-z]+:|\/|#)/g;

/**
 * The build writes addresses of its files relative to a base element. Here the document's address and its files'
 * differ (`/fr/c/…` and `/public/fr/…`), and a base would bend every `#…` link: the base goes, the files' addresses
 * become absolute.
 */
export function withAbsoluteAssets(html: string, language: Language): string {
  return html.replace(/<base href="[^"]*">/, '').replace(RELATIVE_ASSET, `$1/public/${language}/`);
}
