import type { Block, Inline, Mark, Paragraph } from '@broadsheet/types';

export const mediaId = '01890000-0000-7000-8000-000000000000';
export const posterId = '01890000-0000-7000-8000-000000000001';
export const storyId = '01890000-0000-7000-8000-000000000002';

export const text = (words: string, ...marks: Mark[]): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});

export const paragraph = (id: string, ...content: Inline[]): Paragraph => ({
  type: 'paragraph',
  attrs: { id },
  ...(content.length > 0 && { content }),
});

type Said = (words: string) => Inline[];

const caption = (words: Inline[]) => [{ type: 'caption' as const, content: words }];
const lines = (id: string, said: Said, words: string) => [paragraph(id, ...said(words))];
const cell = (type: 'tableCell' | 'tableHeader', id: string, said: Said, words: string) => ({
  type,
  attrs: { id, colspan: 1, rowspan: 1 },
  content: lines(`${id}-line`, said, words),
});

/**
 * One of every kind of block; a new kind does not compile until it stands here.
 * @param said what each line says in place of its own words
 * @param name what each name, title and attribution says
 */
export function everyBlock(
  said: Said = (words) => [text(words)],
  name: (words: string) => string = (words) => words,
): { [K in Block['type']]: Extract<Block, { type: K }> } {
  const picture = (id: string) => ({
    type: 'picture' as const,
    attrs: { id, mediaId, alt: name('A meadow'), credit: name('A reader'), layout: null },
    content: caption(said('The meadow')),
  });
  const item = (id: string) => ({
    type: 'listItem' as const,
    attrs: { id },
    content: lines(`${id}-line`, said, 'An item'),
  });
  const recording = {
    src: 'https://media.example/a.mp4',
    title: name('The crossing'),
    duration: 62,
    mediaId: null,
  };
  return {
    paragraph: paragraph('para01', ...said('A paragraph')),
    heading: { type: 'heading', attrs: { id: 'head01', level: 4 }, content: said('A heading') },
    bulletList: { type: 'bulletList', attrs: { id: 'list01' }, content: [item('item01'), item('item02')] },
    orderedList: { type: 'orderedList', attrs: { id: 'list02', start: 3 }, content: [item('item03')] },
    taskList: {
      type: 'taskList',
      attrs: { id: 'tasks1' },
      content: [
        {
          type: 'taskItem',
          attrs: { id: 'task01', checked: true },
          content: lines('task01-line', said, 'Done'),
        },
        {
          type: 'taskItem',
          attrs: { id: 'task02', checked: false },
          content: lines('task02-line', said, 'To do'),
        },
      ],
    },
    blockquote: {
      type: 'blockquote',
      attrs: { id: 'quote1', attribution: name('The head of the crew'), lang: 'az' },
      content: lines('quote1-line', said, 'We found it'),
    },
    pullQuote: {
      type: 'pullQuote',
      attrs: { id: 'pull01', attribution: name('The crew'), lang: null },
      content: lines('pull01-line', said, 'We gave it back'),
    },
    codeBlock: {
      type: 'codeBlock',
      attrs: { id: 'code01' },
      content: [
        {
          type: 'text',
          text: said('if (a < b)\n  go()')
            .map((each) => ('text' in each ? each.text : ''))
            .join(''),
        },
      ],
    },
    picture: picture('pic001'),
    gallery: {
      type: 'gallery',
      attrs: { id: 'gall01', title: name('The way up') },
      content: [picture('pic002'), picture('pic003')],
    },
    video: {
      type: 'video',
      attrs: { id: 'video1', ...recording, posterId },
      content: caption(said('Filmed from the ridge')),
    },
    audio: {
      type: 'audio',
      attrs: { id: 'audio1', ...recording },
      content: caption(said('Wind on the pass')),
    },
    embed: {
      type: 'embed',
      attrs: { id: 'embed1', address: 'https://youtu.be/aqz-KE-bpKQ', title: name('In two minutes') },
      content: caption(said('The whole way')),
    },
    factBox: {
      type: 'factBox',
      attrs: { id: 'facts1', title: name('In brief') },
      content: [
        paragraph('facts1-line', ...said('A fact')),
        { type: 'heading', attrs: { id: 'facts1-head', level: 3 }, content: said('More') },
        { type: 'bulletList', attrs: { id: 'list03' }, content: [item('item04')] },
      ],
    },
    keyPoints: {
      type: 'keyPoints',
      attrs: { id: 'keys01' },
      content: [...lines('keys01-a', said, 'One point'), ...lines('keys01-b', said, 'Another')],
    },
    qa: {
      type: 'qa',
      attrs: { id: 'qa0001' },
      content: [
        { type: 'question', attrs: { id: 'qa0001-q' }, content: said('Why now?') },
        ...lines('qa0001-a', said, 'The snow is gone'),
      ],
    },
    table: {
      type: 'table',
      attrs: { id: 'table1', caption: name('Three stages') },
      content: [
        {
          type: 'tableRow',
          attrs: { id: 'row001' },
          content: [
            cell('tableHeader', 'cell01', said, 'Stage'),
            cell('tableHeader', 'cell02', said, 'Climb'),
          ],
        },
        {
          type: 'tableRow',
          attrs: { id: 'row002' },
          content: [cell('tableHeader', 'cell03', said, 'Lari'), cell('tableCell', 'cell04', said, '420')],
        },
      ],
    },
    relatedStory: { type: 'relatedStory', attrs: { id: 'other1', storyId } },
    correction: {
      type: 'correction',
      attrs: { id: 'fix001', date: '2024-11-08', place: 'foot' },
      content: lines('fix001-line', said, 'It is 14 kilometres long'),
    },
    horizontalRule: { type: 'horizontalRule', attrs: { id: 'rule01' } },
  };
}
