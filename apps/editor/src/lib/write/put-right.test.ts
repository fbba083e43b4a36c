import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { PutRight } from './put-right.ts';

const keptId = '01890000-0000-7000-8000-000000000000';

it('knows which letters of this page have found a place, and that others came to nothing', () => {
  const [doc, theirs] = [new Y.Doc(), new Y.Doc()];
  const putRight = new PutRight(doc);
  const paragraph = (ydoc: Y.Doc, id: string, words: string) => {
    const element = new Y.XmlElement('paragraph');
    element.setAttribute('id', id);
    element.insert(0, [new Y.XmlText(words)]);
    ydoc.getXmlFragment('body').push([element]);
    return element;
  };
  const lines = [paragraph(doc, 'moved', 'The river was low'), paragraph(doc, 'gone', 'and nobody came.')];
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  const known = Y.encodeStateVector(doc);
  const from = Y.getState(doc.store, doc.clientID);
  for (const line of lines) (line.firstChild as Y.XmlText).insert(4, 'oh');
  theirs.transact(() => {
    theirs.getXmlFragment('body').delete(0, 2);
    paragraph(theirs, 'moved', 'The river was low');
  });
  putRight.apply(Y.encodeStateAsUpdate(theirs, known), 'the newsroom');
  expect(doc.getXmlFragment('body').toString()).toContain('The ohriver was low');
  const late = (clock: number) => ({ client: doc.clientID, clock, length: 2 });
  expect(putRight.holds({ type: 'late', keptId, letters: [late(from)] })).toBe(true);
  expect(putRight.holds({ type: 'late', keptId, letters: [late(from), late(from + 2)] })).toBe(false);
});
