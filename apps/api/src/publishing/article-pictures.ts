import type { RenderablePicture } from '@broadsheet/document/render';
import { renditionWidths, type Crop, type Language, type PublicPicture } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';

/** A picture as an article in one language shows it. */
export interface ArticlePicture {
  id: string;
  version: number;
  width: number;
  height: number;
  tint: string | null;
  alt: string;
  caption: string;
  credit: string;
  licence: string;
  keys: Record<Crop, string>;
}

/** The pictures with these ids, described in the language; one that does not exist is not in the map. */
export async function loadPictures(
  queries: Pick<EntityManager, 'query'>,
  ids: readonly string[],
  language: Language,
): Promise<Map<string, ArticlePicture>> {
  if (ids.length === 0) return new Map();
  const rows: ArticlePicture[] = await queries.query(
    `select m.id, m.version, m.width, m.height, m.tint, coalesce(m.alt ->> $2, '') as alt,
            coalesce(m.caption ->> $2, '') as caption, m.credit, m.licence,
            json_object_agg(c.crop, c.key) as keys
       from media m join media_crop c on c.media_id = m.id and c.current
      where m.id = any($1::uuid[]) and m.kind = 'picture' group by m.id`,
    [ids, language],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A recording of the library as an article plays it. */
export interface ArticleRecording {
  id: string;
  version: number;
  key: string;
  /** What its address ends with. */
  file: 'file.mp4' | 'file.mp3';
}

/** The recordings with these ids; one that does not exist, or cannot be played, is not among them. */
export const loadRecordings = async (
  queries: Pick<EntityManager, 'query'>,
  ids: readonly string[],
): Promise<ArticleRecording[]> =>
  ids.length === 0
    ? []
    : queries.query(
        `select m.id, m.version, c.key, case m.kind when 'video' then 'file.mp4' else 'file.mp3' end as file
           from media m join media_crop c on c.media_id = m.id and c.current and c.crop = 'file'
          where m.id = any($1::uuid[]) and m.kind in ('video', 'audio')`,
        [ids],
      );

/** The widths that a crop is offered in: never wider than the crop, and at least the smallest. */
function offeredWidths(cropWidth: number): number[] {
  const widths = renditionWidths.filter((width) => width <= cropWidth);
  return widths.length > 0 ? widths : [renditionWidths[0]];
}

/** `keyPrefix` makes addresses of a preview; published ones have none. */
export const toRenderable = (picture: ArticlePicture, keyPrefix = ''): RenderablePicture => ({
  sources: {
    crop: 'full',
    key: keyPrefix + picture.keys.full,
    width: picture.width,
    height: picture.height,
    widths: offeredWidths(picture.width),
  },
  tint: picture.tint,
  alt: picture.alt,
  caption: picture.caption,
  credit: picture.credit,
  licence: picture.licence,
});

export const toPublicPicture = (picture: ArticlePicture, keyPrefix = ''): PublicPicture => ({
  keys: {
    full: keyPrefix + picture.keys.full,
    '3x2': keyPrefix + picture.keys['3x2'],
    '16x9': keyPrefix + picture.keys['16x9'],
  },
  width: picture.width,
  height: picture.height,
  tint: picture.tint,
  alt: picture.alt,
  caption: picture.caption,
  credit: picture.credit,
  licence: picture.licence,
});
