import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ArticleRow } from '../articles/article-rows.ts';
import type { CheckCode } from '@broadsheet/types';
import { announceChange } from '../changes/announce-change.ts';
import { ChecksService } from '../checks/checks.service.ts';
import { refuseUnready } from '../checks/refuse-unready.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { readFrozen, type FrozenRevision } from '../revisions/freeze.ts';
import { SearchIndex } from '../search/search-index.service.ts';
import { takeAddress } from './addresses.ts';
import { changeKeys, type PublishedState } from './change-keys.ts';
import { beginPeriod, endPeriod } from './publication-periods.ts';
import { writeListings } from './published-listings.ts';
import { writeForMachines } from './published-for-machines.ts';
import { picturesOf, renderArticle, type RenderedArticle } from './published-row.ts';

/** What readers are told as an update: new words, and not a new picture, topic or address. */
const textChanged = `(published_article.headline, published_article.standfirst, published_article.standfirst_html,
  published_article.text)
  is distinct from (excluded.headline, excluded.standfirst, excluded.standfirst_html, excluded.text)`;

/** Times other than now: a schedule's own minute, or the past of an imported article. */
export interface PublicationDates {
  /** What readers see as the time of a first publication; an update keeps the time of the first. */
  publishedAt?: Date;
  modifiedAt?: Date;
}

/** How a publication is asked for. */
interface PublicationOptions extends PublicationDates {
  accepted?: readonly CheckCode[] | undefined;
  /** At the time of its schedule, and by nobody. */
  byClock?: boolean;
}

