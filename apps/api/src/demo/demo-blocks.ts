import type {
  Block as DocumentBlock,
  Gallery,
  Inline,
  ListItem,
  Mark,
  Paragraph,
  Table,
} from '@broadsheet/types';
import { runsOf } from './content/rich-text.ts';
import type { Block, RichText, Run } from './content/types.ts';
import type { BlockIds, DemoThings } from './demo-content.ts';

type Of<K, B = Block> = B extends { type: infer T } ? (K extends T ? B : never) : never;
type Makers = {
  [K in Block['type']]: (
    block: Of<K>,
    attrs: { id: string },
    at: { place: string; ids: BlockIds; things: DemoThings },
  ) => DocumentBlock;
};

const levels = { h2: 2, h3: 3, h4: 4 } as const;
const heading: Makers['h2'] = (block, attrs) => ({
  type: 'heading',
  attrs: { ...attrs, level: levels[block.type] },
  content: inline(block.text),
});
const kinds = { quote: 'blockquote', pull: 'pullQuote' } as const;
const quote: Makers['quote'] = (block, attrs, { place, ids }) => ({
  type: kinds[block.type],
  attrs: { ...attrs, attribution: block.attribution, lang: null },
  content: [paragraph(block.text, `${place}.0`, ids)],
});

/** Each kind of block of the demo as the document has it. */
const makers: Makers = {
  p: (block, attrs) => ({ type: 'paragraph', attrs, content: inline(block.text) }),
  h2: heading,
  h3: heading,
  h4: heading,
  ul: (block, attrs, { place, ids }) => ({
    type: 'bulletList',
    attrs,
    content: items(block.items, place, ids),
  }),
  ol: (block, attrs, { place, ids }) => ({
    type: 'orderedList',
    attrs: { ...attrs, start: 1 },
    content: items(block.items, place, ids),
  }),
  quote,
  pull: quote,
  code: (block, attrs) => ({ type: 'codeBlock', attrs, content: [{ type: 'text', text: block.text }] }),
  picture: ({ media, caption: words, layout }, attrs, { things }) => ({
    type: 'picture',
    attrs: { ...attrs, mediaId: found(things.media, media), alt: null, credit: null, layout: layout ?? null },
    content: [caption(words)],
  }),
  gallery: (block, attrs, { place, ids, things }) => ({
    type: 'gallery',
    attrs: { ...attrs, title: block.title },
    content: block.items.map(({ media, caption: words }, index): Gallery['content'][number] => ({
      type: 'picture',
      attrs: {
        id: ids(`${place}.${index}`),
        mediaId: found(things.media, media),
        alt: null,
        credit: null,
        layout: null,
      },
      content: [caption(words)],
    })),
  }),
  video: ({ src, title, seconds, poster, caption: words }, attrs, { things }) => ({
    type: 'video',
    attrs: { ...attrs, src, title, duration: seconds, posterId: found(things.media, poster) },
    content: [caption(words)],
  }),
  audio: ({ src, title, seconds, caption: words }, attrs) => ({
    type: 'audio',
    attrs: { ...attrs, src, title, duration: seconds },
    content: [caption(words)],
  }),
  embed: ({ address, title, caption: words }, attrs) => ({
    type: 'embed',
    attrs: { ...attrs, address, title },
    content: [caption(words)],
  }),
  points: (block, attrs, { place, ids }) => ({
    type: 'keyPoints',
    attrs,
    content: block.items.map((text, index) => paragraph(text, `${place}.${index}`, ids)),
  }),
  facts: (block, attrs, { place, ids }) => ({
    type: 'factBox',
    attrs: { ...attrs, title: block.title },
    content: [
      {
        type: 'bulletList',
        attrs: { id: ids(`${place}.list`) },
        content: items(
          block.items.map(([term, fact]) => [{ text: term, bold: true }, ` ${fact}`]),
          place,
          ids,
        ),
      },
    ],
  }),
  qa: (block, attrs, { place, ids }) => ({
    type: 'qa',
    attrs,
    content: block.items.flatMap(([question, answer], index) => [
      { type: 'question' as const, attrs: { id: ids(`${place}.${index}.q`) }, content: inline(question) },
      paragraph(answer, `${place}.${index}.a`, ids),
    ]),
  }),
  table: (block, attrs, { place, ids }) => ({
    type: 'table',
    attrs: { ...attrs, caption: block.caption },
    content: block.items.map((cells, row) => tableRow(cells, row, `${place}.${row}`, ids)),
  }),
  related: ({ story }, attrs, { things }) => ({
    type: 'relatedStory',
    attrs: { ...attrs, storyId: found(things.stories, story) },
  }),
  correction: (block, attrs, { place, ids, things }) => ({
    type: 'correction',
    attrs: { ...attrs, date: things.today, place: block.place },
    content: [paragraph(block.text, `${place}.0`, ids)],
  }),
};

/** A block of the demo in the shape that is written together. */
export function demoBlock(block: Block, place: string, ids: BlockIds, things: DemoThings): DocumentBlock {
  // the map is typed by kind; the compiler can't follow that the kind picked here is the block's own
  const make = makers[block.type] as (...given: Parameters<Makers['p']>) => DocumentBlock;
  return make(block as Of<'p'>, { id: ids(place) }, { place, ids, things });
}

const tableRow = (
  cells: readonly string[],
  row: number,
  place: string,
  ids: BlockIds,
): Table['content'][number] => ({
  type: 'tableRow',
  attrs: { id: ids(place) },
  content: cells.map((text, column) => ({
    type: row === 0 || column === 0 ? ('tableHeader' as const) : ('tableCell' as const),
    attrs: { id: ids(`${place}.${column}`), colspan: 1, rowspan: 1 },
    content: [paragraph(text, `${place}.${column}.0`, ids)],
  })),
});

const items = (texts: readonly RichText[], place: string, ids: BlockIds): ListItem[] =>
  texts.map((text, index) => ({
    type: 'listItem',
    attrs: { id: ids(`${place}.${index}`) },
    content: [paragraph(text, `${place}.${index}.0`, ids)],
  }));

const paragraph = (text: RichText, place: string, ids: BlockIds): Paragraph => ({
  type: 'paragraph',
  attrs: { id: ids(place) },
  content: inline(text),
});

const caption = (words: string | undefined) => ({
  type: 'caption' as const,
  ...(words ? { content: inline(words) } : {}),
});

const inline = (text: RichText): Inline[] =>
  runsOf(text).map((run) => {
    const marks = marksOf(run);
    return { type: 'text', text: run.text, ...(marks.length > 0 ? { marks } : {}) };
  });

const marksOf = (run: Run): Mark[] => [
  ...(run.href ? [{ type: 'link' as const, attrs: { href: run.href } }] : []),
  ...(run.bold ? [{ type: 'bold' as const }] : []),
  ...(run.italic ? [{ type: 'italic' as const }] : []),
  ...(run.underline ? [{ type: 'underline' as const }] : []),
  ...(run.highlight ? [{ type: 'highlight' as const }] : []),
  ...(run.lang ? [{ type: 'lang' as const, attrs: { lang: run.lang } }] : []),
];

function found<K>(things: ReadonlyMap<K, string>, key: K): string {
  const id = things.get(key);
  if (!id) throw new Error(`The demo has nothing called ${String(key)}`);
  return id;
}
