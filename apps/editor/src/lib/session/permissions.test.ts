import type { GrantInput } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { languagesWith, mayAnywhere, mayAt } from './permissions.ts';

const everywhere: Omit<GrantInput, 'role'> = { sections: 'any', regions: 'any', languages: 'any' };
const journalistInGeorgia: GrantInput = {
  role: 'journalist',
  sections: ['society'],
  regions: ['georgia'],
  languages: ['en', 'ru'],
};

describe('what the desk shows to a person', () => {
  it('lets a journalist write where the grant reaches', () => {
    const place = { sectionId: 'society', regionIds: ['armenia', 'georgia'], language: 'en' as const };
    expect(mayAt([journalistInGeorgia], 'article.write', place)).toBe(true);
  });

  it('asks for section, region and language together', () => {
    const may = (sectionId: string, region: string, language: 'en' | 'hy') =>
      mayAt([journalistInGeorgia], 'article.write', { sectionId, regionIds: [region], language });
    expect(may('culture', 'georgia', 'en')).toBe(false);
    expect(may('society', 'armenia', 'en')).toBe(false);
    expect(may('society', 'georgia', 'hy')).toBe(false);
  });

  it('covers a story without a region only by a grant over all regions', () => {
    const place = { sectionId: 'society', regionIds: [], language: 'en' as const };
    expect(mayAt([journalistInGeorgia], 'article.write', place)).toBe(false);
    expect(mayAt([{ ...journalistInGeorgia, regions: 'any' }], 'article.write', place)).toBe(true);
  });

  it('does not add up the halves of two grants', () => {
    const grants: GrantInput[] = [
      { role: 'journalist', ...everywhere, languages: ['en'] },
      { role: 'journalist', ...everywhere, sections: ['culture'] },
    ];
    const place = { sectionId: 'society', regionIds: [], language: 'hy' as const };
    expect(mayAt(grants, 'article.write', place)).toBe(false);
  });

  it('shows people and settings to admins alone', () => {
    expect(mayAnywhere([{ role: 'editor_in_chief', ...everywhere }], 'user.manage')).toBe(false);
    expect(mayAnywhere([{ role: 'admin', ...everywhere }], 'settings.manage')).toBe(true);
  });

  it('offers the languages of those grants that allow it', () => {
    const grants: GrantInput[] = [
      journalistInGeorgia,
      { role: 'translator', ...everywhere, languages: ['hy'] },
    ];
    expect(languagesWith(grants, 'story.create', ['az', 'ru', 'en', 'hy'])).toEqual(['ru', 'en']);
  });
});
