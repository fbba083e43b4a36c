import type { Article, ArticleAuthor, AuthorRole, UpdateArticleInput } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { localized } from '#lib/locale/localized.ts';
import { m } from '#lib/paraglide/messages.js';
import { reference } from '#lib/reference/reference.svelte.ts';
import type { Keeper, Part } from '#lib/saving/saved-record.svelte.ts';

type ArticlePart<Value> = Part<Article, UpdateArticleInput, Value>;

export const slugPart: ArticlePart<string | null> = {
  key: 'slug',
  label: m.write_slug,
  read: ({ slug }) => slug,
  patch: ({ version }, slug) => ({ version, slug }),
  show: (slug) => slug ?? '',
};
export const seoTitlePart: ArticlePart<string> = {
  key: 'seoTitle',
  label: m.write_seo_title,
  read: ({ seoTitle }) => seoTitle,
  patch: ({ version }, seoTitle) => ({ version, seoTitle }),
  show: (text) => text,
};
export const seoDescriptionPart: ArticlePart<string> = {
  key: 'seoDescription',
  label: m.write_seo_description,
  read: ({ seoDescription }) => seoDescription,
  patch: ({ version }, seoDescription) => ({ version, seoDescription }),
  show: (text) => text,
};

export const summaryPart: ArticlePart<string> = {
  key: 'summary',
  label: m.details_summary,
  read: ({ summary }) => summary,
  patch: ({ version }, summary) => ({ version, summary }),
  show: (text) => text,
};
export const canonicalPart: ArticlePart<string | null> = {
  key: 'canonical',
  label: m.details_canonical,
  read: ({ canonicalUrl }) => canonicalUrl,
  patch: ({ version }, canonicalUrl) => ({ version, canonicalUrl }),
  show: (address) => address ?? '',
};
export const sourceNamePart: ArticlePart<string> = {
  key: 'sourceName',
  label: m.details_source,
  read: ({ sourceName }) => sourceName,
  patch: ({ version }, sourceName) => ({ version, sourceName }),
  show: (text) => text,
};
export const sourceUrlPart: ArticlePart<string | null> = {
  key: 'sourceUrl',
  label: m.details_source_url,
  read: ({ sourceUrl }) => sourceUrl,
  patch: ({ version }, sourceUrl) => ({ version, sourceUrl }),
  show: (address) => address ?? '',
};

export const roleWords: Record<AuthorRole, () => string> = {
  text: m.details_role_text,
  photo: m.details_role_photo,
  translation: m.details_role_translation,
};
export const authorsPart: ArticlePart<ArticleAuthor[]> = {
  key: 'authors',
  label: m.write_authors,
  read: ({ authors }) => authors,
  patch: ({ version }, authors) => ({ version, authors }),
  show: (authors) =>
    authors
      .map(({ authorId, role }) => {
        const name = localized(reference.authors.find(({ id }) => id === authorId)?.names ?? {});
        return `${name} (${roleWords[role]()})`;
      })
      .join(', '),
};

export const articleParts = [
  slugPart,
  seoTitlePart,
  seoDescriptionPart,
  summaryPart,
  canonicalPart,
  sourceNamePart,
  sourceUrlPart,
  authorsPart,
] as const satisfies readonly ArticlePart<unknown>[];

/** How an article's details are saved and read again; `put` takes each answer to the rest of the page. */
export function articleKeeper(put: (next: Article) => void): Keeper<Article, UpdateArticleInput> {
  const told = (next: Article) => {
    put(next);
    return next;
  };
  return {
    save: async ({ id }, patch) => told(await api.patch<Article>(`/articles/${id}`, patch)),
    again: async ({ id }) => told(await api.get<Article>(`/articles/${id}`)),
    changeOf: ({ version, changedBy }) => ({ version, by: changedBy }),
  };
}
