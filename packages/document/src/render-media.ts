import {
  embedNames,
  isFileAddress,
  parseEmbed,
  type Audio,
  type Embed,
  type Gallery,
  type Video,
} from '@broadsheet/types';
import { escapeHtml } from './escape-html.ts';
import type { RenderContext } from './render-context.ts';
import { renderInline } from './render-inline.ts';
import { pictureAddress, renderPicture } from './render-picture.ts';
import { lengthInWords, renderWords } from './render-words.ts';

const posterWidth = 1280;

/** Pictures side by side in a strip that can be scrolled by hand, by wheel and by keys; one is a picture. */
export function renderGallery(block: Gallery, context: RenderContext): string {
  const pictures = block.content.flatMap((each) => {
    const picture = context.picture(each.attrs.mediaId);
    return picture ? [renderPicture(each, picture, context.language, true)] : [];
  });
  if (pictures.length === 0) return '';
  const name = block.attrs.title ?? '';
  const title = name && `<p class="box-title">${escapeHtml(name)}</p>`;
  const label = escapeHtml(name || renderWords[context.language].gallery);
  const items = pictures.map((each) => `<li>${each}</li>`).join('');
  return (
    `<div class="gallery">${title}<div class="scroll" role="region" tabindex="0" aria-label="${label}">` +
    `<ol>${items}</ol></div></div>`
  );
}

/** Where a recording is played from: the library's own, else the address that was given. */
export function recordingAddress({ attrs }: Video | Audio, context: RenderContext): string | null {
  if (attrs.mediaId) return context.recording?.(attrs.mediaId) ?? null;
  return isFileAddress(attrs.src) ? attrs.src : null;
}

/** Nothing of a film is fetched before it is played. */
export function renderVideo(block: Video, context: RenderContext): string {
  const { title, posterId } = block.attrs;
  const src = recordingAddress(block, context);
  if (src === null) return '';
  const picture = posterId === null ? null : context.picture(posterId);
  const poster = picture ? ` poster="${pictureAddress(picture, posterWidth)}"` : '';
  const label = escapeHtml(title ?? renderWords[context.language].kinds.video);
  const player =
    `<video controls preload="none" playsinline src="${escapeHtml(src)}"${poster} aria-label="${label}">` +
    `<a href="${escapeHtml(src)}">${label}</a></video>`;
  return `<figure class="recording wide">${player}${recordingCaption(block)}</figure>`;
}

export function renderAudio(block: Audio, context: RenderContext): string {
  const { title } = block.attrs;
  const src = recordingAddress(block, context);
  if (src === null) return '';
  const label = escapeHtml(title ?? renderWords[context.language].kinds.audio);
  const player =
    `<audio controls preload="none" src="${escapeHtml(src)}" aria-label="${label}">` +
    `<a href="${escapeHtml(src)}">${label}</a></audio>`;
  return `<figure class="recording">${player}${recordingCaption(block)}</figure>`;
}

/**
 * A card that leads to the other site. A script of ours may put the site's frame in its place once the reader asks;
 * `data-frame` is made from the id that the address was read for, and nothing of it is fetched before.
 */
export function renderEmbed(block: Embed, context: RenderContext): string {
  const parsed = parseEmbed(block.attrs.address);
  if (!parsed) return '';
  const { provider, kind, frame, link } = parsed;
  const name = embedNames[provider];
  const words = renderWords[context.language];
  const title = block.attrs.title ?? '';
  const label = escapeHtml(title || `${words.kinds[kind]}, ${name}`);
  const caption = renderInline(block.content[0]?.content);
  return (
    `<div class="embed" role="group" aria-label="${label}" data-embed="${provider}"` +
    ` data-frame="${escapeHtml(frame)}" data-load="${words.load[kind]}"><div class="mark" aria-hidden="true">` +
    `${marks[kind]}</div><div class="words"><p class="label">${words.kinds[kind]}, ${name}</p>` +
    (title && `<p class="box-title">${escapeHtml(title)}</p>`) +
    (caption && `<p class="said">${caption}</p>`) +
    `<p class="note">${escapeHtml(words.notLoaded(name, provider))}</p>` +
    `<p class="acts"><a href="${escapeHtml(link)}" rel="noopener">` +
    `${escapeHtml(words.open(kind, name, provider))}</a></p></div></div>`
  );
}

const drawn = (path: string) => `<svg viewBox="0 0 32 32"><path d="${path}"/></svg>`;
const marks = {
  video: drawn('M8 4v24l20-12z'),
  audio: drawn('M4 12h4v8H4zm8-7h4v22h-4zm8 4h4v14h-4zm8 4h4v6h-4z'),
  post: drawn('M3 5h26v18H15l-8 7v-7H3z'),
};

function recordingCaption({ attrs, content }: Pick<Video | Audio, 'attrs' | 'content'>): string {
  const length =
    attrs.duration === null ? '' : `<span class="length">${lengthInWords(attrs.duration)}</span>`;
  const title = attrs.title ? `<strong>${escapeHtml(attrs.title)}</strong>` : '';
  const words = [title, renderInline(content[0]?.content), length].filter((each) => each !== '').join(' ');
  return words && `<figcaption>${words}</figcaption>`;
}
