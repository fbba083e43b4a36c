import { TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { paragraph, text } from '../test/every-block.ts';
import { SuggestingWriter } from '../test/suggesting-writer.ts';
import { writeSeed } from './write-seed.ts';

it('what others take away is drawn, also in two steps, before a caret at the end of the text', () => {
  const ydoc = new Y.Doc();
  const lines = ['The path was closed after a landslide.', 'Two summers running.'];
  const content = lines.map((line, index) => paragraph(`line-${String(index)}`, text(line)));
  writeSeed(ydoc, { headline: 'x', standfirst: [], body: { type: 'doc', content } });
  const writer = new SuggestingWriter('one', Y.encodeStateAsUpdate(ydoc), false);
  const { doc, tr } = writer.state;
  writer.dispatch(tr.setSelection(TextSelection.atEnd(doc)));

  const line = (of: Y.Doc) => (of.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  line(ydoc).delete(0, 30);
  writer.ydoc.once('afterTransaction', () => line(writer.ydoc).delete(0, 1));
  Y.applyUpdate(writer.ydoc, Y.encodeStateAsUpdate(ydoc, Y.encodeStateVector(writer.ydoc)));
  expect(writer.state.doc.textBetween(0, writer.state.doc.content.size, '\n')).toBe(
    'dslide.\nTwo summers running.',
  );
  expect(writer.state.selection.$head.parent.textContent).toBe('Two summers running.');
});
