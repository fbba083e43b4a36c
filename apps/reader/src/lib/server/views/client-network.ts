import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import proxyAddress from '@fastify/proxy-addr';

/** Says from which network a request comes. */
export type ClientNetwork = (request: IncomingMessage) => string;

/**
 * What a limit counts by: an IPv4 address, or the /64 of an IPv6 one, since a whole /64 belongs to one household.
 * `X-Forwarded-For` is believed from the proxies named, and from nobody else.
 * @param proxies addresses or networks, comma-separated
 */
export function clientNetwork(proxies: string | undefined): ClientNetwork {
  const trusted = proxies
    ?.split(',')
    .map((proxy) => proxy.trim())
    .filter((proxy) => proxy !== '');
  const trust = proxyAddress.compile(trusted ?? []);
  // a connection that broke meanwhile has no address any more
  return (request) => networkOf((proxyAddress(request, trust) as string | undefined) ?? '');
}

export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return plain;
  // the URL parser writes an address in its one shortest way, so that equal ones look equal
  const [head = '', tail] = new URL(`http://[${plain}]/`).hostname.slice(1, -1).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}
