import { describe, expect, it } from 'vitest';
import { findFaults } from './complete-messages.ts';

const languages = (az: Record<string, string>, hy: Record<string, string>) =>
  new Map([
    ['az', new Map(Object.entries(az))],
    ['hy', new Map(Object.entries(hy))],
  ]);

describe('messages in every language', () => {
  it('pass when each language has the same ones', () => {
    expect(findFaults(languages({ hello: 'Salam, {name}' }, { hello: 'Բարև, {name}' }))).toEqual([]);
  });

  it('name the language that lacks one', () => {
    expect(findFaults(languages({ hello: 'Salam' }, {}))).toEqual(['hello: missing in hy']);
  });

  it('must take the same inputs everywhere', () => {
    const faults = findFaults(languages({ hello: 'Salam, {name}' }, { hello: 'Բարև, {person}' }));
    expect(faults).toEqual(['hello: the inputs differ between languages']);
  });
});
