import {
  creditLabels,
  renderHtml,
  renderMarkdown,
  renderStandfirst,
  renderStop,
  withPlainEmbeds,
  type RenderablePicture,
  type RenderContext,
} from '@broadsheet/document/render';
import type { Language, Paragraph } from '@broadsheet/types';
import type { ExportMatter, ExportPicture } from './export-matter.ts';
import { pageStyles } from './page-styles.ts';
import { tkMarked, withTk } from './tk-marks.ts';

/** An article as a page of its own; each picture as `source` gives it. */
export function renderPage(matter: ExportMatter, source: (picture: ExportPicture) => string): string {
  const { content, headline, authors, leadMediaId, pictures, language } = matter;
  const html = withTk(withNames(renderHtml(tkMarked(content.body), contextOf(matter))));
  const body = withImages(withPlainMedia(html), pictures, source);
  const lead = leadMediaId === null ? undefined : pictures.get(leadMediaId);
  const standfirst = renderStandfirst(content.standfirst);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(headline)}</title><style>${pageStyles}</style></head><body><article>`,
    `<h1>${escape(headline)}</h1>`,
    standfirst && `<p role="doc-subtitle">${standfirst}</p>`,
    authors.length > 0 ? `<p class="byline">${escape(authors.join(', '))}</p>` : '',
    lead
      ? `<figure>${imageOf(lead, lead.alt, source)}<figcaption>${captionOf(lead, language)}</figcaption></figure>`
      : '',
    body,
    `</article><footer><a href="${escape(matter.source)}">${escape(matter.source)}</a></footer></body></html>`,
  ]
    .filter((each) => each !== '')
    .join('\n');
}

const captionOf = ({ caption, credit }: ExportPicture, language: Language): string =>
  escape(caption) +
  (credit &&
    `${renderStop(caption, language)} <span class="credit">${creditLabels[language]}${escape(credit)}</span>`);

/** An article as Markdown with a head in YAML, as the site gives it to machines. */
export function renderMarkdownFile(matter: ExportMatter): string {
  const { content, headline, authors, pictures, language, source } = matter;
  const addressOf = (id: string) => pictures.get(id)?.address ?? '';
  const head = {
    title: headline,
    description: descriptionOf(matter) || undefined,
    authors: authors.length > 0 ? authors : undefined,
    language,
    source,
  };
  const lines = Object.entries(head).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${JSON.stringify(value)}`],
  );
  const body = withTk(renderMarkdown(tkMarked(content.body), contextOf(matter))).replaceAll(
    /\(\/media\/([\w-]{36})\/[^)]*\)/g,
    (_, id: string) => `(${addressOf(id)})`,
  );
  return `---\n${lines.join('\n')}\n---\n\n${body}\n\n---\n\n<${source}>\n`;
}

/** The standfirst as Markdown, which words without signs are in any case. */
function descriptionOf(matter: ExportMatter): string {
  const { standfirst } = matter.content;
  const line: Paragraph = { type: 'paragraph', attrs: { id: 'standfirst' }, content: standfirst };
  return renderMarkdown({ type: 'doc', content: [line] }, contextOf(matter));
}

/** Pictures go by their ids while a body is rendered; where they really are is put in afterwards. */
const contextOf = ({ language, pictures, recordings, related }: ExportMatter): RenderContext => ({
  language,
  // the words under one that the library no longer has stay
  picture: (id) => toRenderable(id, pictures.get(id)),
  recording: (id) => recordings.get(id) ?? null,
  related: (id) => related.get(id) ?? null,
});

function toRenderable(key: string, picture: ExportPicture | undefined): RenderablePicture {
  const { width, height, alt, caption, credit } = picture ?? gone;
  return {
    sources: { crop: 'full', key, width, height, widths: [width] },
    alt,
    caption,
    credit,
    licence: '',
  };
}

const gone = { width: 1, height: 1, alt: '', caption: '', credit: '' };

/** What the boxes are, for whoever reads the file in again: their classes are anybody's. */
const withNames = (html: string): string =>
  html
    .replaceAll('<aside class="facts"', '<aside data-block="factBox" class="facts"')
    .replaceAll('<div class="points"', '<div data-block="keyPoints" class="points"')
    .replaceAll('<div class="qa"', '<div data-block="qa" class="qa"')
    .replaceAll('<blockquote class="pull"', '<blockquote data-block="pullQuote" class="pull"');

/** Nothing plays in a file or on paper: in the place of each player stand its picture and the link to what it plays. */
const withPlainMedia = (html: string): string =>
  withPlainEmbeds(html).replaceAll(
    /<(video|audio)( [^>]*)>(<a [^>]*>[^<]*<\/a>)<\/\1>/g,
    (_, _kind, attributes: string, link: string) => {
      const poster = / poster="([^"]*)"/.exec(attributes)?.[1];
      return (poster ? `<picture><img src="${poster}" alt=""></picture>` : '') + link;
    },
  );

function withImages(
  html: string,
  pictures: ReadonlyMap<string, ExportPicture>,
  source: (picture: ExportPicture) => string,
): string {
  return html.replaceAll(/<picture>[^]*?<\/picture>/g, (element) => {
    const picture = pictures.get(/\/media\/([\w-]{36})\//.exec(element)?.[1] ?? '');
    const alt = / alt="([^"]*)"/.exec(element)?.[1] ?? '';
    return picture ? imageTag(picture, alt, source) : '';
  });
}

const imageOf = (picture: ExportPicture, alt: string, source: (picture: ExportPicture) => string): string =>
  imageTag(picture, escape(alt), source);
const imageTag = (picture: ExportPicture, alt: string, source: (picture: ExportPicture) => string): string =>
  `<img src="${escape(source(picture))}" width="${String(picture.width)}" height="${String(picture.height)}" alt="${alt}">`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
