import type { ArticleContent } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DocumentError } from './document-error.ts';
import { readDocument, readTexts } from './read-document.ts';
import { emptyArticle, writeSeed } from './write-seed.ts';

const mediaId = '01890000-0000-7000-8000-000000000000';

/** A story with every block and mark. */
const story: ArticleContent = {
  headline: 'The old path is open again',
  standfirst: [
    { type: 'text', text: 'After four summers, ' },
    { type: 'text', text: 'at last', marks: [{ type: 'italic' }] },
  ],
  body: {
    type: 'doc',
    content: [
      {
        type: 'heading',
        attrs: { id: 'head01', level: 2 },
        content: [{ type: 'text', text: 'Stone by stone' }],
      },
      {
        type: 'paragraph',
        attrs: { id: 'para01' },
        content: [
          { type: 'text', text: 'A ' },
          {
            type: 'text',
            text: 'landslide',
            marks: [{ type: 'link', attrs: { href: '/en/news/landslide' } }, { type: 'bold' }],
          },
          { type: 'hardBreak' },
          { type: 'text', text: 'dağ', marks: [{ type: 'lang', attrs: { lang: 'az' } }] },
          { type: 'text', text: 'x', marks: [{ type: 'strike' }] },
          { type: 'text', text: '2', marks: [{ type: 'subscript' }] },
          { type: 'text', text: '3', marks: [{ type: 'superscript' }] },
        ],
      },
      {
        type: 'orderedList',
        attrs: { id: 'list01', start: 3 },
        content: [
          {
            type: 'listItem',
            attrs: { id: 'item01' },
            content: [
              { type: 'paragraph', attrs: { id: 'para02' }, content: [{ type: 'text', text: 'Water' }] },
              {
                type: 'bulletList',
                attrs: { id: 'list02' },
                content: [
                  {
                    type: 'listItem',
                    attrs: { id: 'item02' },
                    content: [{ type: 'paragraph', attrs: { id: 'para03' } }],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        type: 'blockquote',
        attrs: { id: 'quote1', attribution: 'The head of the crew' },
        content: [
          { type: 'paragraph', attrs: { id: 'para04' }, content: [{ type: 'text', text: 'We found it.' }] },
        ],
      },
      {
        type: 'picture',
        attrs: { id: 'pic001', mediaId, alt: null, credit: 'A reader' },
        content: [{ type: 'caption', content: [{ type: 'text', text: 'The meadow' }] }],
      },
      { type: 'horizontalRule', attrs: { id: 'rule01' } },
    ],
  },
};

function seeded(content: ArticleContent = story): Y.Doc {
  const ydoc = new Y.Doc();
  writeSeed(ydoc, content);
  return ydoc;
}

describe('a seed', () => {
  it('is read back as it was written, with every block and mark', () => {
    expect(readDocument(seeded())).toEqual(story);
  });

  it('gives repeated ids anew, so that no two blocks share one', () => {
    const paragraph = story.body.content[1] ?? story.body.content[0];
    if (!paragraph) throw new Error('The story has no paragraph.');
    const ydoc = seeded({ ...story, body: { type: 'doc', content: [paragraph, paragraph] } });
    const ids = readDocument(ydoc).body.content.map((block) => block.attrs.id);
    expect(ids[0]).toBe('para01');
    expect(ids[1]).not.toBe('para01');
  });

  it('is refused by a document that already holds something', () => {
    const ydoc = seeded();
    expect(() => writeSeed(ydoc, emptyArticle())).toThrow(DocumentError);
    expect(readDocument(ydoc)).toEqual(story);
  });

  it('of a new article has one empty paragraph to write in', () => {
    const { headline, body } = readDocument(seeded(emptyArticle()));
    expect(headline).toBe('');
    expect(body.content.map((block) => block.type)).toEqual(['paragraph']);
  });

  it('with a link that runs is refused before anything is written', () => {
    const ydoc = new Y.Doc();
    const text = {
      type: 'text' as const,
      text: 'x',
      marks: [{ type: 'link' as const, attrs: { href: 'javascript:x' } }],
    };
    const body = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, attrs: { id: 'para01' }, content: [text] }],
    };
    expect(() => writeSeed(ydoc, { headline: '', standfirst: [], body })).toThrow(DocumentError);
    expect(ydoc.getXmlFragment('headline').length).toBe(0);
  });
});

describe('reading a document', () => {
  const faults: [string, (body: Y.XmlFragment) => void][] = [
    ['an unknown block', (body) => body.push([new Y.XmlElement('marquee')])],
    ['an unknown attribute', (body) => (body.get(0) as Y.XmlElement).setAttribute('style', 'color: red')],
    ['text outside a block', (body) => body.push([new Y.XmlText('stray')])],
    ['an empty list', (body) => body.push([new Y.XmlElement('bulletList')])],
    [
      'an unknown mark',
      (body) => ((body.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 2, { blink: {} }),
    ],
    [
      'a link that runs',
      (body) =>
        ((body.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 2, {
          link: { href: 'javascript:alert(1)' },
        }),
    ],
    [
      'an embedded object',
      (body) => ((body.get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(0, { a: 1 }),
    ],
  ];

  it.each(faults)('refuses %s and leaves it where it is', (_, spoil) => {
    const ydoc = seeded();
    spoil(ydoc.getXmlFragment('body'));
    const before = Y.encodeStateAsUpdate(ydoc);
    expect(() => readDocument(ydoc)).toThrow(DocumentError);
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
  });

  it('reads an empty document as an empty article', () => {
    const { headline, standfirst, body } = readDocument(new Y.Doc());
    expect({ headline, standfirst }).toEqual({ headline: '', standfirst: [] });
    expect(body.content).toHaveLength(1);
  });

  it('keeps both lines where a merge left two in a headline', () => {
    const ydoc = seeded();
    const second = new Y.XmlElement('paragraph');
    second.insert(0, [new Y.XmlText('and safe')]);
    ydoc.getXmlFragment('headline').push([second]);
    expect(readDocument(ydoc).headline).toBe('The old path is open again and safe');
  });
});

describe('the texts of a document', () => {
  it('are plain, a line for each block', () => {
    expect(readTexts(seeded())).toEqual({
      headline: 'The old path is open again',
      standfirst: 'After four summers, at last',
      body: 'Stone by stone\nA landslide dağx23\nWater\nWe found it.\nThe head of the crew\nThe meadow',
    });
  });

  it('can be read from a document that could not be published', () => {
    const ydoc = seeded();
    const unknown = new Y.XmlElement('marquee');
    unknown.insert(0, [new Y.XmlText('Still text')]);
    ydoc.getXmlFragment('body').push([unknown]);
    expect(readTexts(ydoc).body).toContain('Still text');
  });
});
