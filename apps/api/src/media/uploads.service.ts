import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { mediaMaxBytes, type FocalPoint, type LocalizedText, type Media } from '@broadsheet/types';
import type { Readable } from 'node:stream';
import { DataSource, type EntityManager } from 'typeorm';
import { readableArticle, scopeOf, type ArticleRow } from '../articles/article-rows.ts';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { ENV, type Env } from '../env.ts';
import { may } from '../permissions/permissions.ts';
import { inspectPicture, type InspectedPicture } from './inspect-picture.ts';
import { writeCrops } from './media-crops.ts';
import { MediaFiles, type ReceivedFile } from './media-files.ts';
import { MediaService } from './media.service.ts';
import { relateMedia } from './story-media.ts';

/** What is sent with a picture; what is missing is read from the picture itself. */
export interface UploadDetails {
  filename: string;
  /** Words in the language of the article, or of the person, where the picture itself has none. */
  words?: { alt?: string; caption?: string };
  /** The article it is for: whoever covers its story may see the picture. */
  articleId?: string;
  alt?: LocalizedText;
  caption?: LocalizedText;
  credit?: string;
  licence?: string;
  focalPoint?: FocalPoint;
}

/** Takes pictures in: the one way for every picture, whoever sends it. */
@Injectable()
export class UploadsService implements OnApplicationBootstrap {
  private readonly files: MediaFiles;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(MediaService) private readonly media: MediaService,
    @Inject(ENV) env: Env,
  ) {
    this.files = new MediaFiles(env.DATA_DIR);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.files.clearForgotten();
  }

  /** Writes the stream to a file that is nobody's yet. @throws DomainError MEDIA_TOO_LARGE */
  async receive(stream: Readable & { truncated?: boolean }): Promise<ReceivedFile> {
    const received = await this.files.receive(stream);
    if (!stream.truncated && received.bytes <= mediaMaxBytes) return received;
    await this.files.discard(received.path);
    throw tooLarge();
  }

  async discard(received: ReceivedFile): Promise<void> {
    await this.files.discard(received.path);
  }

  /**
   * Makes a received file a picture of the newsroom. The file is whole and on the disk before its row is.
   * @throws DomainError MEDIA_TYPE_REFUSED, MEDIA_BROKEN, MEDIA_TOO_LARGE, NOT_FOUND or FORBIDDEN for the article
   */
  async add(person: Person, received: ReceivedFile, details: UploadDetails): Promise<Media> {
    try {
      const article = details.articleId ? await this.article(person, details.articleId) : null;
      const picture = await inspectPicture(received.path, received.beginning);
      const id = newId();
      await this.files.keep(received.path, id);
      try {
        return await this.dataSource.transaction(async (manager) => {
          await this.insert(manager, person, id, received, picture, details, article);
          return this.media.get(person, id, manager);
        });
      } catch (error) {
        await this.files.remove(id);
        throw error;
      }
    } finally {
      await this.files.discard(received.path);
    }
  }

  private async article(person: Person, id: string): Promise<ArticleRow> {
    const row = await readableArticle(this.dataSource, person, id);
    if (!may(person, 'article.write', scopeOf(row)))
      throw new DomainError('FORBIDDEN', 'You may read this article but not add pictures to it.');
    return row;
  }

  private async insert(
    manager: EntityManager,
    person: Person,
    id: string,
    received: ReceivedFile,
    { mimeType, width, height, words }: InspectedPicture,
    details: UploadDetails,
    article: ArticleRow | null,
  ): Promise<void> {
    const language = article?.language ?? person.locale;
    const inLanguage = (text: string): LocalizedText => (text ? { [language]: text } : {});
    const focal = details.focalPoint ?? { x: 0.5, y: 0.5 };
    await manager.query(
      `insert into media (id, filename, mime_type, bytes, width, height, sha256, alt, caption, credit, licence,
                          focal_x, focal_y, uploaded_by_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        id,
        plainName(details.filename),
        mimeType,
        received.bytes,
        width,
        height,
        received.sha256,
        details.alt ?? inLanguage(words.alt || (details.words?.alt ?? '')),
        details.caption ?? inLanguage(words.caption || (details.words?.caption ?? '')),
        details.credit ?? words.credit,
        details.licence ?? words.licence,
        focal.x,
        focal.y,
        person.id,
      ],
    );
    await writeCrops(manager, id, focal);
    if (article) await relateMedia(manager, article.story_id, id);
  }
}

/** The name as people know it; it never becomes part of a path. */
const plainName = (name: string) =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(-200) || 'picture';

export const tooLarge = () =>
  new DomainError(
    'MEDIA_TOO_LARGE',
    `This file is larger than ${mediaMaxBytes / 1024 / 1024} MB. Nothing was kept; make it smaller first.`,
  );
