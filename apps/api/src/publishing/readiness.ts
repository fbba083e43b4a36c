import { headlineText, pictureIds, picturesIn, renderText } from '@broadsheet/document/render';
import {
  type ArticleContent,
  type FaultReason,
  type RevisionMetadata,
  galleryPictures,
} from '@broadsheet/types';
import { DomainError, type InputFault } from '../common/domain-error.ts';
import type { ArticlePicture } from './article-pictures.ts';

/** What keeps an article from its readers, each fault with what to do about it. Empty when it is ready. */
export function readinessFaults(
  content: ArticleContent,
  metadata: RevisionMetadata,
  pictures: ReadonlyMap<string, ArticlePicture>,
): InputFault[] {
  const faults: InputFault[] = [];
  const add = (path: string, reason: FaultReason, message: string) => faults.push({ path, reason, message });
  const hasHeadline = headlineText(content.headline) !== '';
  if (!hasHeadline) add('headline', 'headline_missing', 'Write a headline.');
  if (hasHeadline && metadata.slug === '')
    add('slug', 'slug_missing', 'No address can be made from this headline. Write one in Latin letters.');
  if (metadata.sectionId === null) add('section', 'section_missing', 'Choose a section.');
  if (renderText(content.body) === '' && pictureIds(content.body).length === 0)
    add('body', 'text_missing', 'Write the text of the article.');
  for (const { attrs } of picturesIn(content.body)) {
    const picture = pictures.get(attrs.mediaId);
    if (picture && (attrs.alt ?? picture.alt).trim() === '')
      add(
        'body',
        'picture_undescribed',
        'A picture in the text has no description in this language. Describe what it shows.',
      );
  }
  for (const id of pictureIds(content.body))
    if (!pictures.has(id))
      add('body', 'picture_gone', 'A picture in the text no longer exists. Take it out or choose another.');
  for (const block of content.body.content)
    if (block.type === 'gallery' && !isGallerySize(block.content.length))
      add('body', 'gallery_size', 'A gallery takes 2 to 20 pictures. Add some or take some out.');
  if (metadata.leadMediaId !== null) {
    const lead = pictures.get(metadata.leadMediaId);
    if (!lead) add('lead', 'lead_gone', 'The lead picture no longer exists. Choose another.');
    else if (lead.alt.trim() === '')
      add(
        'lead',
        'lead_undescribed',
        'The lead picture has no description in this language. Describe what it shows.',
      );
  }
  return faults;
}

const isGallerySize = (count: number): boolean =>
  count >= galleryPictures.least && count <= galleryPictures.most;

/** @throws DomainError ARTICLE_NOT_READY with every fault. */
export function refuseUnready(faults: InputFault[]): void {
  if (faults.length > 0)
    throw new DomainError(
      'ARTICLE_NOT_READY',
      `This article is not ready for readers. Nothing was published. ${faults.map((fault) => fault.message).join(' ')}`,
      faults,
    );
}
