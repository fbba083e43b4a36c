import type { ArticleContent } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { everyBlock } from '../test/every-block.ts';
import { DocumentError } from './document-error.ts';
import { hasText, readDocument, readTexts } from './read-document.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { emptyArticle, writeSeed } from './write-seed.ts';

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
        attrs: { id: 'head-a', level: 2 },
        content: [{ type: 'text', text: 'Stone by stone' }],
      },
      {
        type: 'paragraph',
        attrs: { id: 'para-a' },
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
          { type: 'text', text: 'u', marks: [{ type: 'underline' }] },
          { type: 'text', text: 'h', marks: [{ type: 'highlight' }] },
        ],
      },
      {
        type: 'orderedList',
        attrs: { id: 'list-a', start: 3 },
        content: [
          {
            type: 'listItem',
            attrs: { id: 'item-a' },
            content: [
              { type: 'paragraph', attrs: { id: 'para-b' }, content: [{ type: 'text', text: 'Water' }] },
              {
                type: 'bulletList',
                attrs: { id: 'list-b' },
                content: [
                  {
                    type: 'listItem',
                    attrs: { id: 'item-b' },
                    content: [{ type: 'paragraph', attrs: { id: 'para-c' } }],
                  },
                ],
              },
            ],
          },
        ],
      },
      ...Object.values(everyBlock()),
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

  it('of the first version, which knew fewer attributes, is as good as ever', () => {
    const { blockquote, picture } = everyBlock();
    const { lang: _lang, ...quoteAttrs } = blockquote.attrs;
    const { layout: _layout, ...pictureAttrs } = picture.attrs;
    const old: ArticleContent = {
      ...story,
      body: {
        type: 'doc',
        content: [
          { ...blockquote, attrs: quoteAttrs },
          { ...picture, attrs: pictureAttrs },
        ],
      },
    };
    const context = { language: 'en' as const, picture: () => null };
    const { body } = readDocument(seeded(old));
    expect(body.content[0]?.attrs).toEqual({ ...quoteAttrs, lang: null });
    expect(body.content[1]?.attrs).toEqual({ ...pictureAttrs, layout: null });
    expect(renderHtml(old.body, context)).toBe(renderHtml(body, context));
  });

  it('gives repeated ids anew, so that no two blocks share one', () => {
    const paragraph = story.body.content[1] ?? story.body.content[0];
    if (!paragraph) throw new Error('The story has no paragraph.');
    const ydoc = seeded({ ...story, body: { type: 'doc', content: [paragraph, paragraph] } });
    const ids = readDocument(ydoc).body.content.map((block) => block.attrs.id);
    expect(ids[0]).toBe('para-a');
    expect(ids[1]).not.toBe('para-a');
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
    ['a row outside a table', (body) => body.push([new Y.XmlElement('tableRow')])],
    ['a box with nothing in it', (body) => body.push([new Y.XmlElement('factBox')])],
    [
      'an embed of an unknown site',
      (body) => {
        const embed = new Y.XmlElement('embed');
        body.push([embed]);
        embed.setAttribute('address', 'https://evil.example/watch?v=aqz-KE-bpKQ');
        embed.insert(0, [new Y.XmlElement('caption')]);
      },
    ],
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
    const { headline, standfirst, body } = readTexts(seeded());
    expect([headline, standfirst]).toEqual(['The old path is open again', 'After four summers, at last']);
    expect(body).toContain('Stone by stone\nA landslide dağx23uh\nWater\n');
    expect(body).toContain('\nWe found it\nThe head of the crew\nWe gave it back\nThe crew\n');
  });

  it('are the same whether they are read from the shared document or from what is published', () => {
    const ydoc = seeded();
    expect(readTexts(ydoc).body).toBe(renderText(readDocument(ydoc).body));
  });

  it('are there with the first letter, wherever it stands, and not with an empty block', () => {
    const ydoc = new Y.Doc();
    expect(hasText(ydoc)).toBe(false);
    const [quote, line, text] = [
      new Y.XmlElement('blockquote'),
      new Y.XmlElement('paragraph'),
      new Y.XmlText(),
    ];
    line.insert(0, [text]);
    quote.insert(0, [line]);
    ydoc.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph'), quote]);
    expect(hasText(ydoc)).toBe(false);
    text.insert(0, 'A');
    expect(hasText(ydoc)).toBe(true);
    text.delete(0, 1);
    expect(hasText(ydoc)).toBe(false);
  });

  it('can be read from a document that could not be published', () => {
    const ydoc = seeded();
    const unknown = new Y.XmlElement('marquee');
    unknown.insert(0, [new Y.XmlText('Still text')]);
    ydoc.getXmlFragment('body').push([unknown]);
    expect(readTexts(ydoc).body).toContain('Still text');
  });
});
