import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  cutCrops,
  isWithin,
  type Crop,
  type Media,
  type MediaCounts,
  type MediaListQuery,
  type MediaPage,
  type MediaUpdate,
  type MediaUses,
} from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { readableArticle } from '../articles/article-rows.ts';
import type { Person } from '../common/access.ts';
import { notFound } from '../common/changed-meanwhile.ts';
import { readCursor, writeCursor } from '../common/cursor.ts';
import { DomainError } from '../common/domain-error.ts';
import { Notices } from '../database/notices.service.ts';
import { SqlParameters } from '../permissions/permissions.ts';
import { mayProlongRights, mediaAccessSql } from './media-access.ts';
import { currentCrop, cutAnew, publishedCrop, writeCrops } from './media-crops.ts';
import type { CropSource } from './crop-source.ts';
import { lacksAlt, mediaConditions, rightsSql } from './media-filters.ts';
import { mediaUsesFor } from './media-uses.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import type { SentFile } from './send-file.ts';
import { mediaColumns, toMedia, type MediaRow } from './to-media.ts';
import { UnusedFiles } from './unused-files.service.ts';

const picturesPerPage = 40;
const at = `to_char(media.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ')`;

/** The files of the newsroom: found, described, cut, taken away. */
@Injectable()
export class MediaService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(UnusedFiles) private readonly unused: UnusedFiles,
  ) {}

  /** What the person uploaded or covers, newest first. */
  async list(person: Person, query: MediaListQuery): Promise<MediaPage> {
    const parameters = new SqlParameters();
    const conditions = [mediaAccessSql(person, parameters), ...mediaConditions(person, query, parameters)];
    const total = query.cursor ? undefined : await this.count(conditions, parameters);
    if (query.cursor) {
      const cursor = readCursor(query.cursor);
      conditions.push(
        `(media.created_at, media.id) < (${parameters.add(cursor.at)}::timestamptz, ${parameters.add(cursor.id)}::uuid)`,
      );
    }
    const rows: (MediaRow & { at: string })[] = await this.dataSource.query(
      `select ${mediaColumns(person, parameters)}, ${at} as at from media join "user" uploader on uploader.id = media.uploaded_by_id
        where ${conditions.join(' and ')}
        order by media.created_at desc, media.id desc limit ${picturesPerPage + 1}`,
      parameters.values,
    );
    const page = rows.slice(0, picturesPerPage);
    const last = page.at(-1);
    return {
      items: page.map(toMedia),
      nextCursor: rows.length > picturesPerPage && last ? writeCursor(last) : null,
      ...(total === undefined ? {} : { total }),
    };
  }

  /**
   * What an article's text names and what leads its story, as far as the person sees it; the text of a moment ago.
   * @throws DomainError NOT_FOUND for an article that the person may not read
   */
  async ofArticle(person: Person, articleId: string): Promise<Media[]> {
    await readableArticle(this.dataSource, person, articleId);
    const parameters = new SqlParameters();
    const article = parameters.add(articleId);
    const rows: MediaRow[] = await this.dataSource.query(
      `select ${mediaColumns(person, parameters)} from article join story on story.id = article.story_id
         join media on media.id = any(article.media_ids) or media.id = story.lead_media_id
         join "user" uploader on uploader.id = media.uploaded_by_id
        where article.id = ${article}::uuid and ${mediaAccessSql(person, parameters)} order by media.id`,
      parameters.values,
    );
    return rows.map(toMedia);
  }

  /** How many files the person sees, and how many of them ask for something. */
  async counts(person: Person): Promise<MediaCounts> {
    const parameters = new SqlParameters();
    const access = mediaAccessSql(person, parameters);
    const [counts]: MediaCounts[] = await this.dataSource.query(
      `select count(*)::int as "all", count(*) filter (where ${lacksAlt})::int as "noAlt",
              count(*) filter (where ${rightsSql.ended})::int as "rightsEnded",
              count(*) filter (where ${rightsSql.ending})::int as "rightsEnding" from media where ${access}`,
      parameters.values,
    );
    return counts ?? { all: 0, noAlt: 0, rightsEnded: 0, rightsEnding: 0 };
  }

  /** Where it is used, as far as the person may read of it. @throws DomainError NOT_FOUND */
  async uses(person: Person, id: string): Promise<MediaUses> {
    await this.get(person, id);
    return mediaUsesFor(this.dataSource, person, id);
  }

  /**
   * Takes a file away that nothing uses, with all that was made of it.
   * @throws DomainError NOT_FOUND, FORBIDDEN, IN_USE with the uses by name
   */
  async remove(person: Person, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query('select 1 from media where id = $1 for update', [id]);
      await this.changeable(person, id, manager);
      refuseUsed(await mediaUsesFor(manager, person, id));
      await manager.query('delete from story_media where media_id = $1', [id]);
      await manager.query('delete from media_crop where media_id = $1', [id]);
      await manager.query('delete from media where id = $1', [id]);
    });
    await this.unused.forget(id);
  }

  /** The other files that the person sees with the same content. */
  async sameContent(person: Person, sha256: Buffer): Promise<Media[]> {
    const parameters = new SqlParameters();
    const same = `media.sha256 = ${parameters.add(sha256)}`;
    const rows: MediaRow[] = await this.dataSource.query(
      `select ${mediaColumns(person, parameters)} from media join "user" uploader on uploader.id = media.uploaded_by_id
        where ${same} and ${mediaAccessSql(person, parameters)} order by media.created_at limit 5`,
      parameters.values,
    );
    return rows.map(toMedia);
  }

  /** @throws DomainError NOT_FOUND, also for a picture that the person may not see */
  async get(person: Person, id: string, manager: EntityManager = this.dataSource.manager): Promise<Media> {
    const parameters = new SqlParameters();
    const byId = `media.id = ${parameters.add(id)}::uuid`;
    const rows: MediaRow[] = await manager.query(
      `select ${mediaColumns(person, parameters)} from media join "user" uploader on uploader.id = media.uploaded_by_id
        where ${byId} and ${mediaAccessSql(person, parameters)}`,
      parameters.values,
    );
    if (!rows[0]) throw notFound('picture');
    return toMedia(rows[0]);
  }

  /** A file that the person may change, and not only use. @throws DomainError NOT_FOUND, FORBIDDEN */
  async changeable(
    person: Person,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Media> {
    const media = await this.get(person, id, manager);
    if (!media.may.change) throw notTheirs('file');
    return media;
  }

  /**
   * Describes a picture anew. What is published keeps its words and its cut until its article is published again.
   * @throws DomainError NOT_FOUND, FORBIDDEN, CHANGED_MEANWHILE, INPUT_INVALID for a cut that reaches beyond the picture
   */
  async update(person: Person, id: string, input: MediaUpdate): Promise<Media> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('select 1 from media where id = $1 for update', [id]);
      const before = await this.changeable(person, id, manager);
      if (before.version !== input.version)
        throw new DomainError(
          'CHANGED_MEANWHILE',
          'Somebody else described this picture after you opened it. Nothing was overwritten; look at it again and repeat what you still want.',
        );
      const after = { ...before, ...input, cropBoxes: { ...before.cropBoxes, ...input.cropBoxes } };
      refuseOutside(after);
      if (isLonger(before.rightsEnd, after.rightsEnd) && !(await mayProlongRights(manager, person, id)))
        throw notTheirs('rights');
      await manager.query(
        `update media set alt = $2, caption = $3, credit = $4, licence = $5, focal_x = $6, focal_y = $7, headline = $8,
                creator = $9, copyright = $10, keywords = $11, rights_end = $12, crop_boxes = $13,
                version = version + 1 where id = $1`,
        [
          id,
          after.alt,
          after.caption,
          after.credit,
          after.licence,
          after.focalPoint.x,
          after.focalPoint.y,
          after.headline,
          after.creator,
          after.copyright,
          after.keywords,
          after.rightsEnd,
          after.cropBoxes,
        ],
      );
      const anew = before.kind === 'picture' ? cutAnew(before, after) : [];
      if (anew.length > 0) {
        await writeCrops(manager, id, after, anew);
        await this.jobs.send(manager, 'renditions', { mediaId: id });
      }
      await this.tellArticles(manager, id);
      return this.get(person, id, manager);
    });
  }

  /** The present cut of a picture for those who may see it. @throws DomainError NOT_FOUND */
  async crop(person: Person, id: string, crop: Crop): Promise<CropSource> {
    await this.get(person, id);
    const source = await currentCrop(this.dataSource, id, crop);
    if (!source) throw notFound('picture');
    return source;
  }

  /** The file as it came. @throws DomainError NOT_FOUND */
  async original(person: Person, id: string): Promise<Omit<SentFile, 'cacheControl'>> {
    const { kind, mimeType, filename } = await this.get(person, id);
    const [row]: { file: string }[] = await this.dataSource.query('select file from media where id = $1', [
      id,
    ]);
    if (!row) throw notFound('file');
    return {
      key: `${id}/${row.file}`,
      type: mimeType,
      filename,
      etag: `"${id}-${row.file}"`,
      inline: kind === 'video' || kind === 'audio',
    };
  }

  /** The cut behind a public key, only while a published article shows it. @throws DomainError NOT_FOUND */
  async published(key: string): Promise<CropSource> {
    const source = await publishedCrop(this.dataSource, key);
    if (!source) throw notFound('picture');
    return source;
  }

  private async count(conditions: string[], { values }: SqlParameters): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `select count(*)::int as count from media where ${conditions.join(' and ')}`,
      values,
    );
    return row?.count ?? 0;
  }

  /** Open editors of the stories that use it show "changed since publication". */
  async tellArticles(manager: EntityManager, mediaId: string): Promise<void> {
    const rows: { id: string }[] = await manager.query(
      'select a.id from article a join story_media u on u.story_id = a.story_id where u.media_id = $1',
      [mediaId],
    );
    for (const { id } of rows) await this.notices.send(manager, 'article', id);
  }
}

