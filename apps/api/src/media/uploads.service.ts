import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { languageOfWords } from '@broadsheet/document/render';
import {
  mediaMaxBytes,
  mediaWordsMax,
  type FocalPoint,
  type Language,
  type LocalizedText,
  type Media,
  type MediaKind,
} from '@broadsheet/types';
import type { Readable } from 'node:stream';
import { DataSource, type EntityManager } from 'typeorm';
import { readableArticle, scopeOf, type ArticleRow } from '../articles/article-rows.ts';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { ENV, type Env } from '../env.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { may } from '../permissions/permissions.ts';
import { fileType } from './file-type.ts';
import { IncomingFiles, type ReceivedFile } from './incoming-files.ts';
import { Inspections, tooLarge, type InspectedFile } from './inspections.service.ts';
import { writeCrops } from './media-crops.ts';
import { siteTimeZone } from './media-rights.ts';
import { plainName } from './plain-name.ts';
import { cutText } from './plain-text.ts';
import { MEDIA_STORE, type MediaStore } from './media-store.ts';
import { MediaService } from './media.service.ts';
import { relateMedia } from './story-media.ts';
import { UnusedFiles } from './unused-files.service.ts';

/** The instant of a time in ISO 8601; without an offset it is one where the newsroom is. */
const instantOf = (time: string) =>
  `case when ${time}::text ~ '(Z|[+-]\\d\\d:\\d\\d)$' then ${time}::text::timestamptz
        else ${time}::text::timestamp at time zone ${siteTimeZone} end`;

/** What is sent with a file; what is missing is read from the file itself. */
export interface UploadDetails {
  filename: string;
  /** Another kind than this is refused. */
  only?: MediaKind;
  /** That of its words; without it the article's, or the person's. */
  language?: Language;
  /** Words where the picture itself has none. */
  words?: { alt?: string; caption?: string };
  /** The article it is for: whoever covers its story may see the file. */
  articleId?: string;
  /** It came in parts: where only the store failed it waits for another try. */
  mayWait?: boolean;
  alt?: LocalizedText;
  caption?: LocalizedText;
  credit?: string;
  licence?: string;
  focalPoint?: FocalPoint;
}

const hour = 60 * 60 * 1000;

