import { isIPv6 } from 'node:net';

/**
 * What a limit counts by: an IPv4 address, or the /64 of an IPv6 one, since a whole /64 belongs to one household.
 * An IPv4 address in IPv6 clothes is the IPv4 address.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const plain = address.split('%')[0] ?? '';
  if (!isIPv6(plain)) return plain;
  return `${fullGroups(plain).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, as numbers in hexadecimal without leading zeros. */
function fullGroups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const missing = Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(missing).fill('0'), ...after];
}

const groups = (part: string): string[] =>
  part === ''
    ? []
    : part
        .split(':')
        .flatMap((group) => (group.includes('.') ? ['0', '0'] : parseInt(group, 16).toString(16)));
