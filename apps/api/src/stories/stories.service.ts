import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  ArticleContent,
  CreateStoryInput,
  Language,
  Story,
  StoryListQuery,
  StoryPage,
  UpdateStoryInput,
} from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { articlesOfStories } from '../articles/article-rows.ts';
import { Documents } from '../collaboration/documents.service.ts';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { Notices } from '../database/notices.service.ts';
import { mayUseMedia } from '../media/media-access.ts';
import { relateMedia } from '../media/story-media.ts';
import { may } from '../permissions/permissions.ts';
import { noteWriter } from '../revisions/next-writers.ts';
import { creationScope, type Placement } from './creation-scope.ts';
import { liveLanguages, refuseUnlive } from './live-languages.ts';
import { listStoryIds } from './story-list.ts';
import { refuseUnknownSection, writeRelation } from './story-relations.ts';
import { findStories, readableStory, storyScope, type StoryRow } from './story-rows.ts';
import { toStory } from './to-story.ts';

/** What a story may begin with: the text of its first article, and the pictures in it, which its writer may use. */
export interface FirstText {
  content: ArticleContent;
  mediaIds: readonly string[];
}

/** One piece of news, whatever its languages: made, found and placed. */
@Injectable()
export class StoriesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Documents) private readonly documents: Documents,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  async list(person: Person, query: StoryListQuery): Promise<StoryPage> {
    const { ids, nextCursor } = await listStoryIds(this.dataSource, person, query);
    return { items: await this.load(this.dataSource.manager, person, ids), nextCursor };
  }

  /** @throws DomainError NOT_FOUND */
  async get(person: Person, id: string): Promise<Story> {
    await readableStory(this.dataSource, person, id);
    return this.one(this.dataSource.manager, person, id);
  }

  /**
   * A story with its first article and an empty text, placed within the person's own grant where they chose nothing.
   * @throws DomainError FORBIDDEN, INPUT_INVALID, LANGUAGE_NOT_LIVE
   */
  async create(person: Person, input: CreateStoryInput, first: FirstText | null = null): Promise<Story> {
    return this.dataSource.transaction(async (manager) => {
      const placement = await this.placementOf(manager, person, input);
      const id = await this.insert(manager, person, input.language, placement, first);
      return this.one(manager, person, id);
    });
  }

  /** What `create` would refuse, before the work for its text is done. @throws DomainError as `create` */
  async refuseCreation(person: Person, input: CreateStoryInput): Promise<void> {
    await this.placementOf(this.dataSource.manager, person, input);
  }

  private async placementOf(
    manager: EntityManager,
    person: Person,
    input: CreateStoryInput,
  ): Promise<Placement> {
    await refuseUnlive(manager, input.language);
    const placement = creationScope(person, input.language, input, await this.inUse(manager));
    if (placement) return placement;
    throw new DomainError(
      'FORBIDDEN',
      'Your roles do not let you begin a story there in this language. Nothing was made; choose another place or language.',
    );
  }

  /**
   * Changes what the languages share. Moving a story needs the right where it stands and where it goes.
   * @throws DomainError NOT_FOUND, FORBIDDEN, CHANGED_MEANWHILE, INPUT_INVALID
   */
  async update(person: Person, id: string, input: UpdateStoryInput): Promise<Story> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('select 1 from story where id = $1 for update', [id]);
      const row = await readableStory(manager, person, id);
      this.refuseUpdate(person, row, input);
      await this.write(manager, person, row, input);
      const articleIds = (await articlesOfStories(manager, [id])).map((article) => article.id);
      if (isInRevisions(input)) await noteWriter(manager, articleIds, person.id);
      for (const articleId of articleIds) await this.notices.send(manager, 'article', articleId);
      return this.one(manager, person, id);
    });
  }

  private refuseUpdate(person: Person, row: StoryRow, input: UpdateStoryInput): void {
    const before = storyScope(row);
    const after = {
      ...before,
      sectionId: input.sectionId === undefined ? before.sectionId : input.sectionId,
      regionIds: input.regionIds ?? before.regionIds,
    };
    if (!may(person, 'story.edit', before))
      throw new DomainError('FORBIDDEN', 'You may read this story but not change it. Nothing was changed.');
    if (row.version !== input.version)
      throw new DomainError(
        'CHANGED_MEANWHILE',
        `${row.changed_by_name ?? 'Somebody'} changed this story after you opened it. Nothing was overwritten; look at it again and repeat what you still want.`,
      );
    if (!may(person, 'story.edit', after))
      throw new DomainError(
        'FORBIDDEN',
        'You may not move a story there, because you could not edit it any more. Nothing was changed.',
      );
  }

  private async write(
    manager: EntityManager,
    person: Person,
    row: StoryRow,
    input: UpdateStoryInput,
  ): Promise<void> {
    if (input.sectionId && input.sectionId !== row.section_id)
      await refuseUnknownSection(manager, input.sectionId);
    if (input.leadMediaId && input.leadMediaId !== row.lead_media_id)
      await this.useLead(manager, person, row.id, input.leadMediaId);
    await manager.query(
      `update story set section_id = case when $2 then $3 else section_id end,
              lead_media_id = case when $4 then $5 else lead_media_id end, priority = coalesce($6, priority),
              content_type = coalesce($7, content_type), notes = coalesce($8, notes), changed_by_id = $9, version = version + 1
        where id = $1`,
      [
        row.id,
        input.sectionId !== undefined,
        input.sectionId ?? null,
        input.leadMediaId !== undefined,
        input.leadMediaId ?? null,
        input.priority ?? null,
        input.contentType ?? null,
        input.notes ?? null,
        person.id,
      ],
    );
    if (input.regionIds) await writeRelation(manager, row.id, 'region', input.regionIds);
    if (input.topicIds) await writeRelation(manager, row.id, 'topic', input.topicIds);
  }

  private async useLead(
    manager: EntityManager,
    person: Person,
    storyId: string,
    mediaId: string,
  ): Promise<void> {
    if (!(await mayUseMedia(manager, person, mediaId, 'picture')))
      throw new DomainError('INPUT_INVALID', 'This picture does not exist, or you may not use it.', [
        { path: 'leadMediaId', message: 'Choose a picture that you can see.' },
      ]);
    await relateMedia(manager, storyId, mediaId);
  }

  private async insert(
    manager: EntityManager,
    person: Person,
    language: Language,
    { sectionId, regionIds }: Placement,
    first: FirstText | null,
  ): Promise<string> {
    const [id, articleId] = [newId(), newId()];
    if (sectionId) await refuseUnknownSection(manager, sectionId);
    await manager.query('insert into story (id, section_id, created_by_id) values ($1, $2, $3)', [
      id,
      sectionId,
      person.id,
    ]);
    await writeRelation(manager, id, 'region', regionIds);
    await manager.query('insert into article (id, story_id, language) values ($1, $2, $3)', [
      articleId,
      id,
      language,
    ]);
    await this.documents.create(manager, articleId, first?.content ?? null, person.id);
    for (const mediaId of first?.mediaIds ?? []) await relateMedia(manager, id, mediaId);
    return id;
  }

  private async inUse(manager: EntityManager): Promise<Set<string>> {
    const rows: { id: string }[] = await manager.query(
      'select id from section where retired_at is null union all select id from region where retired_at is null',
    );
    return new Set(rows.map((row) => row.id));
  }

  private async one(manager: EntityManager, person: Person, id: string): Promise<Story> {
    const [story] = await this.load(manager, person, [id]);
    if (!story) throw new Error(`Story ${id} vanished`);
    return story;
  }

  private async load(manager: EntityManager, person: Person, ids: string[]): Promise<Story[]> {
    if (ids.length === 0) return [];
    const rows = await findStories(manager, ids);
    const articles = await articlesOfStories(manager, ids);
    const live = await liveLanguages(manager);
    return rows.map((row) =>
      toStory(
        row,
        articles.filter((article) => article.story_id === row.id),
        person,
        live,
      ),
    );
  }
}

/** Whether it changes what a revision holds; notes to the desk are in none. */
const isInRevisions = ({ version: _version, notes: _notes, ...shared }: UpdateStoryInput): boolean =>
  Object.values(shared).some((value) => value !== undefined);
