import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { headlineText, recordingIds, relatedStoryIds } from '@broadsheet/document/render';
import { slugify, type Body, type ExportFormat, type Language } from '@broadsheet/types';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import { metadataOf, readableArticle, type ArticleRow } from '../articles/article-rows.ts';
import { Documents } from '../collaboration/documents.service.ts';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { ENV, type Env } from '../env.ts';
import { MediaService } from '../media/media.service.ts';
import { Renditions } from '../media/renditions.service.ts';
import { picturesOf, renderArticle } from '../publishing/published-row.ts';
import { loadRecordings, type ArticlePicture } from '../publishing/article-pictures.ts';
import { permissionSql, SqlParameters } from '../permissions/permissions.ts';
import { withAbsoluteLinks } from './absolute-links.ts';
import type { ExportMatter, ExportPicture } from './export-matter.ts';
import { pageStyles } from './page-styles.ts';
import { renderDocx } from './render-docx.ts';
import { renderMarkdownFile, renderPage } from './render-page.ts';

export interface ExportedFile {
  name: string;
  type: string;
  /** The policy of a page that is looked at here; null for files that are kept. */
  policy: string | null;
  content: Buffer;
}

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  print: 'text/html; charset=utf-8',
} as const;
const pictureWidth = 1280;

/** Articles as files for other programs, made from what is stored. */
@Injectable()
export class ExportsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Documents) private readonly documents: Documents,
    @Inject(MediaService) private readonly media: MediaService,
    @Inject(Renditions) private readonly renditions: Renditions,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @throws DomainError NOT_FOUND, also for an article that the person may not read */
  async make(person: Person, articleId: string, format: ExportFormat): Promise<ExportedFile> {
    const article = await readableArticle(this.dataSource, person, articleId);
    const matter = await this.matter(person, article, format === 'docx' || format === 'html');
    const name = article.public_slug ?? article.slug ?? slugify(matter.headline, article.language);
    const hash = createHash('sha256').update(pageStyles).digest('base64');
    return {
      name: `${name || 'article'}.${format === 'print' ? 'html' : format}`,
      type: types[format],
      policy:
        format === 'print'
          ? `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`
          : null,
      content: contentOf(matter, format),
    };
  }

  private async matter(person: Person, article: ArticleRow, withBytes: boolean): Promise<ExportMatter> {
    const stored = await this.dataSource.transaction((manager) =>
      this.documents.snapshot(manager, article.id),
    );
    const content = withAbsoluteLinks(stored.content, this.env.SITE_URL);
    const frozen = { content, metadata: metadataOf(article) };
    const found = await picturesOf(this.dataSource, frozen, article.language);
    const { authors } = await renderArticle(this.dataSource, frozen, article.language, found);
    const published = await this.publishedKeys(article.id);
    const pictures = new Map<string, ExportPicture>();
    for (const picture of found.values())
      pictures.set(picture.id, {
        ...toExport(picture),
        bytes: withBytes ? await this.bytes(person, picture.id) : null,
        address: published.has(picture.keys.full)
          ? `${this.env.SITE_URL}/media/${picture.keys.full}/${String(pictureWidth)}.jpg`
          : `${this.env.EDITOR_URL}/api/media/${picture.id}/full/${String(pictureWidth)}.jpg`,
      });
    const { language, lead_media_id: leadMediaId, public_slug: slug } = article;
    return {
      ...{ content, language, leadMediaId, pictures, headline: headlineText(content.headline) },
      recordings: await this.recordings(content.body, published),
      related: await this.related(person, content.body, language),
      authors: authors.map(({ name }) => name),
      source: slug
        ? `${this.env.SITE_URL}/${language}/news/${slug}`
        : `${this.env.EDITOR_URL}/stories/${article.story_id}/${language}`,
    };
  }

  private async recordings(body: Body, published: ReadonlySet<string>): Promise<Map<string, string>> {
    const ids = recordingIds(body);
    const found = new Map((await loadRecordings(this.dataSource, ids)).map((each) => [each.id, each]));
    return new Map(
      ids.map((id) => {
        const recording = found.get(id);
        const address =
          recording && published.has(recording.key)
            ? `${this.env.SITE_URL}/media/${recording.key}/${recording.file}`
            : `${this.env.EDITOR_URL}/api/media/${id}/original`;
        return [id, address];
      }),
    );
  }

  /** As readers find them, else in the newsroom; what the person may not read goes by its address alone (S7). */
  private async related(person: Person, body: Body, language: Language): Promise<ExportMatter['related']> {
    const ids = relatedStoryIds(body);
    if (ids.length === 0) return new Map();
    const parameters = new SqlParameters();
    const [wanted, spoken] = [`${parameters.add(ids)}::uuid[]`, parameters.add(language)];
    const rows: { id: string; slug: string | null; headline: string | null }[] = await this.dataSource.query(
      `select story.id, p.slug, coalesce(p.headline, article.headline) as headline
         from story left join published_article p on p.story_id = story.id and p.language = ${spoken}
         left join article on article.story_id = story.id and article.language = ${spoken}
          and ${permissionSql(person, 'story.read', parameters)}
        where story.id = any(${wanted})`,
      parameters.values,
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return new Map(
      ids.map((id) => {
        const { slug, headline } = found.get(id) ?? { slug: null, headline: null };
        const address = slug
          ? `${this.env.SITE_URL}/${language}/news/${slug}`
          : `${this.env.EDITOR_URL}/stories/${id}/${language}`;
        return [id, { headline: headline || address, address }];
      }),
    );
  }

  private async publishedKeys(articleId: string): Promise<Set<string>> {
    const rows: { key: string }[] = await this.dataSource.query(
      'select key from published_media where article_id = $1',
      [articleId],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** Null for a picture that the person may not see, or whose file is gone: the words go out all the same. */
  private async bytes(person: Person, mediaId: string): Promise<Buffer | null> {
    try {
      const { stream } = await this.renditions.open(
        await this.media.crop(person, mediaId, 'full'),
        pictureWidth,
        'jpg',
      );
      return await buffer(stream);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}

const toExport = ({ id, width, height, alt, caption, credit, licence }: ArticlePicture) => ({
  ...{ id, width, height, alt, caption },
  credit: [credit, licence].filter((each) => each !== '').join(', '),
});

function contentOf(matter: ExportMatter, format: ExportFormat): Buffer {
  switch (format) {
    case 'docx':
      return renderDocx(matter);
    case 'md':
      return Buffer.from(renderMarkdownFile(matter), 'utf8');
    case 'html': {
      const inside = ({ bytes, address }: ExportPicture) =>
        bytes ? `data:image/jpeg;base64,${bytes.toString('base64')}` : address;
      return Buffer.from(renderPage(matter, inside), 'utf8');
    }
    case 'print': {
      const here = ({ id }: ExportPicture) => `/api/media/${id}/full/${String(pictureWidth)}.webp`;
      return Buffer.from(renderPage(matter, here), 'utf8');
    }
  }
}
