import { describe, expect, it } from 'vitest';
import { placeAfterSignIn } from './place-after-sign-in.ts';

describe('where one goes after signing in', () => {
  it('goes on where one wanted to be', () => {
    expect(placeAfterSignIn('/stories?status=draft')).toBe('/stories?status=draft');
  });

  it('begins with the stories when nothing was asked for', () => {
    expect(placeAfterSignIn(null)).toBe('/stories');
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ])('is not sent elsewhere by %s', (wanted) => {
    expect(placeAfterSignIn(wanted)).toBe('/stories');
  });
});
