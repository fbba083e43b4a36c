import { describe, expect, it } from 'vitest';
import { networkOf } from './client-address.ts';
import { SignInLimits } from './sign-in-limits.ts';

describe('S12: the network that a limit counts by', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));

  it('is one for all addresses of a /64, so that they share one count', () => {
    const limits = new SignInLimits();
    const attempts = Array.from({ length: 60 }, (_, index) => () => {
      limits.begin(`person${index}@newsroom.example`, `2001:db8:1:2::${index.toString(16)}`);
    });
    for (const attempt of attempts.slice(0, 50)) attempt();
    expect(attempts[50]).toThrow(/Too many/);
    expect(() => limits.begin('person@newsroom.example', '2001:db8:1:3::1')).not.toThrow();
  });

  it('forgets failures after a quarter of an hour, and right attempts at once', () => {
    const limits = new SignInLimits();
    for (let index = 0; index < 10; index += 1) limits.begin('a@newsroom.example', '203.0.113.9', 0);
    expect(() => limits.begin('a@newsroom.example', '203.0.113.9', 1000)).toThrow(/Too many/);
    expect(() => limits.begin('a@newsroom.example', '203.0.113.9', 16 * 60_000)).not.toThrow();
    for (let index = 0; index < 100; index += 1) limits.begin('b@newsroom.example', '203.0.113.10', index)();
  });
});
