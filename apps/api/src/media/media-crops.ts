import { randomBytes } from 'node:crypto';
import { crops, cutCrops, type Crop, type CropBoxes, type CutCrop, type Media } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import type { CropSource } from './crop-source.ts';

type Queries = Pick<EntityManager, 'query'>;

/** The length of a crop's key: 16 random bytes as base64url. */
export const keyLength = 22;
const newKey = () => randomBytes(16).toString('base64url');

/** How a picture is cut. */
type Cuts = Pick<Media, 'focalPoint'> & { cropBoxes?: Partial<CropBoxes> };

/** The crops that come out otherwise than before. */
export function cutAnew(before: Cuts, after: Cuts): CutCrop[] {
  const isMoved =
    Math.fround(before.focalPoint.x) !== Math.fround(after.focalPoint.x) ||
    Math.fround(before.focalPoint.y) !== Math.fround(after.focalPoint.y);
  return cutCrops.filter((crop) => {
    const [former, next] = [before.cropBoxes?.[crop], after.cropBoxes?.[crop]];
    if (!former || !next) return Boolean(former) !== Boolean(next) || isMoved;
    return former.x !== next.x || former.y !== next.y || former.width !== next.width;
  });
}

/** Gives crops, or a recording, new addresses; what was published with the old ones stays as it is. */
export async function writeCrops(
  queries: Queries,
  mediaId: string,
  { focalPoint: focal, cropBoxes: boxes = {} }: Cuts,
  which: readonly (Crop | 'file')[] = crops,
): Promise<void> {
  await queries.query(
    'update media_crop set current = false where media_id = $1 and crop = any($2::text[]) and current',
    [mediaId, which],
  );
  for (const crop of which)
    await queries.query(
      'insert into media_crop (key, media_id, crop, focal_x, focal_y, box) values ($1, $2, $3, $4, $5, $6)',
      [newKey(), mediaId, crop, focal.x, focal.y, isCut(crop) ? (boxes[crop] ?? null) : null],
    );
}

const isCut = (crop: Crop | 'file'): crop is CutCrop => crop !== 'full' && crop !== 'file';

const columns = `c.key, c.media_id as "mediaId", c.crop, c.focal_x as "focalX", c.focal_y as "focalY", c.box, m.width, m.height,
  m.file, m.mime_type as "mimeType", m.filename, m.creator, m.credit, m.copyright`;

export async function currentCrop(queries: Queries, mediaId: string, crop: Crop): Promise<CropSource | null> {
  const rows: CropSource[] = await queries.query(
    `select ${columns} from media_crop c join media m on m.id = c.media_id
      where c.media_id = $1 and c.crop = $2 and c.current`,
    [mediaId, crop],
  );
  return rows[0] ?? null;
}

/** The crop behind a public key, while some published article shows it. */
export async function publishedCrop(queries: Queries, key: string): Promise<CropSource | null> {
  const rows: CropSource[] = await queries.query(
    `select ${columns} from media_crop c join media m on m.id = c.media_id
      where c.key = $1 and exists (select 1 from published_media p where p.key = c.key)`,
    [key],
  );
  return rows[0] ?? null;
}

/** The crop behind a key, published or not. */
export async function cropOf(queries: Queries, key: string): Promise<CropSource | null> {
  const rows: CropSource[] = await queries.query(
    `select ${columns} from media_crop c join media m on m.id = c.media_id where c.key = $1`,
    [key],
  );
  return rows[0] ?? null;
}

/** The crops of a picture that somebody may ask for: those of today, and those that readers see. */
export async function livingCrops(
  queries: Queries,
  mediaId: string,
): Promise<(CropSource & { current: boolean; isPublished: boolean })[]> {
  return queries.query(
    `select ${columns}, c.current, exists (select 1 from published_media p where p.key = c.key) as "isPublished"
       from media_crop c join media m on m.id = c.media_id
      where c.media_id = $1 and (c.current or exists (select 1 from published_media p where p.key = c.key))`,
    [mediaId],
  );
}
