import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Media, MediaReplacement } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { lockedArticle, scopeOf, type ArticleRow } from '../articles/article-rows.ts';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { Inspections, type InspectedFile } from '../media/inspections.service.ts';
import { writeCrops } from '../media/media-crops.ts';
import { MEDIA_STORE, type MediaStore } from '../media/media-store.ts';
import { publishedWith } from '../media/media-uses.ts';
import { MediaService } from '../media/media.service.ts';
import { plainName } from '../media/plain-name.ts';
import { ResumableUploads } from '../media/resumable-uploads.service.ts';
import { UnusedFiles } from '../media/unused-files.service.ts';
import { may } from '../permissions/permissions.ts';
import { PublishingService } from '../publishing/publishing.service.ts';

interface Arrived {
  bytes: number;
  sha256: Buffer;
  filename: string;
  /** Its name in the store. */
  name: string;
}

/** Puts a new file in the place of another: the same words, rights and uses, new cuts and public addresses. */
@Injectable()
export class ReplacementsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(MediaService) private readonly media: MediaService,
    @Inject(ResumableUploads) private readonly uploads: ResumableUploads,
    @Inject(Inspections) private readonly inspections: Inspections,
    @Inject(PublishingService) private readonly publishing: PublishingService,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(MEDIA_STORE) private readonly store: MediaStore,
    @Inject(UnusedFiles) private readonly unused: UnusedFiles,
  ) {}

  /**
   * Pages that show it follow at once, so whoever replaces must be allowed to publish each of them.
   * @throws DomainError NOT_FOUND, FORBIDDEN, CHANGED_MEANWHILE, MEDIA_TYPE_REFUSED for a file of another kind
   */
  async replace(person: Person, id: string, { uploadId, version }: MediaReplacement): Promise<Media> {
    const before = await this.media.changeable(person, id);
    const received = await this.uploads.take(person, uploadId);
    const file = await this.inspections.look(received);
    if (file.kind !== before.kind)
      throw new DomainError(
        'MEDIA_TYPE_REFUSED',
        'The new file is of another kind than the one it should replace. Nothing was changed; choose a file of the same kind.',
      );
    const name = `original-${newId()}`;
    await this.store.put(`${id}/${name}`, received.path, file.mimeType);
    let former: string;
    try {
      former = await this.dataSource.transaction((manager) =>
        this.write(manager, person, before, version, file, { ...received, name }),
      );
    } catch (error) {
      await this.unused.forget(id, name);
      throw error;
    }
    await this.uploads.forget(uploadId);
    await this.unused.forget(id, former);
    return this.media.get(person, id);
  }

  /** @returns the name of the file that is no longer needed */
  private async write(
    manager: EntityManager,
    person: Person,
    before: Media,
    version: number,
    file: InspectedFile,
    arrived: Arrived,
  ): Promise<string> {
    const { id } = before;
    // articles before the file, in the order in which publishing locks them
    const shown = await this.lockPublished(manager, person, id);
    const [row]: { file: string; version: number }[] = await manager.query(
      'select file, version from media where id = $1 for update',
      [id],
    );
    if (row?.version !== version)
      throw new DomainError(
        'CHANGED_MEANWHILE',
        'Somebody else changed this file after you opened it. Nothing was replaced; look at it again and repeat what you still want.',
      );
    // what was cut by hand out of another shape would be another part
    const cropBoxes = isOfShape(file, before) ? before.cropBoxes : {};
    await manager.query(
      `update media set file = $2, filename = $3, mime_type = $4, bytes = $5, width = $6, height = $7, duration = $8,
              sha256 = $9, has_place = $10, tint = $11, crop_boxes = $12, version = version + 1 where id = $1`,
      [
        id,
        arrived.name,
        plainName(arrived.filename, file.mimeType),
        file.mimeType,
        arrived.bytes,
        file.width,
        file.height,
        file.duration,
        arrived.sha256,
        file.words.hasPlace,
        file.tint,
        cropBoxes,
      ],
    );
    const cuts = { ...before, cropBoxes };
    if (file.kind !== 'document')
      await writeCrops(manager, id, cuts, file.kind === 'picture' ? undefined : ['file']);
    for (const article of shown) await this.publishing.refresh(manager, article);
    if (file.kind === 'picture') await this.jobs.send(manager, 'renditions', { mediaId: id });
    await this.media.tellArticles(manager, id);
    return row.file;
  }

  private async lockPublished(manager: EntityManager, person: Person, id: string): Promise<ArticleRow[]> {
    const articles: ArticleRow[] = [];
    for (const articleId of await publishedWith(manager, id)) {
      const article = await lockedArticle(manager, articleId);
      if (!may(person, 'article.publish', scopeOf(article)))
        throw new DomainError(
          'FORBIDDEN',
          'Readers see this file on a page that you may not publish. Nothing was replaced; ask the desk to do it.',
        );
      articles.push(article);
    }
    return articles;
  }
}

const isOfShape = (
  one: { width: number; height: number },
  other: { width: number; height: number },
): boolean => Math.abs((one.width * other.height) / (one.height * other.width) - 1) < 0.01;
