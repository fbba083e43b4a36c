import type { Block, Blockquote, Body, Inline, Language, ListItem, Standfirst } from '@broadsheet/types';
import { renderInline } from './render-inline.ts';
import { renderPicture, type RenderablePicture } from './render-picture.ts';
import { escapeHtml } from './escape-html.ts';

/** What rendering needs beside the text. */
export interface RenderContext {
  language: Language;
  /**
   * Looks up a picture of the text. Null leaves the picture out, which suits a draft; publishing should
   * pass a lookup that throws, so that no picture is lost without a word.
   */
  picture: (mediaId: string) => RenderablePicture | null;
}

type Renderers = {
  [K in Block['type']]: (block: Extract<Block, { type: K }>, context: RenderContext) => string;
};

const quoteMarks: Record<Language, [string, string]> = {
  az: ['“', '”'],
  ru: ['«', '»'],
  en: ['“', '”'],
  hy: ['«', '»'],
};
const beginsQuoted = /^\s*["“„«‘'”]/u;

/** Every kind of block has its line here, so that a new one that is not rendered does not compile. */
const renderers: Renderers = {
  paragraph: (block) => inTag('p', block.content),
  heading: (block) => inTag(block.attrs.level === 2 ? 'h2' : 'h3', block.content),
  bulletList: (block, context) => `<ul>${renderItems(block.content, context)}</ul>`,
  orderedList: (block, context) => {
    const start = block.attrs.start === 1 ? '' : ` start="${String(block.attrs.start)}"`;
    return `<ol${start}>${renderItems(block.content, context)}</ol>`;
  },
  blockquote: (block, context) => renderQuote(block, context.language),
  picture: (block, context) => {
    const picture = context.picture(block.attrs.mediaId);
    return picture === null ? '' : renderPicture(block, picture, context.language);
  },
  horizontalRule: () => '<hr>',
};

/**
 * The body as the HTML that readers and feeds get: no style attributes, no scripts, every text escaped.
 * Paragraphs and headings without text are left out.
 */
export function renderHtml(body: Body, context: RenderContext): string {
  let html = '';
  for (const block of body.content) html += renderBlock(block, context);
  return html;
}

/** The standfirst as HTML, without an element around it. */
export function renderStandfirst(standfirst: Standfirst): string {
  return renderInline(standfirst);
}

function renderBlock(block: Block, context: RenderContext): string {
  // the map is typed by kind; the compiler can't follow that the kind picked here is the block's own
  const render = renderers[block.type] as (block: Block, context: RenderContext) => string;
  return render(block, context);
}

function inTag(tag: 'p' | 'h2' | 'h3', content: readonly Inline[] | undefined): string {
  return isBlank(content) ? '' : `<${tag}>${renderInline(content)}</${tag}>`;
}

function isBlank(content: readonly Inline[] | undefined): boolean {
  return !content?.some((node) => node.type === 'text' && node.text.trim() !== '');
}

function renderItems(items: readonly ListItem[], context: RenderContext): string {
  let html = '';
  for (const item of items) {
    const [only] = item.content;
    const inner =
      item.content.length === 1 && only?.type === 'paragraph'
        ? renderInline(only.content)
        : item.content.map((block) => renderBlock(block, context)).join('');
    if (inner !== '') html += `<li>${inner}</li>`;
  }
  return html;
}

/** The quotation marks are drawn, not read out, and not doubled where the writer typed them. */
function renderQuote(block: Blockquote, language: Language): string {
  const paragraphs = block.content.filter((each) => !isBlank(each.content));
  const first = paragraphs[0]?.content?.[0];
  const isQuoted = first?.type === 'text' && beginsQuoted.test(first.text);
  const [begin, end] = isQuoted ? ['', ''] : quoteMarks[language];
  const before = begin && `<span class="q" aria-hidden="true">${begin}</span>`;
  const after = end && `<span aria-hidden="true">${end}</span>`;
  const words = paragraphs.map((each, index) => {
    const opening = index === 0 ? before : '';
    const ending = index === paragraphs.length - 1 ? after : '';
    return `<p>${opening}${renderInline(each.content)}${ending}</p>`;
  });
  const footer = block.attrs.attribution && `<footer>${escapeHtml(block.attrs.attribution)}</footer>`;
  return words.length > 0 ? `<blockquote class="quote">${words.join('')}${footer || ''}</blockquote>` : '';
}
