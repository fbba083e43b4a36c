import type { GrantInput } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { matrixOf } from './matrix.ts';

const languages = ['az', 'ru', 'en', 'hy'] as const;
const grants: GrantInput[] = [
  { role: 'journalist', sections: ['society'], regions: ['georgia'], languages: ['en'] },
  { role: 'translator', sections: ['society'], regions: 'any', languages: ['hy'] },
];
const cell = (
  action: 'article.write' | 'story.read' | 'article.publish',
  region: string | null,
  section: string | null,
) =>
  matrixOf(grants, action, ['georgia', 'iran'], ['society', 'sport'], languages)
    .find(({ regionId }) => regionId === region)
    ?.cells.find(({ sectionId }) => sectionId === section)?.languages;

describe('the table of what a person may do', () => {
  it('adds up the languages of all grants that reach a cell', () => {
    expect(cell('article.write', 'georgia', 'society')).toEqual(['en', 'hy']);
    expect(cell('article.write', 'iran', 'society')).toEqual(['hy']);
    expect(cell('article.write', 'georgia', 'sport')).toEqual([]);
  });

  it('has a line for stories without a region', () => {
    expect(cell('article.write', null, 'society')).toEqual(['hy']);
  });

  it('shows that who may read a story may read its every language', () => {
    expect(cell('story.read', 'georgia', 'society')).toEqual([...languages]);
  });

  it('is empty for what no role of the person allows', () => {
    expect(cell('article.publish', 'georgia', 'society')).toEqual([]);
  });
});
