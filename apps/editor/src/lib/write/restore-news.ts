import type { Me, RestoreNews } from '@broadsheet/types';
import { goto } from '$app/navigation';
import { notifyUntilClosed } from '#lib/components/notify.ts';
import { versionName, versionTime } from '#lib/history/version-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { session } from '#lib/session/session.svelte.ts';
import { historyHref } from '#lib/stories/story-address.ts';
import type { OpenArticle } from './open-article.svelte.ts';

/** Says that somebody else put a version in the place of the text, or that own words came too late for it; and where they are. */
export function tellRestore(
  news: RestoreNews,
  { storyId, language }: Pick<OpenArticle, 'storyId' | 'language'>,
  me: Pick<Me, 'id'>,
): void {
  if (news.type === 'restored' && news.by.id === me.id) return;
  const query = new URLSearchParams({ from: news.keptId });
  notifyUntilClosed(wordsOf(news, session.timeZone), {
    label: m.history_title(),
    run: () => goto(`${historyHref(storyId, language)}?${query.toString()}`),
  });
}

function wordsOf(news: RestoreNews, timeZone: string): string {
  if (news.type === 'late') return m.history_came_late();
  const { by, version, at } = news;
  const time = versionTime(at, timeZone);
  return m.history_restored_by({ name: by.name, version: versionName(version, timeZone), time });
}
