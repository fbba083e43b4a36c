import type { Block, Body, Inline, ListItem, Standfirst, TaskItem } from '@broadsheet/types';

type TextRenderers = { [K in Block['type']]: (block: Extract<Block, { type: K }>) => string };

/** Every kind of block has its line here, so that a new one that is not rendered does not compile. */
const renderers: TextRenderers = {
  paragraph: (block) => inlineText(block.content),
  heading: (block) => inlineText(block.content),
  bulletList: (block) => itemsText(block.content),
  orderedList: (block) => itemsText(block.content),
  taskList: (block) => itemsText(block.content),
  blockquote: (block) => joinLines([...block.content.map(blockText), block.attrs.attribution ?? '']),
  pullQuote: (block) => joinLines([...block.content.map(blockText), block.attrs.attribution ?? '']),
  codeBlock: (block) => inlineText(block.content),
  picture: (block) => inlineText(block.content[0]?.content),
  gallery: (block) => joinLines([block.attrs.title ?? '', ...block.content.map(blockText)]),
  video: (block) => titledText(block.attrs.title, block.content[0]?.content),
  audio: (block) => titledText(block.attrs.title, block.content[0]?.content),
  embed: (block) => titledText(block.attrs.title, block.content[0]?.content),
  factBox: (block) => joinLines([block.attrs.title ?? '', ...block.content.map(blockText)]),
  keyPoints: (block) => joinLines(block.content.map(blockText)),
  qa: (block) =>
    joinLines(
      block.content.map((each) => (each.type === 'question' ? inlineText(each.content) : blockText(each))),
    ),
  table: (block) =>
    joinLines([
      block.attrs.caption ?? '',
      ...block.content.flatMap((row) => row.content ?? []).flatMap((cell) => cell.content.map(blockText)),
    ]),
  relatedStory: () => '',
  correction: (block) => joinLines(block.content.map(blockText)),
  horizontalRule: () => '',
};

/** The body as plain text, a line for each block, for search, word counts and feeds. */
export function renderText(body: Body): string {
  return joinLines(body.content.map(blockText));
}

/** The headline without line breaks and doubled spaces. */
export function headlineText(headline: string): string {
  return headline.replaceAll('\u200B', '').replace(/\s+/gu, ' ').trim();
}

/** The standfirst without its marks. */
export function standfirstText(standfirst: Standfirst): string {
  return headlineText(standfirst.map((run) => run.text).join(''));
}

/** A block as plain text, a line for each paragraph in it. */
export function blockText(block: Block): string {
  // the map is typed by kind; the compiler can't follow that the kind picked here is the block's own
  const render = renderers[block.type] as (block: Block) => string;
  return render(block);
}

const titledText = (title: string | null, words: Inline[] | undefined): string =>
  joinLines([title ?? '', inlineText(words)]);

function itemsText(items: (ListItem | TaskItem)[]): string {
  return joinLines(items.flatMap((item) => item.content.map(blockText)));
}

/** A line without its marks. */
export function inlineText(content: Inline[] | undefined): string {
  if (!content) return '';
  let text = '';
  for (const node of content) text += node.type === 'text' ? node.text : ' ';
  return headlineText(text);
}

function joinLines(lines: string[]): string {
  return lines.filter((line) => line !== '').join('\n');
}
