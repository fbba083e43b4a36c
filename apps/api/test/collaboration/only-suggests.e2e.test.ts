import { closeCodes, suggestionRecords } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { makePerson, type TestPerson } from '../factories/make-person.ts';
import { makeArticle, oneParagraph, storedText } from './newsroom.ts';
import { WritingRoom } from './writing-room.ts';
import type { Writer } from './writer.ts';

const at = '2026-11-29T10:00:00.000Z';
const before = 'The path is closed';

/** What a client can do to the shared document without any editor. */
const line = ({ ydoc }: Writer): Y.XmlText => {
  const block = ydoc.getXmlFragment('body').get(0);
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('The first block has no text.');
  return text;
};
const block = ({ ydoc }: Writer): Y.XmlElement => ydoc.getXmlFragment('body').get(0) as Y.XmlElement;

/** A block that somebody proposes to add. */
function addedBlock(kind: string, id: string): Y.XmlElement {
  const added = new Y.XmlElement<Record<string, string | object>>(kind);
  added.setAttribute('id', 'added-block');
  added.setAttribute('suggestion', { id, op: 'insert' });
  return added as Y.XmlElement;
}

describe('S17 who may only suggest', () => {
  let room: WritingRoom;
  let timur: TestPerson;
  let colour: number;
  beforeAll(async () => {
    room = await WritingRoom.open();
    timur = await makePerson(room.test, { name: 'Timur', languages: ['az'] });
    colour = (await timur.request('GET', '/api/auth/me')).as<{ colour: number }>().colour;
  });
  afterAll(() => room.close());

  const article = () => makeArticle(room.test, { createdById: room.aysel.id, content: oneParagraph(before) });
  const record = (writer: Writer, id: string, more: object = {}) =>
    writer.ydoc.getMap(suggestionRecords).set(id, { author: timur.id, name: 'Timur', colour, at, ...more });

  /** Aysel, who writes, with a suggestion of her own in the text, and Timur, who may only suggest. */
  const bothAt = async (articleId: string) => {
    const aysel = await room.sitDown(articleId);
    const { id, colour: hers } = (await room.aysel.request('GET', '/api/auth/me')).as<{
      id: string;
      colour: number;
    }>();
    const hersId = crypto.randomUUID();
    aysel.ydoc.getMap(suggestionRecords).set(hersId, { author: id, name: 'Aysel', colour: hers, at });
    line(aysel).insert(3, ' old', { 'insertion--AAAAAAAA': { id: hersId } });
    line(aysel).format(0, 3, { 'deletion--BBBBBBBB': { id: hersId } });
    await aysel.saved();
    const writer = await room.sitDown(articleId, { cookie: timur.cookie });
    return { aysel, writer, hersId };
  };

  it('suggests words and blocks, and sees them stored, while the text stays as it is', async () => {
    const articleId = await article();
    const { aysel, writer } = await bothAt(articleId);
    const id = crypto.randomUUID();
    record(writer, id);
    line(writer).insert(4, ' steep', { 'insertion--CCCCCCCC': { id } });
    line(writer).format(line(writer).length - 6, 6, { 'deletion--DDDDDDDD': { id } });
    writer.ydoc.getXmlFragment('body').insert(1, [addedBlock('paragraph', id)]);
    await writer.saved();
    await aysel.until(() => line(aysel).toString().includes('steep'));
    expect(await storedText(room.test, articleId)).toBe(before);
    expect(writer.closes).toEqual([]);
    // and takes it back
    line(writer).delete(4, 6);
    writer.ydoc.getXmlFragment('body').delete(1, 1);
    await writer.saved();
    expect(writer.closes).toEqual([]);
  });

  type Cheat = (writer: Writer, hersId: string, mine: string) => void;
  const cheats: Record<string, Cheat> = {
    'writes directly': (writer) => line(writer).insert(2, ' very'),
    'deletes a word': (writer) => line(writer).delete(0, 2),
    'makes words bold': (writer) => line(writer).format(0, 2, { bold: {} }),
    'adds a block that is no suggestion': (writer) =>
      writer.ydoc.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')]),
    'deletes a block': (writer) => writer.ydoc.getXmlFragment('body').delete(0, 1),
    'changes a block': (writer) => block(writer).setAttribute('id', 'another-id'),
    'writes a headline': (writer) => {
      const field = new Y.XmlElement('paragraph');
      field.insert(0, [new Y.XmlText('Mine')]);
      writer.ydoc.getXmlFragment('headline').insert(0, [field]);
    },
    'accepts what another suggested': (writer) => line(writer).format(3, 4, { 'insertion--AAAAAAAA': null }),
    'rejects what another suggested': (writer) => line(writer).delete(3, 4),
    'keeps what another struck out': (writer) => line(writer).format(0, 3, { 'deletion--BBBBBBBB': null }),
    'takes over what another suggested': (writer, _hers, mine) =>
      line(writer).format(3, 4, { 'insertion--AAAAAAAA': { id: mine } }),
    'suggests in the name of another': (writer, hersId) =>
      line(writer).insert(0, 'Hers', { 'insertion--AAAAAAAA': { id: hersId } }),
    'suggests in nobody’s name': (writer) =>
      line(writer).insert(0, 'X', { 'insertion--EEEEEEEE': { id: crypto.randomUUID() } }),
    'enters a suggestion as another’s': (writer) =>
      record(writer, crypto.randomUUID(), { author: room.aysel.id }),
    'enters a suggestion under another name': (writer) =>
      record(writer, crypto.randomUUID(), { name: 'Aysel' }),
    're-attributes a suggestion': (writer, hersId) => record(writer, hersId),
    'deletes the record of a suggestion': (writer, hersId) =>
      writer.ydoc.getMap(suggestionRecords).delete(hersId),
    'adds a block of a kind that is not known': (writer, _hers, mine) =>
      writer.ydoc.getXmlFragment('body').insert(0, [addedBlock('script', mine)]),
    'makes the whole text an addition of theirs': (writer, _hers, mine) =>
      line(writer).format(0, 18, { 'insertion--FFFFFFFF': { id: mine } }),
    'keeps things elsewhere in the document': (writer) => writer.ydoc.getMap('elsewhere').set('a', 1),
  };

  it.each(Object.keys(cheats))('is stopped by the server when a client %s', async (name) => {
    const articleId = await article();
    const { aysel, writer, hersId } = await bothAt(articleId);
    const mine = crypto.randomUUID();
    record(writer, mine);
    await writer.saved();
    cheats[name]?.(writer, hersId, mine);
    await writer.closed(closeCodes.forbidden);
    writer.leave();
    aysel.type(' still');
    await aysel.saved();
    expect(await storedText(room.test, articleId)).toBe(`${before} still`);
    expect(line(aysel).toDelta()).toMatchObject([
      { insert: 'The', attributes: { 'deletion--BBBBBBBB': { id: hersId } } },
      { insert: ' old', attributes: { 'insertion--AAAAAAAA': { id: hersId } } },
      { insert: ' path is closed still' },
    ]);
    expect(aysel.ydoc.getMap(suggestionRecords).get(hersId)).toMatchObject({ name: 'Aysel' });
  });

  it('cannot send an edit that waits for one of somebody else', async () => {
    const articleId = await article();
    const { writer } = await bothAt(articleId);
    const ahead = new Y.Doc();
    Y.applyUpdate(ahead, Y.encodeStateAsUpdate(writer.ydoc));
    ahead.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')]);
    const seen = Y.encodeStateVector(ahead);
    ahead.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')]);
    writer.sendUpdate(Y.encodeStateAsUpdate(ahead, seen));
    await writer.closed(1012);
    writer.leave();
    expect(await storedText(room.test, articleId)).toBe(before);
  });

  it('nobody who writes can enter a suggestion as another’s', async () => {
    const articleId = await article();
    const aysel = await room.sitDown(articleId);
    record(aysel, crypto.randomUUID());
    await aysel.closed(closeCodes.forbidden);
    aysel.leave();
    const next = await room.sitDown(articleId);
    expect(next.ydoc.getMap(suggestionRecords).size).toBe(0);
  });
});
