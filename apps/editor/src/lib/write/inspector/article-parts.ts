import { article, type Article, type UpdateArticleInput } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import type { Keeper, Part } from '#lib/saving/saved-record.svelte.ts';

type ArticlePart<Value> = Part<Article, UpdateArticleInput, Value>;

export const slugPart: ArticlePart<string | null> = {
  key: 'slug',
  read: ({ slug }) => slug,
  patch: ({ version }, slug) => ({ version, slug }),
  show: (slug) => slug ?? '',
};
export const seoTitlePart: ArticlePart<string> = {
  key: 'seoTitle',
  read: ({ seoTitle }) => seoTitle,
  patch: ({ version }, seoTitle) => ({ version, seoTitle }),
  show: (text) => text,
};
export const seoDescriptionPart: ArticlePart<string> = {
  key: 'seoDescription',
  read: ({ seoDescription }) => seoDescription,
  patch: ({ version }, seoDescription) => ({ version, seoDescription }),
  show: (text) => text,
};

/** How an article's details are saved and read again; `put` takes each answer to the rest of the page. */
export function articleKeeper(put: (next: Article) => void): Keeper<Article, UpdateArticleInput> {
  const told = (next: Article) => {
    put(next);
    return next;
  };
  return {
    save: async ({ id }, patch) => told(await api.patch(`/articles/${id}`, patch, article)),
    again: async ({ id }) => told(await api.get(`/articles/${id}`, article)),
  };
}
