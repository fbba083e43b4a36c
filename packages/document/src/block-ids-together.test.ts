import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { exchange, Writer } from '../test/bound-writer.ts';
import { readDocument } from './read-document.ts';
import { writeSeed } from './write-seed.ts';

function twoWriters(): [Writer, Writer] {
  const ydoc = new Y.Doc();
  writeSeed(ydoc, {
    headline: 'x',
    standfirst: [],
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { id: 'first1' }, content: [{ type: 'text', text: 'hello world' }] },
      ],
    },
  });
  const seed = Y.encodeStateAsUpdate(ydoc);
  return [new Writer(seed), new Writer(seed)];
}

describe('two people writing', () => {
  it('see the id that the one who split a paragraph gave', () => {
    const [leyla, aram] = twoWriters();
    leyla.splitAt(6);
    exchange(leyla, aram);
    expect(aram.ids()).toEqual(leyla.ids());
    expect(new Set(leyla.ids()).size).toBe(2);
    expect(leyla.ids()[0]).toBe('first1');
  });

  it('receive each other’s edits without writing anything back', () => {
    const [leyla, aram] = twoWriters();
    const written: unknown[] = [];
    aram.ydoc.on('update', (_: Uint8Array, origin: unknown) => written.push(origin));
    leyla.splitAt(6);
    Y.applyUpdate(aram.ydoc, Y.encodeStateAsUpdate(leyla.ydoc), 'leyla');
    expect(written).toEqual(['leyla']);
  });

  it('leave a repeated id that arrived from elsewhere alone, and the first edit of one mends it for both', () => {
    const [leyla, aram] = twoWriters();
    const copy = new Y.XmlElement('paragraph');
    copy.setAttribute('id', 'first1');
    copy.insert(0, [new Y.XmlText('a copy')]);
    leyla.ydoc.getXmlFragment('body').insert(1, [copy]);
    exchange(leyla, aram);
    expect(leyla.ids()).toEqual(['first1', 'first1']);
    expect(aram.ids()).toEqual(['first1', 'first1']);

    leyla.dispatch(leyla.state.tr.insertText('!', 1));
    aram.dispatch(aram.state.tr.insertText('?', 2));
    exchange(leyla, aram);
    exchange(leyla, aram);
    expect(aram.ids()).toEqual(leyla.ids());
    expect(new Set(leyla.ids()).size).toBe(2);
    expect(leyla.state.doc.textContent).toBe(aram.state.doc.textContent);
  });

  it('split the same paragraph at once and end with the same text and ids of their own', () => {
    const [leyla, aram] = twoWriters();
    leyla.splitAt(3);
    aram.splitAt(8);
    exchange(leyla, aram);
    expect(aram.ids()).toEqual(leyla.ids());
    const ids = readDocument(leyla.ydoc).body.content.map((block) => block.attrs.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
