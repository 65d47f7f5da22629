/** The address of a public page as it is routed: a slash at its end, which people type and sites add, is the same page. */
export function withoutEndingSlash(url: string): string {
  return url.replace(/^((?:\/(?:fr|en))?\/[cm]\/[^?]*[^?/])\/+(?=\?|$)/, '$1');
}
