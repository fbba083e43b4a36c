import { stopAfter, type Language, type Picture, type PictureLayout } from '@broadsheet/types';
import { escapeHtml } from './escape-html.ts';
import { renderInline } from './render-inline.ts';
import { inlineText } from './render-text.ts';
import { creditLabels } from './render-words.ts';

/** A picture as the renderer needs it: one file in several widths, and the words kept with it in one language. */
export interface RenderablePicture {
  sources: { crop: 'full'; key: string; width: number; height: number; widths: readonly number[] };
  /** Its mean colour, as `#rrggbb`, which stands in its place until it is here. */
  tint?: string | null;
  alt: string;
  caption: string;
  credit: string;
  licence: string;
}

/** How wide a picture is drawn: six of twelve columns, ten on a tablet, the screen on a phone. */
const wide = '(min-width: 75rem) 40rem, (min-width: 40rem) 80vw, calc(100vw - 2rem)';
const sizesByLayout: Record<PictureLayout, string> = {
  inline: '(min-width: 40rem) 35.5rem, calc(100vw - 2rem)',
  wide,
  full: '(min-width: 75rem) 47rem, 100vw',
};
type Format = 'avif' | 'webp';
const sizesInGallery = '(min-width: 40rem) 36rem, 85vw';
const fallbackWidth = 960;

/** The address of a picture in the widest rendition up to a width, in pixels. */
export function pictureAddress({ sources }: RenderablePicture, upTo = fallbackWidth): string {
  const sorted = [...sources.widths].sort((a, b) => a - b);
  const shown = sorted.findLast((each) => each <= upTo) ?? sorted[0] ?? sources.width;
  return addressOf(sources.key, shown);
}

/** A figure of the body. Its words come from this use of the picture, else from the picture itself. */
export function renderPicture(
  block: Picture,
  picture: RenderablePicture,
  language: Language,
  isInGallery = false,
): string {
  const { key, width, height, widths } = picture.sources;
  const layout = block.attrs.layout ?? 'wide';
  const sorted = [...widths].sort((a, b) => a - b);
  const srcset = (format: Format) =>
    sorted.map((each) => `${addressOf(key, each, format)} ${String(each)}w`).join(', ');
  const sizes = isInGallery ? sizesInGallery : sizesByLayout[layout];
  const alt = escapeHtml(block.attrs.alt ?? picture.alt);
  const tint = picture.tint ? ` data-tint="${escapeHtml(picture.tint)}"` : '';
  const image =
    `<picture><source type="image/avif" srcset="${srcset('avif')}" sizes="${sizes}">` +
    `<img src="${pictureAddress(picture)}" srcset="${srcset('webp')}" sizes="${sizes}" width="${String(width)}"` +
    ` height="${String(height)}"${tint} alt="${alt}" loading="lazy" decoding="async"></picture>`;
  const kind = isInGallery || layout === 'inline' ? '' : ` ${layout}`;
  return `<figure class="pic${kind}">${image}${renderPictureCaption(block, picture, language)}</figure>`;
}

const addressOf = (key: string, width: number, format: Format = 'webp'): string =>
  `/media/${encodeURIComponent(key)}/${String(width)}.${format}`;

function renderPictureCaption(block: Picture, picture: RenderablePicture, language: Language): string {
  const own = block.content[0]?.content;
  const words = renderInline(own) || escapeHtml(picture.caption);
  const named = [block.attrs.credit ?? picture.credit, picture.licence]
    .filter((each) => each !== '')
    .join(', ');
  const credit = named && `<span class="credit">${creditLabels[language]}${escapeHtml(named)}</span>`;
  const stop = credit && renderStop(inlineText(own) || picture.caption, language);
  const caption = [words + stop, credit].filter((each) => each !== '').join(' ');
  return caption && `<figcaption>${caption}</figcaption>`;
}

/** The stop between a caption that has none and the credit behind it, marked so that an import knows it from the words. */
export function renderStop(caption: string, language: Language): string {
  const stop = stopAfter(caption, language);
  return stop && `<span class="stop">${stop}</span>`;
}
