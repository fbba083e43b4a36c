import type { ArticleStatus, ArticleSummary, Language, Story } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { headlineOf, leadArticle } from './lead-article.ts';

const at = '2026-10-09T14:20:00Z';
const article = (language: Language, headline: string, status: ArticleStatus = 'draft'): ArticleSummary => ({
  id: language,
  language,
  headline,
  status,
  wordCount: 0,
  changedSincePublication: false,
  publishAt: null,
  publishedAt: null,
  updatedAt: at,
});
const story = (...articles: ArticleSummary[]): Story => ({
  id: 'story',
  sectionId: null,
  regionIds: [],
  topicIds: [],
  contentType: 'news',
  notes: '',
  leadMediaId: null,
  priority: 3,
  createdBy: { id: 'person', name: 'Tamar Elani' },
  createdAt: at,
  updatedAt: at,
  articles,
  may: { edit: true, startLanguages: [] },
  version: 1,
  changedBy: null,
});
const any = { status: null, language: null };

describe('the headline that stands for a story', () => {
  it('is the one in the language of the desk', () => {
    const lead = leadArticle(story(article('ru', 'Мост'), article('en', 'Bridge')), any, 'en');
    expect(lead?.headline).toBe('Bridge');
  });

  it('is another one when that language has no headline yet', () => {
    const lead = leadArticle(story(article('en', ''), article('hy', 'Կամուրջ')), any, 'en');
    expect(lead?.language).toBe('hy');
  });

  it('belongs to the article that the filters ask for', () => {
    const both = story(article('en', 'Bridge', 'published'), article('az', 'Körpü', 'in_review'));
    expect(leadArticle(both, { status: 'in_review', language: null }, 'en')?.language).toBe('az');
    expect(leadArticle(both, { status: null, language: 'az' }, 'en')?.language).toBe('az');
  });

  it('is borrowed from another language while the article asked for has none', () => {
    const both = story(article('en', 'Bridge'), article('az', '', 'in_review'));
    const lead = leadArticle(both, { status: 'in_review', language: null }, 'en');
    expect(lead?.language).toBe('az');
    expect(headlineOf(both, lead)?.headline).toBe('Bridge');
  });

  it('is missing when nothing is written', () => {
    expect(headlineOf(story(), leadArticle(story(), any, 'en'))).toBeUndefined();
  });
});
