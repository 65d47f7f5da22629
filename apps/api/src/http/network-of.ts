import { isIPv6 } from 'node:net';

/** Whom limits take for one caller: an IPv4 address, or the /64 in which an IPv6 caller can choose one freely. */
export function callerOf(address: string): string {
  return beginningOf(address, 4);
}

/** The network of an address for limits: IPv4 /24, IPv6 /48. */
export function networkOf(address: string): string {
  return beginningOf(address, 3);
}

/** As many bytes of an IPv4 address or groups of an IPv6 one; a mapped IPv4 address counts as IPv4. */
function beginningOf(address: string, parts: number): string {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  return isIPv6(plain)
    ? expanded(plain).slice(0, parts).join(':')
    : plain.split('.').slice(0, parts).join('.');
}

/** All groups, without leading zeros. */
function expanded(address: string): string[] {
  const [head = '', tail = ''] = address.split('::');
  const [before, after] = [head, tail].map((part) => (part === '' ? [] : part.split(':')));
  const known = (before?.length ?? 0) + (after?.length ?? 0);
  const zeros = Array<string>(Math.max(0, 8 - known)).fill('0');
  return [...(before ?? []), ...zeros, ...(after ?? [])].map((group) => parseInt(group, 16).toString(16));
}
