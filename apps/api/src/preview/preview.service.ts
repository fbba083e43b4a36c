import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { withRelatedStories } from '@broadsheet/document/render';
import { slugify, type PublicArticle, type PublicPreview } from '@broadsheet/types';
import { DataSource } from 'typeorm';
import { findArticle, metadataOf, type ArticleRow } from '../articles/article-rows.ts';
import { hashToken } from '../auth/session-token.ts';
import { Documents } from '../collaboration/documents.service.ts';
import { notFound } from '../common/changed-meanwhile.ts';
import { cropOf, keyLength } from '../media/media-crops.ts';
import type { CropSource } from '../media/crop-source.ts';
import { picturesOf, renderArticle, type RenderedArticle } from '../publishing/published-row.ts';
import { readFrozen } from '../revisions/freeze.ts';
import { relatedArticles } from '../publishing/related-articles.ts';
import { linksOfMakers, makerColumns, mayStillBeMade, type MadeLink } from './link-makers.ts';

/** Of a token, in characters: 32 random bytes as base64url. */
const tokenLength = 43;
/** How long a preview's list of pictures is believed before the draft is read again, in milliseconds. */
const picturesFor = 60_000;
const rememberedPreviews = 200;

interface Link {
  id: string;
  articleId: string;
  /** A version as it was published; null for the draft. */
  revisionId: string | null;
}

/**
 * One article as readers would see it, for whoever holds the link: it expires, can be taken back, and ends when its
 * maker may not make it any more.
 */
@Injectable()
export class PreviewService {
  /** The pictures that a preview shows, by the link's id. */
  private readonly pictures = new Map<string, { keys: Set<string>; until: number }>();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Documents) private readonly documents: Documents,
  ) {}

  /** The article as readers would get it, or had it. @throws DomainError NOT_FOUND when the link is over */
  async show(token: string): Promise<PublicPreview> {
    const link = await this.link(token);
    const article = await findArticle(this.dataSource, link.articleId);
    if (!article) throw notFound('preview');
    const { rendered, pictures } = await this.rendered(article, link, token);
    this.remember(link.id, pictures);
    const { language } = article;
    const relatedStories = await relatedArticles(this.dataSource, rendered.relatedStoryIds, language);
    const shown = toPreview(article, {
      ...rendered,
      relatedStories,
      html: withRelatedStories({ html: rendered.html, language, relatedStories }),
    });
    if (link.revisionId === null) return { article: shown, state: 'draft' };
    const since = await this.since(link.revisionId);
    return { article: { ...shown, ...(since && { modifiedAt: since }) }, state: 'past' };
  }

  /**
   * The cut behind a preview's picture address: the link's token with the picture's own key behind it, so that the
   * address is worth as much as the link and no longer. @throws DomainError NOT_FOUND
   */
  async picture(previewKey: string): Promise<CropSource> {
    const token = previewKey.slice(0, tokenLength);
    const link = await this.link(token);
    const key = previewKey.slice(tokenLength);
    let known = this.pictures.get(link.id);
    if (!known || known.until < Date.now()) {
      const article = await findArticle(this.dataSource, link.articleId);
      if (!article) throw notFound('picture');
      known = this.remember(link.id, (await this.rendered(article, link, token)).pictures);
    }
    const source = known.keys.has(key) ? await cropOf(this.dataSource, key) : null;
    if (!source) throw notFound('picture');
    return source;
  }

  /** Whether a key is a preview's and not a published picture's. */
  isPreviewKey(key: string): boolean {
    return key.length === tokenLength + keyLength;
  }

  private async link(token: string): Promise<Link> {
    const rows: (MadeLink & Link)[] = await this.dataSource.query(
      `select l.id, l.article_id as "articleId", l.revision_id as "revisionId", ${makerColumns} from ${linksOfMakers} and l.token_hash = $1`,
      [hashToken(token)],
    );
    if (!rows[0] || !mayStillBeMade(rows[0])) throw notFound('preview');
    return rows[0];
  }

  private async rendered(article: ArticleRow, { revisionId }: Link, token: string) {
    const frozen = await this.dataSource.transaction(async (manager) =>
      revisionId === null
        ? {
            content: (await this.documents.snapshot(manager, article.id)).content,
            metadata: metadataOf(article),
          }
        : readFrozen(manager, revisionId),
    );
    const pictures = await picturesOf(this.dataSource, frozen, article.language);
    const rendered = await renderArticle(this.dataSource, frozen, article.language, pictures, token);
    return { rendered, pictures: rendered.mediaKeys };
  }

  /** From when readers had a version last; null if they never had it. */
  private async since(revisionId: string): Promise<string | null> {
    const rows: { since: Date }[] = await this.dataSource.query(
      'select since from publication_period where revision_id = $1 order by since desc limit 1',
      [revisionId],
    );
    return rows[0]?.since.toISOString() ?? null;
  }

  private remember(linkId: string, keys: string[]) {
    const known = { keys: new Set(keys), until: Date.now() + picturesFor };
    this.pictures.delete(linkId);
    this.pictures.set(linkId, known);
    const [oldest] = this.pictures.keys();
    if (oldest && this.pictures.size > rememberedPreviews) this.pictures.delete(oldest);
    return known;
  }
}

function toPreview(
  article: ArticleRow,
  rendered: RenderedArticle & Pick<PublicArticle, 'relatedStories'>,
): PublicArticle {
  const now = new Date().toISOString();
  const slug = article.slug ?? (slugify(rendered.headline, article.language) || 'preview');
  return {
    id: article.id,
    storyId: article.story_id,
    language: article.language,
    slug,
    headline: rendered.headline,
    standfirst: rendered.standfirst,
    sectionId: rendered.sectionId,
    regionIds: rendered.regionIds,
    authorNames: rendered.authors.filter(({ role }) => role === 'text').map(({ name }) => name),
    picture: rendered.picture,
    priority: article.priority,
    publishedAt: article.published_at?.toISOString() ?? now,
    modifiedAt: now,
    html: rendered.html,
    standfirstHtml: rendered.standfirstHtml,
    wordCount: rendered.wordCount,
    seoTitle: rendered.seoTitle,
    seoDescription: rendered.seoDescription,
    topics: rendered.topics,
    authors: rendered.authors,
    contentType: rendered.contentType,
    summary: rendered.summary,
    canonicalUrl: rendered.canonicalUrl,
    source: rendered.source,
    corrections: rendered.corrections,
    outline: rendered.outline,
    relatedStories: rendered.relatedStories,
    translations: [{ language: article.language, slug, isSyndicated: rendered.isSyndicated }],
    basedOn: null,
    card: '',
  };
}
