import { describe, expect, it } from 'vitest';
import { same } from './same.ts';

describe('whether two values say the same', () => {
  it('looks at what they hold, not at the order of keys', () => {
    expect(same({ en: 'Georgia', az: 'Gürcüstan' }, { az: 'Gürcüstan', en: 'Georgia' })).toBe(true);
    expect(same([{ role: 'admin', regions: 'any' }], [{ role: 'admin', regions: 'any' }])).toBe(true);
  });

  it('sees a text that is missing', () => {
    expect(same({ en: 'Georgia' }, { en: 'Georgia', az: 'Gürcüstan' })).toBe(false);
    expect(same(null, {})).toBe(false);
  });

  it('minds the order of a list', () => {
    expect(same(['a', 'b'], ['b', 'a'])).toBe(false);
  });
});
