import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Crop, Media, MediaListQuery, MediaPage, MediaUpdate } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../common/access.ts';
import { notFound } from '../common/changed-meanwhile.ts';
import { readCursor, writeCursor } from '../common/cursor.ts';
import { DomainError } from '../common/domain-error.ts';
import { Notices } from '../database/notices.service.ts';
import { SqlParameters } from '../permissions/permissions.ts';
import { mediaAccessSql } from './media-access.ts';
import { currentCrop, publishedCrop, writeCrops } from './media-crops.ts';
import type { CropSource } from './renditions.service.ts';
import { mediaColumns, toMedia, type MediaRow } from './to-media.ts';

const picturesPerPage = 40;
const at = `to_char(media.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ')`;

/** The pictures of the newsroom: found, described, cut. */
@Injectable()
export class MediaService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  /** What the person uploaded or covers, newest first. */
  async list(person: Person, query: MediaListQuery): Promise<MediaPage> {
    const parameters = new SqlParameters();
    const conditions = [mediaAccessSql(person, parameters)];
    for (const word of (query.search ?? '').replaceAll('\0', '').split(/\s+/).filter(Boolean).slice(0, 8)) {
      const pattern = parameters.add(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
      conditions.push(
        `(media.filename ilike ${pattern} or media.credit ilike ${pattern}
          or jsonb_path_query_array(media.alt, '$.*')::text ilike ${pattern}
          or jsonb_path_query_array(media.caption, '$.*')::text ilike ${pattern})`,
      );
    }
    if (query.cursor) {
      const cursor = readCursor(query.cursor);
      conditions.push(
        `(media.created_at, media.id) < (${parameters.add(cursor.at)}::timestamptz, ${parameters.add(cursor.id)}::uuid)`,
      );
    }
    const rows: (MediaRow & { at: string })[] = await this.dataSource.query(
      `select ${mediaColumns}, ${at} as at from media join "user" uploader on uploader.id = media.uploaded_by_id
        where ${conditions.join(' and ')}
        order by media.created_at desc, media.id desc limit ${picturesPerPage + 1}`,
      parameters.values,
    );
    const page = rows.slice(0, picturesPerPage);
    const last = page.at(-1);
    return {
      items: page.map(toMedia),
      nextCursor: rows.length > picturesPerPage && last ? writeCursor(last) : null,
    };
  }

  /** @throws DomainError NOT_FOUND, also for a picture that the person may not see */
  async get(person: Person, id: string, manager: EntityManager = this.dataSource.manager): Promise<Media> {
    const parameters = new SqlParameters();
    const byId = `media.id = ${parameters.add(id)}::uuid`;
    const rows: MediaRow[] = await manager.query(
      `select ${mediaColumns} from media join "user" uploader on uploader.id = media.uploaded_by_id
        where ${byId} and ${mediaAccessSql(person, parameters)}`,
      parameters.values,
    );
    if (!rows[0]) throw notFound('picture');
    return toMedia(rows[0]);
  }

  /**
   * Describes a picture anew. What is published keeps its words and its cut until its article is published again.
   * @throws DomainError NOT_FOUND, CHANGED_MEANWHILE
   */
  async update(person: Person, id: string, input: MediaUpdate): Promise<Media> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('select 1 from media where id = $1 for update', [id]);
      const before = await this.get(person, id, manager);
      if (before.version !== input.version)
        throw new DomainError(
          'CHANGED_MEANWHILE',
          'Somebody else described this picture after you opened it. Nothing was overwritten; look at it again and repeat what you still want.',
        );
      const after = { ...before, ...input };
      await manager.query(
        `update media set alt = $2, caption = $3, credit = $4, licence = $5, focal_x = $6, focal_y = $7,
                version = version + 1 where id = $1`,
        [id, after.alt, after.caption, after.credit, after.licence, after.focalPoint.x, after.focalPoint.y],
      );
      const { x, y } = before.focalPoint;
      if (
        input.focalPoint &&
        (Math.fround(input.focalPoint.x) !== Math.fround(x) ||
          Math.fround(input.focalPoint.y) !== Math.fround(y))
      )
        await writeCrops(manager, id, input.focalPoint, ['3x2', '16x9']);
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

  /** The cut behind a public key, only while a published article shows it. @throws DomainError NOT_FOUND */
  async published(key: string): Promise<CropSource> {
    const source = await publishedCrop(this.dataSource, key);
    if (!source) throw notFound('picture');
    return source;
  }

  /** Open editors of the stories that use it show "changed since publication". */
  private async tellArticles(manager: EntityManager, mediaId: string): Promise<void> {
    const rows: { id: string }[] = await manager.query(
      'select a.id from article a join story_media u on u.story_id = a.story_id where u.media_id = $1',
      [mediaId],
    );
    for (const { id } of rows) await this.notices.send(manager, 'article', id);
  }
}
