import {
  quoteSigns,
  type Block,
  type Blockquote,
  type Body,
  type CodeBlock,
  type Heading,
  type Inline,
  type Language,
  type ListItem,
  type PullQuote,
  type Standfirst,
  type TaskList,
} from '@broadsheet/types';
import { escapeHtml } from './escape-html.ts';
import { headingAnchor } from './outline.ts';
import { readingOrder } from './reading-order.ts';
import { relatedStoryLink, relatedStoryPlace } from './related-stories.ts';
import { renderCorrection, renderFactBox, renderKeyPoints, renderQa } from './render-boxes.ts';
import type { RenderContext } from './render-context.ts';
import { isBlank, langAttributes, renderInline } from './render-inline.ts';
import { renderAudio, renderEmbed, renderGallery, renderVideo } from './render-media.ts';
import { renderPicture } from './render-picture.ts';
import { renderTable } from './render-table.ts';
import { renderWords } from './render-words.ts';

type Renderers = {
  [K in Block['type']]: (block: Extract<Block, { type: K }>, context: RenderContext) => string;
};

const beginsQuoted = /^\s*["“„«‘'”]/u;

/** Every kind of block has its line here, so that a new one that is not rendered does not compile. */
const renderers: Renderers = {
  paragraph: ({ content }) => {
    const words = inWords(content);
    return words && `<p>${words}</p>`;
  },
  heading: (block) => renderHeading(block),
  bulletList: (block, context) => {
    const items = renderItems(block.content, context);
    return items && `<ul>${items}</ul>`;
  },
  orderedList: (block, context) => {
    const start = block.attrs.start === 1 ? '' : ` start="${escapeHtml(String(block.attrs.start))}"`;
    const items = renderItems(block.content, context);
    return items && `<ol${start}>${items}</ol>`;
  },
  taskList: renderTasks,
  blockquote: (block, context) => renderQuote(block, 'quote', context.language),
  pullQuote: (block, context) => renderQuote(block, 'pull', context.language),
  codeBlock: (block, context) => renderCode(block, context.language),
  picture: (block, context) => {
    const picture = context.picture(block.attrs.mediaId);
    return picture === null ? '' : renderPicture(block, picture, context.language);
  },
  gallery: renderGallery,
  video: renderVideo,
  audio: renderAudio,
  embed: renderEmbed,
  factBox: (block, context) => renderFactBox(block, (each) => renderBlock(each, context)),
  keyPoints: (block, context) => renderKeyPoints(block, context.language),
  qa: (block, context) => renderQa(block, (each) => renderBlock(each, context)),
  table: (block, context) => renderTable(block, context.language),
  relatedStory: ({ attrs: { storyId } }, { language, related }) => {
    if (!related) return relatedStoryPlace(storyId);
    const link = related(storyId);
    return link ? relatedStoryLink(link, language) : '';
  },
  correction: (block, context) => renderCorrection(block, context.language),
  horizontalRule: () => '<hr>',
};

/**
 * The body as the HTML that readers and feeds get: no style attributes, no scripts, every text escaped.
 * Blocks without text are left out; corrections stand first or last, wherever they were written. Links to other
 * stories are left to `withRelatedStories`, because their headlines change.
 */
export function renderHtml(body: Body, context: RenderContext): string {
  return readingOrder(body)
    .map((block) => renderBlock(block, context))
    .join('');
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

const inWords = (content: readonly Inline[] | undefined): string =>
  isBlank(content) ? '' : renderInline(content);

function renderHeading({ attrs, content }: Heading): string {
  if (isBlank(content)) return '';
  const tag = `h${String(attrs.level)}`;
  return `<${tag} id="${escapeHtml(headingAnchor(attrs.id))}">${renderInline(content)}</${tag}>`;
}

function renderCode({ content }: CodeBlock, language: Language): string {
  if (isBlank(content)) return '';
  const label = renderWords[language].code;
  return `<pre role="region" tabindex="0" aria-label="${label}"><code>${renderInline(content)}</code></pre>`;
}

function renderItems(items: readonly ListItem[], context: RenderContext): string {
  let html = '';
  for (const item of items) {
    const inner = renderItem(item, context);
    if (inner !== '') html += `<li>${inner}</li>`;
  }
  return html;
}

function renderItem({ content }: Pick<ListItem, 'content'>, context: RenderContext): string {
  const [only] = content;
  if (content.length === 1 && only?.type === 'paragraph') return inWords(only.content);
  return content.map((block) => renderBlock(block, context)).join('');
}

/** Where nothing styles the page, the box is a character; a list without bullets says that it is one. */
function renderTasks({ content }: TaskList, context: RenderContext): string {
  const words = renderWords[context.language];
  const items = content.map((item) => {
    const inner = renderItem(item, context);
    if (inner === '') return '';
    const { checked } = item.attrs;
    const box = `<span class="box" role="img" aria-label="${checked ? words.done : words.toDo}">${checked ? '☑' : '☐'}</span>`;
    return `<li${checked ? ' class="done"' : ''}>${box} ${inner}</li>`;
  });
  const html = items.join('');
  return html && `<ul class="tasks" role="list">${html}</ul>`;
}

/** The quotation marks are drawn, not read out, and not doubled where the writer typed them. */
function renderQuote(block: Blockquote | PullQuote, kind: 'quote' | 'pull', language: Language): string {
  const { attribution, lang } = block.attrs;
  const paragraphs = block.content.filter((each) => !isBlank(each.content));
  if (paragraphs.length === 0) return '';
  const first = paragraphs[0]?.content?.[0];
  const isQuoted = first?.type === 'text' && beginsQuoted.test(first.text);
  const [begin, end] = isQuoted ? ['', ''] : quoteSigns[language].outer;
  const before = begin && `<span class="q" aria-hidden="true">${begin}</span>`;
  const after = end && `<span aria-hidden="true">${end}</span>`;
  const words = paragraphs.map((each, index) => {
    const opening = index === 0 ? before : '';
    const ending = index === paragraphs.length - 1 ? after : '';
    return `<p${langAttributes(lang)}>${opening}${renderInline(each.content)}${ending}</p>`;
  });
  const footer = attribution ? `<footer>${escapeHtml(attribution)}</footer>` : '';
  return `<blockquote class="${kind}">${words.join('')}${footer}</blockquote>`;
}
