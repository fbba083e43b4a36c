import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientNetwork, networkOf } from './client-network.ts';

const request = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('where a reader comes from', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:0000:0000:0000:0009', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['no address', 'no address'],
  ])('%s is of %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('S12 is what a proxy says only where the site trusts that proxy', () => {
    const direct = clientNetwork(undefined);
    expect(direct(request('198.51.100.1', '192.0.2.7'))).toBe('198.51.100.1');
    const behind = clientNetwork('127.0.0.1, 10.0.0.0/8');
    expect(behind(request('10.1.2.3', '203.0.113.5, 192.0.2.7'))).toBe('192.0.2.7');
    expect(behind(request('198.51.100.1', '192.0.2.7'))).toBe('198.51.100.1');
  });
});
