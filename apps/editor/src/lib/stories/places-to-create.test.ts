import type { GrantInput } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { regionsToCreateIn, sectionsToCreateIn } from './places-to-create.ts';

const sections = ['politics', 'culture'];
const regions = ['georgia', 'armenia'];

describe('where a new story may begin', () => {
  it('needs neither section nor region for who may write everywhere', () => {
    const grants: GrantInput[] = [{ role: 'journalist', sections: 'any', regions: 'any', languages: 'any' }];
    expect(sectionsToCreateIn(grants, 'en', sections, regions)).toEqual([null, 'politics', 'culture']);
    expect(regionsToCreateIn(grants, 'en', null, regions)).toEqual([null, 'georgia', 'armenia']);
  });

  it('offers only the section and region of the grant', () => {
    const grants: GrantInput[] = [
      { role: 'journalist', sections: ['culture'], regions: ['armenia'], languages: ['hy'] },
    ];
    expect(sectionsToCreateIn(grants, 'hy', sections, regions)).toEqual(['culture']);
    expect(regionsToCreateIn(grants, 'hy', 'culture', regions)).toEqual(['armenia']);
    expect(sectionsToCreateIn(grants, 'en', sections, regions)).toEqual([]);
  });

  it('offers nothing to a translator', () => {
    const grants: GrantInput[] = [{ role: 'translator', sections: 'any', regions: 'any', languages: 'any' }];
    expect(sectionsToCreateIn(grants, 'en', sections, regions)).toEqual([]);
  });
});