const notTheirs = (what: 'file' | 'rights') =>
  new DomainError(
    'FORBIDDEN',
    what === 'file'
      ? 'You may use this file but not change it, because you neither sent it nor write in a story that uses it. Nothing was changed; ask somebody who does.'
      : 'Longer rights let out what was held, so only who sent this file or may publish a story that uses it can give them. Nothing was changed; ask the desk.',
  );

/** Whether rights that end on a day end later, or never, than they did. */
const isLonger = (before: string | null, after: string | null): boolean =>
  before !== null && (after === null || after > before);

/** @throws DomainError INPUT_INVALID */
function refuseOutside(picture: Media): void {
  for (const crop of cutCrops) {
    const box = picture.cropBoxes[crop];
    if (box && !(picture.kind === 'picture' && isWithin(box, crop, picture)))
      throw new DomainError(
        'INPUT_INVALID',
        'The cut reaches beyond the picture. Nothing was changed; choose a part that lies within it.',
        [{ path: `cropBoxes.${crop}`, message: 'Choose a part within the picture.' }],
      );
  }
}

/** @throws DomainError IN_USE with a sentence that names the uses */
function refuseUsed({ uses, hidden }: MediaUses): void {
  if (uses.length + hidden === 0) return;
  const named = uses.slice(0, 5).map(({ headline, language }) => `“${headline || '—'}” (${language})`);
  const rest = uses.length - named.length + hidden;
  if (rest > 0) named.push(rest === 1 ? 'one more' : `${rest} more`);
  throw new DomainError(
    'IN_USE',
    `This file is used in ${named.join(', ')}. Nothing was deleted; take it out there first.`,
  );
}
