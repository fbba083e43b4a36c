import type { ArticleContent, Block } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { everyBlock } from '../test/every-block.ts';
import { anchorsIn, markThread } from './comment-anchors.ts';
import { readDocument } from './read-document.ts';
import { replaceContent } from './replace-content.ts';
import { writeSeed } from './write-seed.ts';

const paragraph = (id: string, text: string): Block => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});
const list = (id: string, ...items: [id: string, text: string][]): Block => ({
  type: 'bulletList',
  attrs: { id },
  content: items.map(([item, text]) => ({
    type: 'listItem',
    attrs: { id: `${item}-item` },
    content: [{ type: 'paragraph', attrs: { id: item }, content: [{ type: 'text', text }] }],
  })),
});
const article = (headline: string, ...content: Block[]): ArticleContent => ({
  headline,
  standfirst: [{ type: 'text', text: `About ${headline}` }],
  body: { type: 'doc', content },
});

function seeded(content: ArticleContent): Y.Doc {
  const ydoc = new Y.Doc();
  writeSeed(ydoc, content);
  return ydoc;
}
function copyOf(ydoc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc));
  return copy;
}
function exchange(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
}
function lineOf(ydoc: Y.Doc, id: string): Y.XmlText {
  const element = ydoc
    .getXmlFragment('body')
    .toArray()
    .find((child) => child instanceof Y.XmlElement && child.getAttribute('id') === id);
  const text = element instanceof Y.XmlElement ? element.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error(`No line in ${id}.`);
  return text;
}

const now = article(
  'Now',
  paragraph('para-a', 'Alpha'),
  paragraph('para-b', 'Beta'),
  paragraph('para-c', 'Gamma'),
);

describe('restoring a revision', () => {
  it.each([
    ['fewer blocks', article('Then', paragraph('para-c', 'Gamma'))],
    [
      'other blocks',
      article('Then', paragraph('para-x', 'Xi'), list('list-1', ['item-1', 'one'], ['item-2', 'two'])),
    ],
    [
      'another order',
      article('Then', paragraph('para-c', 'C'), paragraph('para-a', 'A'), paragraph('para-b', 'B')),
    ],
    ['another kind', article('Then', { type: 'heading', attrs: { id: 'para-a', level: 3 } })],
    ['every kind of block', article('Then', ...Object.values(everyBlock()))],
    ['an empty headline', article('', paragraph('para-a', 'Alpha'))],
  ])('with %s gives exactly that content', (_, then) => {
    const ydoc = seeded(now);
    replaceContent(ydoc, then);
    expect(readDocument(ydoc)).toEqual(then);
    replaceContent(ydoc, now);
    expect(readDocument(ydoc)).toEqual(now);
  });

  it('is one transaction with the origin it was given', () => {
    const ydoc = seeded(now);
    const origins: unknown[] = [];
    ydoc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin));
    replaceContent(
      ydoc,
      article('Then', paragraph('para-b', 'Bravo'), paragraph('para-n', 'New')),
      'restore',
    );
    expect(origins).toEqual(['restore']);
  });

  it('writes nothing where nothing differs', () => {
    const whole = article('Now', ...Object.values(everyBlock()));
    const ydoc = seeded(whole);
    let updates = 0;
    ydoc.on('update', () => updates++);
    replaceContent(ydoc, whole);
    expect(updates).toBe(0);
  });

  it('touches no paragraph that is the same, though somebody has commented on it', () => {
    const ydoc = seeded(now);
    const place = (index: number) =>
      Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(lineOf(ydoc, 'para-b'), index));
    markThread(ydoc, 'body', '0198a3c0-0000-7000-8000-000000000001', place(0), place(4));
    let updates = 0;
    ydoc.on('update', () => updates++);
    replaceContent(ydoc, now);
    expect(updates).toBe(0);
    expect(anchorsIn(ydoc).map(({ words }) => words)).toEqual(['Beta']);
  });

  it('keeps what someone types meanwhile in a block that stays', () => {
    const ydoc = seeded(now);
    const writer = copyOf(ydoc);
    lineOf(writer, 'para-b').insert(4, ' and more');
    replaceContent(ydoc, article('Then', paragraph('para-n', 'New'), paragraph('para-b', 'Beta')));
    exchange(ydoc, writer);
    const merged = readDocument(ydoc);
    expect(merged).toEqual(readDocument(writer));
    expect(merged.body.content).toEqual([paragraph('para-n', 'New'), paragraph('para-b', 'Beta and more')]);
  });

  it('keeps what someone types between two passages of a paragraph that differ, where they typed it', () => {
    const ydoc = seeded(article('Now', paragraph('para-a', 'One two three four five six')));
    const writer = copyOf(ydoc);
    lineOf(writer, 'para-a').insert(13, ' and a half');
    replaceContent(ydoc, article('Then', paragraph('para-a', 'One deux three four cinq six')));
    exchange(ydoc, writer);
    expect(readDocument(ydoc).body.content).toEqual([
      paragraph('para-a', 'One deux three and a half four cinq six'),
    ]);
  });

  it.each([
    ['Ab😀c', 'Ab😃c'],
    ['aaaa', 'aa'],
    ['One, two; one.', 'Two, one; one, one.'],
    ['Three  spaces   here', 'Three spaces here too'],
  ])('makes %j whole again from %j', (then, now) => {
    const ydoc = seeded(article('Now', paragraph('para-a', now)));
    const wanted = article('Then', paragraph('para-a', then));
    replaceContent(ydoc, wanted);
    expect(readDocument(ydoc).body).toEqual(readDocument(seeded(wanted)).body);
  });

  it('keeps typing in a list item while another item goes', () => {
    const ydoc = seeded(article('Now', list('list-1', ['item-1', 'one'], ['item-2', 'two'])));
    const writer = copyOf(ydoc);
    replaceContent(writer, article('Now', list('list-1', ['item-1', 'one'], ['item-2', 'two too'])));
    replaceContent(ydoc, article('Now', list('list-1', ['item-2', 'two'])));
    exchange(ydoc, writer);
    expect(readDocument(ydoc)).toEqual(article('Now', list('list-1', ['item-2', 'two too'])));
  });

  it('refuses invalid content before anything changes', () => {
    const ydoc = seeded(now);
    const broken = article('Then', { type: 'paragraph', attrs: { id: '<script>' } });
    expect(() => replaceContent(ydoc, broken)).toThrow();
    expect(readDocument(ydoc)).toEqual(now);
  });
});
