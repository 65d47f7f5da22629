/** Whom limits take for one caller: an IPv4 address, or the /64 in which an IPv6 caller can choose one freely. */
export function callerOf(address: string): string {
  const plain = withoutMapping(address);
  return plain.includes(':') ? groupsOf(plain).slice(0, 4).join(':') : plain;
}

/** The network of an address for limits: IPv4 /24, IPv6 /48. */
export function networkOf(address: string): string {
  const plain = withoutMapping(address);
  return plain.includes(':') ? groupsOf(plain).slice(0, 3).join(':') : plain.slice(0, plain.lastIndexOf('.'));
}

/** An IPv4 address written as IPv6 counts as IPv4. */
function withoutMapping(address: string): string {
  return address.startsWith('::') ? address.replace(/^::ffff:(?=\d+\.)/i, '') : address;
}

/** All groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail = ''] = address.split('::');
  const [before = [], after = []] = [head, tail].map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].map((group) => parseInt(group, 16).toString(16));
}
