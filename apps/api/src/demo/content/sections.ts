import type { DemoSection } from './types.ts';

/** In the order of the menu. */
export const sections: readonly DemoSection[] = [
  {
    key: 'politics',
    slug: 'politics',
    names: { az: 'Siyasət', ru: 'Политика', en: 'Politics', hy: 'Քաղաքականություն' },
  },
  {
    key: 'economy',
    slug: 'economy',
    names: { az: 'İqtisadiyyat', ru: 'Экономика', en: 'Economy', hy: 'Տնտեսություն' },
  },
  {
    key: 'society',
    slug: 'society',
    names: { az: 'Cəmiyyət', ru: 'Общество', en: 'Society', hy: 'Հասարակություն' },
  },
  {
    key: 'culture',
    slug: 'culture',
    names: { az: 'Mədəniyyət', ru: 'Культура', en: 'Culture', hy: 'Մշակույթ' },
  },
  { key: 'science', slug: 'science', names: { az: 'Elm', ru: 'Наука', en: 'Science', hy: 'Գիտություն' } },
  { key: 'nature', slug: 'nature', names: { az: 'Təbiət', ru: 'Природа', en: 'Nature', hy: 'Բնություն' } },
  {
    key: 'travel',
    slug: 'travel',
    names: { az: 'Səyahət', ru: 'Путешествия', en: 'Travel', hy: 'Ճամփորդություն' },
  },
  { key: 'opinion', slug: 'opinion', names: { az: 'Rəy', ru: 'Мнения', en: 'Opinion', hy: 'Կարծիք' } },
];
