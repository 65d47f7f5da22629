import { compile } from '@fastify/proxy-addr';

/** Who of those that connect may say for whom: `hop` 0 is the connection itself, the others are said by the one before. */
export type Trust = (address: string, hop: number) => boolean;

/** Connections remembered at a time. */
const MOST_KNOWN = 100;

/**
 * Whom to believe about a caller's address. It is the same few proxies that connect all the time, and reading an
 * address takes longer than remembering what was said of it.
 * @param proxies addresses and networks; nobody is believed when there are none
 */
export function trustedProxies(proxies: readonly string[]): Trust | false {
  if (proxies.length === 0) return false;
  const trusts = compile([...proxies]);
  const known = new Map<string, boolean>();
  return (address, hop) => {
    if (hop > 0) return trusts(address, hop); // written by others: whatever they like
    let answer = known.get(address);
    if (answer === undefined) {
      answer = trusts(address, hop);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(address, answer);
    }
    return answer;
  };
}