/** Takes files in: the one way for every file, whoever sends it and however it came (S5). */
@Injectable()
export class UploadsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly incoming: IncomingFiles;
  /** The contents that `addOnce` is at. */
  private readonly onTheirWay = new Map<string, Promise<void>>();
  private cleaning: NodeJS.Timeout | null = null;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(MediaService) private readonly media: MediaService,
    @Inject(Inspections) private readonly inspections: Inspections,
    @Inject(MEDIA_STORE) private readonly store: MediaStore,
    @Inject(UnusedFiles) private readonly unused: UnusedFiles,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(ENV) env: Env,
  ) {
    this.incoming = new IncomingFiles(env.DATA_DIR);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.cleaning = setInterval(() => void this.incoming.clearForgotten(), hour).unref();
    await this.incoming.clearForgotten();
  }

  onModuleDestroy(): void {
    if (this.cleaning) clearInterval(this.cleaning);
  }

  /** Writes the stream to a file that is nobody's yet. @throws DomainError MEDIA_TOO_LARGE */
  async receive(stream: Readable & { truncated?: boolean }): Promise<ReceivedFile> {
    await this.incoming.refuseIfFull(mediaMaxBytes);
    const received = await this.incoming.receive(stream);
    if (!stream.truncated && received.bytes <= mediaMaxBytes) return received;
    await this.incoming.discard(received.path);
    throw tooLarge('picture');
  }

  async discard(received: ReceivedFile): Promise<void> {
    await this.incoming.discard(received.path);
  }

  /**
   * Makes a received file one of the library. The file is whole and stored before its row is.
   * @throws DomainError MEDIA_TYPE_REFUSED, MEDIA_BROKEN, MEDIA_TOO_LARGE, MEDIA_EMPTY, NOT_FOUND or FORBIDDEN for the article
   */
  async add(person: Person, received: ReceivedFile, details: UploadDetails): Promise<Media> {
    let waits = false;
    try {
      const article = details.articleId ? await this.article(person, details.articleId) : null;
      const file = await this.inspections.look(received, details.only);
      const id = newId();
      await this.store.put(`${id}/original`, received.path, file.mimeType).catch((error: unknown) => {
        // a drawing has become pixels by now, and is no longer what came
        waits = details.mayWait === true && file.mimeType === fileType(received.beginning);
        throw error;
      });
      try {
        return await this.dataSource.transaction(async (manager) => {
          await this.insert(manager, person, id, received, file, details, article);
          if (file.kind === 'picture') await this.jobs.send(manager, 'renditions', { mediaId: id });
          return this.media.get(person, id, manager);
        });
      } catch (error) {
        await this.unused.forget(id);
        throw error;
      }
    } finally {
      if (!waits) await this.incoming.discard(received.path);
      await this.incoming.discard(`${received.path}.drawn`);
    }
  }

  /** What the library has already, and this person may see, is not taken in twice. @throws DomainError as `add` and `receive` */
  async addOnce(
    person: Person,
    stream: Readable & { truncated?: boolean },
    details: UploadDetails,
  ): Promise<Media> {
    const received = await this.receive(stream);
    const content = received.sha256.toString('hex');
    // the same picture may stand twice in what is taken in now
    const before = this.onTheirWay.get(content) ?? Promise.resolve();
    const added = before.then(async () => {
      const [same] = await this.media.sameContent(person, received.sha256);
      if (!same || (details.only && same.kind !== details.only)) return this.add(person, received, details);
      await this.discard(received);
      return same;
    });
    const settled = added.then(
      () => undefined,
      () => undefined,
    );
    this.onTheirWay.set(content, settled);
    void settled.then(() => {
      if (this.onTheirWay.get(content) === settled) this.onTheirWay.delete(content);
    });
    return added;
  }

  private async article(person: Person, id: string): Promise<ArticleRow> {
    const row = await readableArticle(this.dataSource, person, id);
    if (!may(person, 'article.write', scopeOf(row)))
      throw new DomainError('FORBIDDEN', 'You may read this article but not add files to it.');
    return row;
  }

  private async insert(
    manager: EntityManager,
    person: Person,
    id: string,
    received: ReceivedFile,
    file: InspectedFile,
    details: UploadDetails,
    article: ArticleRow | null,
  ): Promise<void> {
    const { words } = file;
    const language = details.language ?? article?.language ?? person.locale;
    const inLanguage = (text: string): LocalizedText => (text ? { [language]: text } : {});
    // an agency writes in its own language, whoever takes its picture and wherever to
    const inTheirs = (text: string): LocalizedText =>
      text ? { [languageOfWords(text, language)]: text } : {};
    const focal = details.focalPoint ?? { x: 0.5, y: 0.5 };
    await manager.query(
      `insert into media (id, kind, filename, mime_type, bytes, width, height, duration, sha256, headline, alt,
                          caption, credit, creator, copyright, licence, keywords, taken_at, has_place, focal_x, focal_y,
                          uploaded_by_id, tint, rights_end)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, ${instantOf('$18')}, $19, $20, $21, $22,
               $23, $24)`,
      [
        id,
        file.kind,
        plainName(details.filename, file.mimeType),
        file.mimeType,
        received.bytes,
        file.width,
        file.height,
        file.duration,
        received.sha256,
        inTheirs(words.headline),
        details.alt ?? {
          ...inLanguage(cutText(details.words?.alt ?? '', mediaWordsMax.alt)),
          ...inTheirs(words.alt),
        },
        details.caption ?? { ...inLanguage(details.words?.caption ?? ''), ...inTheirs(words.caption) },
        details.credit ?? words.credit,
        words.creator,
        words.copyright,
        details.licence ?? words.licence,
        words.keywords,
        words.takenAt,
        words.hasPlace,
        focal.x,
        focal.y,
        person.id,
        file.tint,
        words.rightsEnd,
      ],
    );
    if (file.kind !== 'document')
      await writeCrops(manager, id, { focalPoint: focal }, file.kind === 'picture' ? undefined : ['file']);
    if (article) await relateMedia(manager, article.story_id, id);
  }
}
