import type { Article, Story, UpdateArticleInput, UpdateStoryInput } from '@broadsheet/types';
import { untrack } from 'svelte';
import { editedHere } from '#lib/saving/edited-here.ts';
import { SavedRecord, type NotKept } from '#lib/saving/saved-record.svelte.ts';
import type { OpenArticle } from '../open-article.svelte.ts';
import { articleKeeper } from './article-parts.ts';
import { storyKeeper } from './story-parts.ts';

/** The story's and the article's details while they are edited: a conflict waits for its answer whatever tab is open. */
export class DetailRecords {
  story = $state.raw<SavedRecord<Story, UpdateStoryInput> | null>(null);
  article = $state.raw<SavedRecord<Article, UpdateArticleInput> | null>(null);

  /** Call while a component is being made: what comes from elsewhere is taken over. */
  constructor(open: OpenArticle) {
    editedHere(this);
    $effect.pre(() => {
      const latest = open.story;
      untrack(() => {
        if (latest && !this.story)
          this.story = new SavedRecord(
            latest,
            storyKeeper((next) => (open.story = next)),
          );
        else takeOver(this.story, latest);
      });
    });
    $effect.pre(() => {
      const latest = open.article;
      untrack(() => {
        if (latest && !this.article)
          this.article = new SavedRecord(
            latest,
            articleKeeper((next) => open.put(next)),
          );
        else takeOver(this.article, latest);
      });
    });
  }

  get isUnsaved(): boolean {
    return [this.story, this.article].some((record) => record?.isUnsaved);
  }

  async settle(): Promise<NotKept[]> {
    return [...((await this.story?.settle()) ?? []), ...((await this.article?.settle()) ?? [])];
  }
}

function takeOver<Thing extends { version: number }>(
  record: { thing: Thing } | null,
  latest: Thing | null,
): void {
  if (record && latest && record.thing.version <= latest.version) record.thing = latest;
}
