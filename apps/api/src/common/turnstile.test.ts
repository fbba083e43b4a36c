import { describe, expect, it } from 'vitest';
import { Turnstile } from './turnstile.ts';

describe('a turnstile', () => {
  it('lets nobody hold the database: whoever comes too many is asked to come again', async () => {
    const turnstile = new Turnstile(1, 1, 'Too many of you.');
    const { promise, resolve } = Promise.withResolvers<string>();
    const first = turnstile.pass(() => promise);
    const second = turnstile.pass(async () => 'second');
    await expect(turnstile.pass(async () => 'third')).rejects.toMatchObject({
      code: 'OVERLOADED',
      message: 'Too many of you.',
    });
    resolve('first');
    expect(await Promise.all([first, second])).toEqual(['first', 'second']);
    expect(await turnstile.pass(async () => 'fourth')).toBe('fourth');
  });

  it('gives the place of whoever failed to the next', async () => {
    const turnstile = new Turnstile(1, 1, 'Too many of you.');
    const failed = turnstile.pass(() => Promise.reject(new Error('ink ran out')));
    const next = turnstile.pass(async () => 'drawn');
    await expect(failed).rejects.toThrow('ink ran out');
    expect(await next).toBe('drawn');
  });
});