/** The only writer of what readers get. Every method is part of its caller's transaction. */
@Injectable()
export class PublishingService {
  constructor(
    @Inject(SearchIndex) private readonly searchIndex: SearchIndex,
    @Inject(ChecksService) private readonly checks: ChecksService,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  /**
   * @param accepted the warnings that a person has seen and takes; undefined where nobody is to be asked
   * @param at when readers will get it, if not now
   * @returns the warnings there are. @throws DomainError ARTICLE_NOT_READY, ARTICLE_WARNED
   */
  async refuseUnready(
    manager: EntityManager,
    row: ArticleRow,
    revision: FrozenRevision,
    accepted?: readonly CheckCode[],
    at?: Date,
  ): Promise<CheckCode[]> {
    const pictures = await picturesOf(manager, revision, row.language);
    const findings = await this.checks.find(manager, row, revision, pictures, { at });
    refuseUnready(findings, accepted);
    return [...new Set(findings.map(({ code }) => code))];
  }

  /**
   * Gives readers exactly this revision. The article's row must be locked.
   * @throws DomainError ARTICLE_NOT_READY, ARTICLE_WARNED
   */
  async publish(
    manager: EntityManager,
    row: ArticleRow,
    revision: FrozenRevision,
    { accepted, byClock, ...dates }: PublicationOptions = {},
  ): Promise<void> {
    const pictures = await picturesOf(manager, revision, row.language);
    refuseUnready(await this.checks.find(manager, row, revision, pictures, { byClock }), accepted);
    const before = await this.stateOf(manager, row.id);
    const slug = await takeAddress(manager, row.id, row.language, revision.metadata.slug);
    const rendered = await renderArticle(manager, revision, row.language, pictures);
    await this.write(manager, row, revision.id, slug, rendered, dates);
    await beginPeriod(manager, row.id, revision.id);
    await manager.query(
      `update article set status = 'published', published_revision_id = $2, approved_revision_id = null,
              publish_at = null, slug = coalesce(slug, $3), desk_note = '',
              published_at = (select published_at from published_article where article_id = $1)
        where id = $1`,
      [row.id, revision.id, slug],
    );
    await this.makePictures(manager, rendered, before);
    await this.announce(manager, row, before, { ...rendered, slug });
  }

  /**
   * Gives readers the published revision with the files that the library has now: its pages follow a replacement.
   * What is written since, approved or scheduled stays as it is. The article's row must be locked.
   */
  async refresh(manager: EntityManager, row: ArticleRow): Promise<void> {
    const before = await this.stateOf(manager, row.id);
    if (!before || !row.published_revision_id) return;
    const revision = await readFrozen(manager, row.published_revision_id);
    const pictures = await picturesOf(manager, revision, row.language);
    const rendered = await renderArticle(manager, revision, row.language, pictures);
    await this.write(manager, row, revision.id, before.slug, rendered, {});
    await this.makePictures(manager, rendered, before);
    await this.announce(manager, row, before, { ...rendered, slug: before.slug });
  }

  /** Takes the article from readers. Its addresses stay taken and answer that it is gone. */
  async unpublish(manager: EntityManager, row: ArticleRow): Promise<void> {
    const before = await this.stateOf(manager, row.id);
    await manager.query('delete from published_article where article_id = $1', [row.id]);
    await endPeriod(manager, row.id);
    await manager.query(
      `update article set status = 'unpublished', published_revision_id = null, approved_revision_id = null,
              publish_at = null where id = $1`,
      [row.id],
    );
    await this.announce(manager, row, before, null);
  }

  private async write(
    manager: EntityManager,
    row: ArticleRow,
    revisionId: string,
    slug: string,
    rendered: RenderedArticle,
    dates: PublicationDates,
  ): Promise<void> {
    await manager.query(
      `insert into published_article (article_id, story_id, revision_id, language, slug, headline, standfirst, html,
         text, word_count, seo_title, seo_description, section_id, region_ids, topic_ids, author_ids, topics, authors,
         picture, media_versions, published_at, modified_at, priority,
         corrections, outline, related_story_ids, content_type, summary, canonical_url, source, standfirst_html)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
         coalesce($21, $22, now()), coalesce($23, now()), $27, $24, $25, $26, $28, $29, $30, $31, $32)
       on conflict (article_id) do update set revision_id = excluded.revision_id, slug = excluded.slug,
         headline = excluded.headline, standfirst = excluded.standfirst, html = excluded.html, text = excluded.text,
         word_count = excluded.word_count, seo_title = excluded.seo_title, seo_description = excluded.seo_description,
         section_id = excluded.section_id, region_ids = excluded.region_ids, topic_ids = excluded.topic_ids,
         author_ids = excluded.author_ids, topics = excluded.topics, authors = excluded.authors,
         picture = excluded.picture, media_versions = excluded.media_versions, priority = excluded.priority,
         modified_at = case when ${textChanged} then excluded.modified_at else published_article.modified_at end,
         corrections = excluded.corrections, outline = excluded.outline,
         related_story_ids = excluded.related_story_ids, content_type = excluded.content_type,
         summary = excluded.summary, canonical_url = excluded.canonical_url, source = excluded.source,
         standfirst_html = excluded.standfirst_html`,
      [
        row.id,
        row.story_id,
        revisionId,
        row.language,
        slug,
        rendered.headline,
        rendered.standfirst,
        rendered.html,
        rendered.text,
        rendered.wordCount,
        rendered.seoTitle,
        rendered.seoDescription,
        rendered.sectionId,
        rendered.regionIds,
        rendered.topicIds,
        rendered.authorIds,
        JSON.stringify(rendered.topics),
        JSON.stringify(rendered.authors),
        rendered.picture ? JSON.stringify(rendered.picture) : null,
        JSON.stringify(rendered.mediaVersions),
        row.published_at,
        dates.publishedAt ?? null,
        dates.modifiedAt ?? null,
        JSON.stringify(rendered.corrections),
        JSON.stringify(rendered.outline),
        rendered.relatedStoryIds,
        rendered.priority,
        rendered.contentType,
        rendered.summary,
        rendered.canonicalUrl,
        rendered.source ? JSON.stringify(rendered.source) : null,
        rendered.standfirstHtml,
      ],
    );
    await this.searchIndex.write(manager, row.id, row.language, {
      ...rendered,
      names: [...rendered.topics, ...rendered.authors].map(({ name }) => name),
    });
    await manager.query(writeListings, [row.id]);
    await manager.query(writeForMachines, [row.id, rendered.markdown, row.source_language]);
    await manager.query('delete from published_media where article_id = $1', [row.id]);
    if (rendered.mediaKeys.length > 0)
      await manager.query('insert into published_media (article_id, key) select $1, unnest($2::text[])', [
        row.id,
        rendered.mediaKeys,
      ]);
  }

  /** Whoever reads first should not wait for pictures that can be made before. */
  private async makePictures(
    manager: EntityManager,
    rendered: RenderedArticle,
    before: PublishedState | null,
  ): Promise<void> {
    if (rendered.mediaKeys.every((key) => before?.mediaKeys.includes(key))) return;
    for (const mediaId of Object.keys(rendered.mediaVersions))
      await this.jobs.send(manager, 'renditions', { mediaId });
  }

  private async stateOf(manager: EntityManager, articleId: string): Promise<PublishedState | null> {
    const rows: PublishedState[] = await manager.query(
      `select slug, headline, standfirst, section_id as "sectionId", region_ids as "regionIds",
              topic_ids as "topicIds", author_ids as "authorIds", picture,
              canonical_url is not null as "isSyndicated",
              array(select key from published_media m where m.article_id = p.article_id) as "mediaKeys"
         from published_article p where article_id = $1`,
      [articleId],
    );
    return rows[0] ?? null;
  }

  private async announce(
    manager: EntityManager,
    row: ArticleRow,
    before: PublishedState | null,
    after: PublishedState | null,
  ): Promise<void> {
    await announceChange(
      manager,
      changeKeys({ id: row.id, storyId: row.story_id, language: row.language }, before, after),
    );
  }
}
