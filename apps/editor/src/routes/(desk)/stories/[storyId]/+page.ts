import type { Story } from '@broadsheet/types';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.ts';
import { locale } from '#lib/locale/locale.svelte.ts';
import { leadArticle } from '#lib/stories/lead-article.ts';
import { storyHref } from '#lib/stories/story-address.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
  const found = await api.get<Story>(`/stories/${params.storyId}`);
  const article = leadArticle(found, { status: null, language: null }, locale.current);
  redirect(307, storyHref(found.id, article?.language ?? locale.current));
};
