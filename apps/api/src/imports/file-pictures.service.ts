import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { picturesIn } from '@broadsheet/document/render';
import type { Body, Language, Picture } from '@broadsheet/types';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { ENV, type Env } from '../env.ts';
import { FromAddressService } from '../media/from-address.service.ts';
import { mayUseMedia } from '../media/media-access.ts';
import { UploadsService } from '../media/uploads.service.ts';
import type { FilePicture } from './converted-file.ts';

/** More pictures than this are left out of an import, and the longest that those of other sites may take, in milliseconds. */
const mostPictures = 100;
const longestFetching = 60_000;
const atOnce = 3;

/** The article that a file becomes: its id where it is there already. */
interface PicturesOf {
  articleId?: string | undefined;
  language: Language;
  headline: string;
}

/** Brings the pictures of a file into the library. */
@Injectable()
export class FilePictures {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(UploadsService) private readonly uploads: UploadsService,
    @Inject(FromAddressService) private readonly fromAddress: FromAddressService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * The body with its pictures as those of the library, and the ids of these. A picture that can't be taken in leaves
   * its caption; how many there are is counted.
   * @throws DomainError STORAGE_FULL and what else is nobody's picture's fault
   */
  async bring(
    person: Person,
    body: Body,
    pictures: readonly FilePicture[],
    article: PicturesOf,
  ): Promise<{ body: Body; mediaIds: string[]; lost: number }> {
    const uses = new Map(picturesIn(body).map((use) => [use.attrs.mediaId, use]));
    const ends = Date.now() + longestFetching;
    const brought = new Map<string, Brought>();
    const waiting = pictures.slice(0, mostPictures);
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const use = uses.get(next.mediaId);
        const isLate = next.bytes === null && Date.now() > ends;
        const picture = use && !isLate ? await this.one(person, next, use, article) : null;
        if (picture) brought.set(next.mediaId, picture);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return {
      body: withPictures(body, brought),
      mediaIds: [...new Set([...brought.values()].map(({ mediaId }) => mediaId))],
      lost: uses.size - brought.size,
    };
  }

  private async one(
    person: Person,
    { bytes, source, filename }: FilePicture,
    { attrs }: Picture,
    { articleId, language, headline }: PicturesOf,
  ): Promise<Brought | null> {
    const details = {
      language,
      ...(articleId && { articleId }),
      ...(attrs.alt !== null && { alt: attrs.alt }),
    };
    try {
      const own = bytes ? null : await this.ownPicture(person, source);
      // whose it is, the library knows better than a file
      if (own) return { mediaId: own, credit: null };
      if (!bytes) return await this.fetch(person, source, details);
      const { alt, ...rest } = details;
      const media = await this.uploads.addOnce(person, Readable.from([bytes]), {
        filename: filename ?? (headline.trim() || 'picture'),
        only: 'picture',
        words: alt === undefined ? {} : { alt },
        ...rest,
      });
      return { mediaId: media.id };
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'STORAGE_FULL') return null;
      throw error;
    }
  }

  private async fetch(
    person: Person,
    address: string,
    details: { alt?: string; articleId?: string; language: Language },
  ): Promise<Brought | null> {
    if (!/^https?:/i.test(address)) return null;
    const { language, ...words } = details;
    return { mediaId: (await this.fromAddress.add(person, { address, ...words }, language)).id };
  }

  /** A picture that an export of ours names by its place in the library. */
  private async ownPicture(person: Person, source: string): Promise<string | null> {
    const start = `${this.env.EDITOR_URL}/api/media/`;
    const id = source.startsWith(start)
      ? /^[0-9a-f-]{36}(?=\/)/.exec(source.slice(start.length))?.[0]
      : undefined;
    return id !== undefined && (await mayUseMedia(this.dataSource, person, id)) ? id : null;
  }
}

/** What a use of a picture says once it is in the library. */
type Brought = Pick<Picture['attrs'], 'mediaId'> & Partial<Picture['attrs']>;

function withPictures(body: Body, brought: ReadonlyMap<string, Brought>): Body {
  const content = body.content.flatMap((block): Body['content'] => {
    if (block.type !== 'picture') return [block];
    const known = brought.get(block.attrs.mediaId);
    if (known) return [{ ...block, attrs: { ...block.attrs, ...known } }];
    const words = block.content[0]?.content;
    return words ? [{ type: 'paragraph', attrs: { id: block.attrs.id }, content: words }] : [];
  });
  const empty: Body['content'] = [{ type: 'paragraph', attrs: { id: 'empty-paragraph' } }];
  return { type: 'doc', content: content.length > 0 ? content : empty };
}
