/**
 * Where somebody wanted to go before they had to sign in, or the beginning. Only paths of this client:
 * `//elsewhere` would be another host.
 */
export function ownPath(back: string | undefined): string {
  const own = back !== undefined && /^\/(?![/\\])/.test(back) && !/^\/(sign-in|second-factor)\b/.test(back);
  return own ? back : '/';
}
