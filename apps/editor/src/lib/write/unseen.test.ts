import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { Unseen } from './unseen.ts';

const write = (doc: Y.Doc, words: string) => doc.getText('body').insert(0, words);

it('letters count as unseen until the newsroom has had them for a moment', () => {
  const doc = new Y.Doc();
  const unseen = new Unseen(doc);
  write(doc, 'One');
  unseen.asked();
  write(doc, 'two');
  expect(unseen.clocks(0).get(doc.clientID)).toBe(0);
  unseen.stored(1000);
  expect(unseen.clocks(1200).get(doc.clientID)).toBe(0);
  unseen.asked();
  unseen.stored(1250);
  expect(unseen.clocks(1400).get(doc.clientID)).toBe(3);
  expect(unseen.clocks(2000).get(doc.clientID)).toBe(6);
});

it('so do those that an earlier page left on the device', () => {
  const [earlier, doc] = [new Y.Doc(), new Y.Doc()];
  write(earlier, 'Known');
  const known = Y.encodeStateVector(earlier);
  write(earlier, 'Offline');
  const unseen = new Unseen(doc);
  unseen.found([Y.encodeStateAsUpdate(earlier, known)]);
  expect(unseen.clocks(0).get(earlier.clientID)).toBe(5);
  unseen.stored(0);
  expect(unseen.clocks(400).has(earlier.clientID)).toBe(false);
});
