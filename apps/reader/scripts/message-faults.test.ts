import { describe, expect, it } from 'vitest';
import { findMessageFaults } from './message-faults.ts';

const english = { menu: 'Menu', photo: 'Photo: {credit}' };

describe('A13 interface texts', () => {
  it('are complete when every language has every message with the same placeholders', () => {
    expect(findMessageFaults({ en: english, az: { menu: 'Menyu', photo: 'Foto: {credit}' } }, 'en')).toEqual(
      [],
    );
  });

  it.each([
    ['a missing message', { menu: 'Menyu' }, 'az: "photo" is missing.'],
    ['an empty one', { menu: ' ', photo: 'Foto: {credit}' }, 'az: "menu" is missing.'],
    [
      'a lost placeholder',
      { menu: 'Menyu', photo: 'Foto' },
      'az: "photo" has the placeholders (none), English has {credit}.',
    ],
    ['one that English has not', { ...english, extra: 'x' }, 'az: "extra" is not in en.'],
  ])('fail the build for %s', (_, az, fault) => {
    expect(findMessageFaults({ en: english, az }, 'en')).toEqual([fault]);
  });
});
