import { lift, setBlockType, wrapIn } from '@tiptap/pm/commands';
import { TextSelection } from '@tiptap/pm/state';
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { exchange, Writer } from '../test/bound-writer.ts';
import { everyBlock, paragraph, text } from '../test/every-block.ts';
import { anchorsIn, markThread, unmarkThread } from './comment-anchors.ts';
import { newBlockId } from './block-id.ts';
import { readDocument } from './read-document.ts';
import { renderHtml } from './render-html.ts';
import { replaceContent } from './replace-content.ts';
import { writeSeed } from './write-seed.ts';

const order = '0198b7a0-0000-7000-8000-000000000001';
const pass = '0198b7a0-0000-7000-8000-000000000002';

function story(): Y.Doc {
  const ydoc = new Y.Doc();
  writeSeed(ydoc, {
    headline: 'The old path',
    standfirst: [{ type: 'text', text: 'Volunteers carried the stone' }],
    body: {
      type: 'doc',
      content: [
        paragraph('block-one', text('The order dated 14 April still hangs at the trailhead.')),
        paragraph('block-two', text('The path over the pass is open.')),
      ],
    },
  });
  return ydoc;
}

/** The encoded positions of some words, as an editor sends them. */
function around(writer: Writer, words: string): [Uint8Array, Uint8Array] {
  const at = positionOf(writer, words);
  return [encoded(writer, at), encoded(writer, at + words.length)];
}

/** As an editor sends it when everything is selected. */
const wholeText = (writer: Writer): [Uint8Array, Uint8Array] => [
  encoded(writer, 0),
  encoded(writer, writer.state.doc.content.size),
];

function encoded(writer: Writer, position: number): Uint8Array {
  const { binding } = ySyncPluginKey.getState(writer.state) as {
    binding: { type: Y.XmlFragment; mapping: Map<unknown, unknown> };
  };
  const { type, mapping } = binding;
  return Y.encodeRelativePosition(
    absolutePositionToRelativePosition(position, type, mapping as never) as Y.RelativePosition,
  );
}

function positionOf(writer: Writer, words: string): number {
  let found = -1;
  writer.state.doc.descendants((node, position) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (at >= 0) found = position + 1 + at;
  });
  return found;
}

const marked = (ydoc: Y.Doc) => anchorsIn(ydoc).map(({ threadId, words }) => [threadId, words]);

function commented(): { writer: Writer; server: Y.Doc } {
  const server = story();
  const writer = new Writer(Y.encodeStateAsUpdate(server));
  const [from, to] = around(writer, 'dated 14 April');
  expect(markThread(server, 'body', order, from, to)).toEqual({
    quote: 'dated 14 April',
    blockId: 'block-one',
  });
  Y.applyUpdate(writer.ydoc, Y.encodeStateAsUpdate(server));
  return { writer, server };
}

