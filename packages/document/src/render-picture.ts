import type { Language, Picture } from '@broadsheet/types';
import { escapeHtml } from './escape-html.ts';
import { renderInline } from './render-inline.ts';

/** A picture as the renderer needs it: one file in several widths, and the words kept with it in one language. */
export interface RenderablePicture {
  sources: { crop: 'full'; key: string; width: number; height: number; widths: readonly number[] };
  alt: string;
  caption: string;
  credit: string;
  licence: string;
}

/** The word before a photographer's name, with the language's own punctuation. */
export const creditLabels: Record<Language, string> = {
  az: 'Foto: ',
  ru: 'Фото: ',
  en: 'Photo: ',
  hy: 'Լուսանկարը՝ ',
};

/** How wide a picture in the text is drawn: six of twelve columns, ten on a tablet, the screen on a phone. */
const sizes = '(min-width: 75rem) 40rem, (min-width: 40rem) 80vw, calc(100vw - 2rem)';
const fallbackWidth = 960;

/** A figure of the body. Its words come from this use of the picture, else from the picture itself. */
export function renderPicture(block: Picture, picture: RenderablePicture, language: Language): string {
  const { key, width, height, widths } = picture.sources;
  const address = (each: number) => `/media/${encodeURIComponent(key)}/${String(each)}.webp`;
  const sorted = [...widths].sort((a, b) => a - b);
  const shown = sorted.findLast((each) => each <= fallbackWidth) ?? sorted[0] ?? width;
  const srcset = sorted.map((each) => `${address(each)} ${String(each)}w`).join(', ');
  const alt = escapeHtml(block.attrs.alt ?? picture.alt);
  const image =
    `<img src="${address(shown)}" srcset="${srcset}" sizes="${sizes}" width="${String(width)}"` +
    ` height="${String(height)}" alt="${alt}" loading="lazy" decoding="async">`;
  return `<figure class="pic wide">${image}${renderCaption(block, picture, language)}</figure>`;
}

function renderCaption(block: Picture, picture: RenderablePicture, language: Language): string {
  const words = renderInline(block.content[0]?.content) || escapeHtml(picture.caption);
  const named = [block.attrs.credit ?? picture.credit, picture.licence]
    .filter((each) => each !== '')
    .join(', ');
  const credit = named && `<span class="credit">${creditLabels[language]}${escapeHtml(named)}</span>`;
  const caption = [words, credit].filter((each) => each !== '').join(' ');
  return caption && `<figcaption>${caption}</figcaption>`;
}
