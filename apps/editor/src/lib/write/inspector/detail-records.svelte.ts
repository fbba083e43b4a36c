import type { Article, Story, UpdateArticleInput, UpdateStoryInput } from '@broadsheet/types';
import { untrack } from 'svelte';
import { editedHere } from '#lib/saving/edited-here.ts';
import { KeptFields } from '#lib/offline/kept-fields.ts';
import { reference } from '#lib/reference/reference.svelte.ts';
import { SavedRecord, type NotKept, type Part } from '#lib/saving/saved-record.svelte.ts';
import { session } from '#lib/session/session.svelte.ts';
import type { OpenArticle } from '../open-article.svelte.ts';
import { whenIdle } from '../when-idle.ts';
import { articleKeeper, articleParts } from './article-parts.ts';
import { storyKeeper, storyParts } from './story-parts.ts';

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
          this.story = restored(
            storyParts,
            new SavedRecord(
              latest,
              storyKeeper((next) => (open.story = next)),
              shelf(open, `story:${latest.id}`),
            ),
          );
        else takeOver(this.story, latest);
        void reference.complete('topics', latest?.topicIds ?? []);
      });
    });
    $effect.pre(() => {
      const latest = open.article;
      untrack(() => {
        if (latest && !this.article)
          this.article = restored(
            articleParts,
            new SavedRecord(
              latest,
              articleKeeper((next) => open.put(next)),
              shelf(open, `article:${latest.id}`),
            ),
          );
        else takeOver(this.article, latest);
        void reference.complete('authors', latest?.authors.map(({ authorId }) => authorId) ?? []);
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

/** Fields that wait for a connection are kept with the article that was open. */
function shelf({ article }: OpenArticle, record: string): KeptFields | null {
  const personId = session.me?.id;
  return personId && article ? new KeptFields({ personId, articleId: article.id, record }) : null;
}

function restored<Thing, Patch>(
  parts: readonly Part<Thing, Patch, unknown>[],
  record: SavedRecord<Thing, Patch>,
): SavedRecord<Thing, Patch> {
  // the text is there first
  whenIdle(() => void record.restore(parts));
  return record;
}

function takeOver<Thing extends { version: number }>(
  record: { thing: Thing } | null,
  latest: Thing | null,
): void {
  if (record && latest && record.thing.version <= latest.version) record.thing = latest;
}