describe('what a thread is about', () => {
  it('is found by the server where the editor saw it, though somebody wrote before it meanwhile', () => {
    const server = story();
    const writer = new Writer(Y.encodeStateAsUpdate(server));
    const [from, to] = around(writer, 'dated 14 April');
    const other = new Writer(Y.encodeStateAsUpdate(server));
    other.dispatch(other.state.tr.insertText('As we wrote, ', 1));
    Y.applyUpdate(server, Y.encodeStateAsUpdate(other.ydoc));
    expect(markThread(server, 'body', order, from, to)?.quote).toBe('dated 14 April');
  });

  it('is everything where the whole text was selected, in a document that the server has just read', () => {
    const stored = Y.encodeStateAsUpdate(story());
    const server = new Y.Doc();
    Y.applyUpdate(server, stored);
    expect(markThread(server, 'body', order, ...wholeText(new Writer(stored)))).toEqual({
      quote: 'The order dated 14 April still hangs at the trailhead. The path over the pass is open.',
      blockId: 'block-one',
    });
  });

  it('is kept under the very name by which the editor’s binding keeps it, so that its first edit changes nothing', () => {
    const { writer } = commented();
    writer.dispatch(writer.state.tr.insertText('!', 1));
    const [, element] = [null, writer.ydoc.getXmlFragment('body').get(0) as Y.XmlElement];
    const keys = (element.get(0) as Y.XmlText)
      .toDelta()
      .flatMap((run: { attributes?: object }) => Object.keys(run.attributes ?? {}));
    expect(keys).toHaveLength(1);
    expect(marked(writer.ydoc)).toEqual([[order, 'dated 14 April']]);
  });

  it('may lie over what another is about, and over several blocks', () => {
    const { writer, server } = commented();
    const [from] = around(writer, '14 April');
    const [, to] = around(writer, 'The path');
    expect(markThread(server, 'body', pass, from, to)?.quote).toBe(
      '14 April still hangs at the trailhead. The path',
    );
    expect(marked(server)).toEqual([
      [order, 'dated 14 April'],
      [pass, '14 April still hangs at the trailhead.'],
      [pass, 'The path'],
    ]);
    Y.applyUpdate(writer.ydoc, Y.encodeStateAsUpdate(server));
    writer.splitAt(positionOf(writer, 'April'));
    expect(marked(writer.ydoc).filter(([thread]) => thread === order)).toEqual([
      [order, 'dated 14 '],
      [order, 'April'],
    ]);
  });

  it('is nothing where the positions lead to no text', () => {
    const { server, writer } = commented();
    const [from] = around(writer, 'dated');
    expect(markThread(server, 'body', pass, from, from)).toBeNull();
    expect(markThread(server, 'standfirst', pass, ...around(writer, 'order'))).toBeNull();
    expect(markThread(server, 'body', pass, new Uint8Array([9, 9]), from)).toBeNull();
    const elsewhere = new Writer(Y.encodeStateAsUpdate(story()));
    elsewhere.dispatch(elsewhere.state.tr.insertText('Unsent words', 1));
    expect(markThread(server, 'body', pass, ...around(elsewhere, 'Unsent words'))).toBeNull();
    expect(marked(server)).toEqual([[order, 'dated 14 April']]);
  });

  it('survives words typed within, and does not grow by words typed at its ends', () => {
    const { writer } = commented();
    const at = positionOf(writer, 'dated');
    writer.dispatch(writer.state.tr.insertText(' or so', at + 'dated 14 April'.length));
    writer.dispatch(writer.state.tr.insertText('the ', at));
    writer.dispatch(writer.state.tr.insertText('th', at + 'the dated 14'.length));
    expect(marked(writer.ydoc)).toEqual([[order, 'dated 14th April']]);
  });

  it.each([
    ['a heading', (writer: Writer) => setBlockType(writer.state.schema.nodes['heading']!, { level: 2 })],
    ['code', (writer: Writer) => setBlockType(writer.state.schema.nodes['codeBlock']!)],
    ['a quote', (writer: Writer) => wrapIn(writer.state.schema.nodes['blockquote']!, { id: newBlockId() })],
  ])('survives its paragraph becoming %s', (_, command) => {
    const { writer } = commented();
    writer.dispatch(
      writer.state.tr.setSelection(TextSelection.create(writer.state.doc, positionOf(writer, 'order'))),
    );
    expect(command(writer)(writer.state, (transaction) => writer.dispatch(transaction))).toBe(true);
    expect(marked(writer.ydoc)).toEqual([[order, 'dated 14 April']]);
    lift(writer.state, (transaction) => writer.dispatch(transaction));
    expect(marked(writer.ydoc)).toEqual([[order, 'dated 14 April']]);
    expect(() => readDocument(writer.ydoc)).not.toThrow();
  });

  it('moves with its block, and comes back with an undo', () => {
    const { writer } = commented();
    const history = new Y.UndoManager(writer.ydoc.getXmlFragment('body'), {
      trackedOrigins: new Set([ySyncPluginKey]),
      captureTimeout: 0,
    });
    const block = writer.state.doc.child(0);
    writer.dispatch(writer.state.tr.delete(0, block.nodeSize));
    expect(marked(writer.ydoc)).toEqual([]);
    history.undo();
    expect(marked(writer.ydoc)).toEqual([[order, 'dated 14 April']]);
    history.redo();
    writer.dispatch(writer.state.tr.insert(writer.state.doc.content.size, block));
    expect(marked(writer.ydoc)).toEqual([[order, 'dated 14 April']]);
    const at = positionOf(writer, 'dated');
    writer.dispatch(writer.state.tr.delete(at - 3, at + 20));
    expect(marked(writer.ydoc)).toEqual([]);
    history.undo();
    expect(marked(writer.ydoc)).toEqual([[order, 'dated 14 April']]);
  });

  it('is taken out of the text with its thread, and leaves the others', () => {
    const { writer, server } = commented();
    markThread(server, 'body', pass, ...around(writer, '14 April still'));
    unmarkThread(server, order);
    expect(marked(server)).toEqual([[pass, '14 April still']]);
  });

  it('is no part of the content, so no reader, revision or translation ever holds it', () => {
    const plain = story();
    const { writer, server } = commented();
    markThread(server, 'body', pass, ...around(writer, 'path over'));
    expect(readDocument(server)).toEqual(readDocument(plain));
    const html = renderHtml(readDocument(server).body, { language: 'en', picture: () => null });
    expect(html).not.toContain(order);
    expect(html).toContain('<p>The order dated 14 April still hangs');
  });

  it('stays at its words when an earlier version is put back, where they stand in it', () => {
    const { writer, server } = commented();
    markThread(server, 'body', pass, ...around(writer, 'is open'));
    const before = readDocument(server);
    const other = new Writer(Y.encodeStateAsUpdate(server));
    other.dispatch(other.state.tr.insertText('Long ago. ', 1));
    const content = structuredClone(before);
    content.body.content[1] = paragraph('block-two', text('The path is closed.'));
    replaceContent(other.ydoc, content);
    expect(marked(other.ydoc)).toEqual([[order, 'dated 14 April']]);
    expect(readDocument(other.ydoc)).toEqual(content);
  });

  it('can be in every block that holds text, and the text can still be published', () => {
    const server = new Y.Doc();
    writeSeed(server, {
      headline: 'Everything',
      standfirst: [],
      body: { type: 'doc', content: Object.values(everyBlock()) },
    });
    const before = readDocument(server);
    const writer = new Writer(Y.encodeStateAsUpdate(server));
    const all = wholeText(writer);
    expect(markThread(server, 'body', order, ...all)).not.toBeNull();
    expect(anchorsIn(server).length).toBeGreaterThan(10);
    expect(readDocument(server)).toEqual(before);
    exchange(writer, { ydoc: server } as Writer);
    expect(writer.state.doc.textContent.length).toBeGreaterThan(100);
  });
});
