import { pictureIds, picturesIn, recordingIds } from '@broadsheet/document/render';
import type { ArticleContent, CheckFinding } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import { endingRights } from '../media/media-rights.ts';

/** The files of an article whose rights have ended, or soon will, when readers get it: now, or `at` if that is later. */
export async function expiringRights(
  manager: EntityManager,
  { body }: Pick<ArticleContent, 'body'>,
  leadMediaId: string | null,
  at: Date | null,
): Promise<CheckFinding[]> {
  const ids = [...pictureIds(body), ...recordingIds(body), ...(leadMediaId ? [leadMediaId] : [])];
  const ending = await endingRights(manager, [...new Set(ids)], at);
  const uses = picturesIn(body);
  return ending.map(({ mediaId, filename, hasEnded }) => ({
    code: hasEnded ? 'rights_expired' : 'rights_expiring',
    place: mediaId === leadMediaId ? 'lead' : 'body',
    blockId: uses.find(({ attrs }) => attrs.mediaId === mediaId)?.attrs.id ?? null,
    quote: filename,
    mediaId,
  }));
}
