import {
  embedNames,
  parseEmbed,
  type Block,
  type Body,
  type ListItem,
  type Paragraph,
  type Picture,
  type Qa,
  type TaskItem,
} from '@broadsheet/types';
import { readingOrder } from './reading-order.ts';
import type { RenderContext } from './render-context.ts';
import { escapeMarkdown, guardStart, linkTo, markdownInline } from './render-markdown-inline.ts';
import { markdownTable } from './render-markdown-table.ts';
import { recordingAddress } from './render-media.ts';
import { pictureAddress } from './render-picture.ts';
import { dayInWords, renderWords } from './render-words.ts';

type Renderers = {
  [K in Block['type']]: (block: Extract<Block, { type: K }>, context: RenderContext) => string;
};

const pictureWidth = 1280;

/** Every kind of block has its line here, so that a new one that is not rendered does not compile. */
const renderers: Renderers = {
  paragraph: (block) => paragraphText(block),
  heading: (block) => {
    const text = markdownInline(block.content);
    return text && `${'#'.repeat(block.attrs.level)} ${text}`;
  },
  bulletList: (block, context) => listText(block.content, () => '- ', context),
  orderedList: (block, context) =>
    listText(block.content, (_, index) => `${String(block.attrs.start + index)}. `, context),
  taskList: (block, context) =>
    listText(block.content, ({ attrs }) => `- [${attrs.checked ? 'x' : ' '}] `, context),
  blockquote: (block) => quoteText(block.content, block.attrs.attribution),
  pullQuote: (block) => quoteText(block.content, block.attrs.attribution),
  codeBlock: (block) => codeText(block.content?.map(({ text }) => text).join('') ?? ''),
  picture: pictureText,
  gallery: (block, context) =>
    joinBlocks([titleText(block.attrs.title), ...block.content.map((each) => pictureText(each, context))]),
  video: (block, context) => recordingText(block, context, renderWords[context.language].kinds.video),
  audio: (block, context) => recordingText(block, context, renderWords[context.language].kinds.audio),
  embed: (block) => {
    const parsed = parseEmbed(block.attrs.address);
    if (!parsed) return '';
    const name = embedNames[parsed.provider];
    const label = block.attrs.title === null ? name : `${block.attrs.title} (${name})`;
    return joinBlocks([
      linkTo(parsed.link, escapeMarkdown(label)),
      markdownInline(block.content[0]?.content),
    ]);
  },
  factBox: (block, context) => {
    const words = joinBlocks([titleText(block.attrs.title), blocksText(block.content, context)]);
    return words && joinBlocks(['<aside data-block="factBox">', words, '</aside>']);
  },
  keyPoints: (block, context) =>
    joinBlocks([
      titleText(renderWords[context.language].keyPoints),
      block.content
        .flatMap((each) => paragraphText(each) || [])
        .map((each) => `- ${indent(each, 2)}`)
        .join('\n'),
    ]),
  qa: qaText,
  table: (block) => joinBlocks([titleText(block.attrs.caption), markdownTable(block)]),
  // which article it leads to is otherwise known to readers' pages only
  relatedStory: ({ attrs }, { language, related }) => {
    const link = related?.(attrs.storyId);
    const words = link && linkTo(link.address, escapeMarkdown(link.headline));
    return words ? `${renderWords[language].relatedStory}: ${words}` : '';
  },
  correction: (block, context) => {
    const { date } = block.attrs;
    const title = `**${renderWords[context.language].correction}, ${dayInWords(date, context.language)}**`;
    return quoted(joinBlocks([title, ...block.content.map(paragraphText)]));
  },
  horizontalRule: () => '---',
};

/**
 * The body as CommonMark with tables, for machines that read. Addresses on the site begin with a slash. Corrections
 * stand at the top or the foot, wherever they were written, as in the HTML.
 */
export function renderMarkdown(body: Body, context: RenderContext): string {
  return blocksText(readingOrder(body), context);
}

function blocksText(blocks: readonly Block[], context: RenderContext): string {
  return joinBlocks(
    blocks.map((block) => {
      // the map is typed by kind; the compiler can't follow that the kind picked here is the block's own
      const render = renderers[block.type] as (block: Block, context: RenderContext) => string;
      return render(block, context);
    }),
  );
}

const paragraphText = (block: Paragraph): string => guardStart(markdownInline(block.content, '\\\n'));
const titleText = (title: string | null): string =>
  title === null || title === '' ? '' : `**${escapeMarkdown(title)}**`;
const joinBlocks = (blocks: readonly string[]): string => blocks.filter((each) => each !== '').join('\n\n');
const indent = (text: string, by: number): string => text.replaceAll(/\n(?!\n|$)/g, `\n${' '.repeat(by)}`);
const quoted = (text: string): string =>
  text === '' ? '' : text.replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>');

function listText<Item extends ListItem | TaskItem>(
  items: readonly Item[],
  marker: (item: Item, index: number) => string,
  context: RenderContext,
): string {
  const lines = items.map((item, index) => {
    const mark = marker(item, index);
    // what follows is indented as far as the sign of the list, to which a box does not belong
    const depth = mark.indexOf(' ') + 1;
    return mark + indent(blocksText(item.content, context), depth);
  });
  return lines.join('\n');
}

function quoteText(content: readonly Paragraph[], attribution: string | null): string {
  const words = content.map(paragraphText).filter((each) => each !== '');
  if (words.length === 0) return '';
  return quoted(joinBlocks([...words, attribution ? `— ${escapeMarkdown(attribution)}` : '']));
}

/** Fenced by more backticks than the text has in a row. */
function codeText(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return code === '' ? '' : `${fence}\n${code}\n${fence}`;
}

function pictureText(block: Picture, context: RenderContext): string {
  const picture = context.picture(block.attrs.mediaId);
  if (!picture) return '';
  const credit = [block.attrs.credit ?? picture.credit, picture.licence]
    .filter((each) => each !== '')
    .join(', ');
  const caption = markdownInline(block.content[0]?.content) || escapeMarkdown(picture.caption);
  const named = credit && escapeMarkdown(renderWords[context.language].credit + credit);
  const words = [caption, named].filter((each) => each !== '').join(' ');
  const image = `!${linkTo(pictureAddress(picture, pictureWidth), escapeMarkdown(block.attrs.alt ?? picture.alt))}`;
  // in one paragraph, so that it is seen what the words belong to
  return words === '' ? image : `${image}\\\n${guardStart(words)}`;
}

function recordingText(
  block: Extract<Block, { type: 'video' | 'audio' }>,
  context: RenderContext,
  kind: string,
): string {
  const address = recordingAddress(block, context);
  if (address === null) return '';
  const link = linkTo(address, escapeMarkdown(block.attrs.title ?? kind));
  return joinBlocks([link, markdownInline(block.content[0]?.content)]);
}

function qaText(block: Qa, context: RenderContext): string {
  return joinBlocks(
    block.content.map((each) => {
      if (each.type !== 'question') return blocksText([each], context);
      const words = markdownInline(each.content);
      return words && `**${words}**`;
    }),
  );
}
