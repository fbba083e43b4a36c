import type { Picture } from '@broadsheet/types';
import { newBlockId } from './block-id.ts';
import type { Attributes } from './import-elements.ts';
import { creditLabels } from './render-words.ts';

/** A picture that stands in an imported body under an id of its own, until it is in the library. */
export interface ImportedPicture {
  mediaId: string;
  /** `data:`, `blob:`, `file:` or an address. */
  source: string;
}

const longestAlt = 1000;
const longestCredit = 300;
/** Programs count readers with pictures of one point. */
const leastSize = 3;
const longestEmoji = 12;

/** The sign that a small picture stands for; null where it is a picture. */
export function emojiOf(attributes: Attributes): string | null {
  const alt = attributes.alt ?? attributes['data-emoji'] ?? '';
  const isEmoji = /(?:^|[\s_-])emoji/i.test(attributes.class ?? '') || attributes['data-emoji'] !== undefined;
  return isEmoji || /^[\p{Extended_Pictographic}\uFE0F\u200D]+$/u.test(alt)
    ? alt.slice(0, longestEmoji)
    : null;
}

/** Where a picture comes from; null for what is none, or can't be reached from anywhere else. */
export function pictureSource(attributes: Attributes): string | null {
  const isDot = [attributes.width, attributes.height].some((size) => {
    const number = Number.parseFloat(size ?? '');
    return number < leastSize;
  });
  if (isDot) return null;
  const given = attributes.src?.trim() ?? '';
  const later = attributes['data-src']?.trim() ?? '';
  // pages that load their pictures late show an empty one first
  const src = later !== '' && !/^(?:data:image\/(?:png|jpe?g|webp|avif)|blob:)/i.test(given) ? later : given;
  if (src.startsWith('//')) return `https:${src}`;
  return /^(?:https?:\/\/|data:image\/|blob:|file:)/i.test(src) ? src : null;
}

/** The block of a picture that is still to come, described as its page describes it. */
export function newPicture(attributes: Attributes): Picture {
  const alt = attributes.alt?.replace(/\s+/g, ' ').trim().slice(0, longestAlt) ?? '';
  return {
    type: 'picture',
    attrs: {
      id: newBlockId(),
      mediaId: crypto.randomUUID(),
      alt: isDescription(alt) ? alt : null,
      credit: null,
    },
    content: [{ type: 'caption' }],
  };
}

/** Whether the element names whose a picture is, within the words under it. */
export const isCredit = ({ class: classes = '' }: Attributes): boolean =>
  /(?:^|\s)credit(?:\s|$)/.test(classes);

/** Whose a picture is, without the word that a page of ours puts before the name. */
export function creditIn(text: string): string | null {
  const words = text.replace(/\s+/g, ' ').trim();
  const label = Object.values(creditLabels).find((each) => words.startsWith(each)) ?? '';
  return words.slice(label.length).slice(0, longestCredit) || null;
}

/** Word and Docs put file names and guesses of their own where a description would stand. */
const isDescription = (alt: string): boolean =>
  alt !== '' && !/^\S+\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?)$/i.test(alt) && !/^image\d*$/i.test(alt);
