/** Percent-encoded or not, letters, digits and `-._~` mean the same (RFC 3986, 6.2.2.2). */
const UNRESERVED = /%(?:3\d|[46][1-9a-f]|[57][\da]|2[de]|5f|7e)/gi;
/** At the end of the address of a public page, which people type and sites add. */
const LAST_SLASHES = /^((?:\/(?:fr|en))?\/[cm]\/[^?]*[^?/])\/+(?=\?|$)/;

/**
 * The address of a request in the one spelling that everything here reads: whoever looks at how it begins must not be
 * led past by another spelling that the router takes for the same, `/%61pi/…` or `http://any.host/api/…`.
 */
export function plainAddress(url: string): string {
  const path = url.replace(/^https?:\/\/[^/?#]*/i, '');
  const rooted = path.startsWith('/') || path === '*' ? path : `/${path}`;
  const plain = rooted.includes('%') ? rooted.replace(UNRESERVED, decodeURIComponent) : rooted;
  return plain.replace(LAST_SLASHES, '$1');
}
