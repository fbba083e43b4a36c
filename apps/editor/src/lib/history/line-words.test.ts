import { compareContent, type ComparedLine } from '@broadsheet/document/compare';
import type { ArticleContent, Block, Picture, TaskItem } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { lineClass, lineNote } from './line-words.ts';

const article = (...content: Block[]): ArticleContent => ({
  headline: '',
  standfirst: [],
  body: { type: 'doc', content },
});
const notes = (before: Block[], after: Block[]): string[] =>
  compareContent(article(...before), article(...after))
    .filter(({ change }) => change !== 'same')
    .map((line: ComparedLine) => lineNote(line));

const picture = (more: Partial<Picture['attrs']> = {}): Picture => ({
  type: 'picture',
  attrs: { id: 'picture', mediaId: '0198b7a0-0000-7000-8000-000000000001', alt: null, credit: '', ...more },
  content: [{ type: 'caption' }],
});
const tasks = (checked: boolean): Block => {
  const item: TaskItem = {
    type: 'taskItem',
    attrs: { id: 'task', checked },
    content: [{ type: 'paragraph', attrs: { id: 'line' }, content: [{ type: 'text', text: 'Call' }] }],
  };
  return { type: 'taskList', attrs: { id: 'tasks' }, content: [item] };
};
const line: Block = {
  type: 'paragraph',
  attrs: { id: 'p' },
  content: [{ type: 'text', text: 'It rained.' }],
};

describe('what is different beside the words of a line', () => {
  it('calls a block by its name, never by its kind in the document', () => {
    expect(notes([line], [line, { type: 'horizontalRule', attrs: { id: 'rule' } }])).toEqual(['Divider']);
  });

  it('names what changed, and says the values in words', () => {
    expect(notes([tasks(false)], [tasks(true)])).toEqual(['Task · Task: to do → done']);
    expect(notes([picture()], [picture({ layout: 'inline' })])).toEqual(['Picture · Width: Wide → Inline']);
    expect(notes([picture()], [picture({ credit: 'A reader' })])).toEqual([
      'Picture · Credit: none → A reader',
    ]);
  });

  it('says of another picture that it is another, without its number', () => {
    const other = picture({ mediaId: '0198b7a0-0000-7000-8000-000000000002' });
    expect(notes([picture()], [other])).toEqual(['Picture · File: Replaced by another']);
  });

  it('sets each side as its version had it', () => {
    const heading: Block = { ...line, type: 'heading', attrs: { id: 'p', level: 2 } };
    const [, , turned] = compareContent(article(line), article(heading));
    expect([lineClass(turned!.earlier), lineClass(turned!.line)]).toEqual(['', 'heading']);
  });

  it('says what a line came into, and out of', () => {
    const quote: Block = {
      type: 'blockquote',
      attrs: { id: 'quote', attribution: '' },
      content: [{ type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: 'It rained.' }] }],
    };
    expect(notes([line], [quote])).toContain('Text → Quote');
    expect(notes([quote], [line])).toContain('Quote → Text');
  });
});
