import { suggestionRecords } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { everyBlock, mediaId, posterId, storyId, text } from '../test/every-block.ts';
import { escapeHtml } from './escape-html.ts';
import { importHtml } from './import-html.ts';
import { renderText } from './render-text.ts';
import { rescueHtml, type Referred } from './rescue-html.ts';
import { writeSeed } from './write-seed.ts';

const referred: Referred = {
  file: (id) => ({ address: `https://desk.example/api/media/${id}/original`, filename: `${id}.jpg` }),
  story: (id) => `https://desk.example/stories/${id}`,
};

function seeded(content = Object.values(everyBlock())): Y.Doc {
  const ydoc = new Y.Doc();
  writeSeed(ydoc, { headline: 'Headline', standfirst: [], body: { type: 'doc', content } });
  return ydoc;
}
const paragraphs = (...lines: string[]) =>
  seeded(
    lines.map((words, at) => ({
      type: 'paragraph',
      attrs: { id: `para-${String(at)}` },
      content: [{ type: 'text', text: words }],
    })),
  );
const block = (ydoc: Y.Doc, at: number) => ydoc.getXmlFragment('body').get(at) as Y.XmlElement;
const line = (ydoc: Y.Doc, at: number) => block(ydoc, at).get(0) as Y.XmlText;

describe('the text for the day when nobody takes it any more', () => {
  it('has every word of every kind of block, and where its files are', () => {
    const words: string[] = [];
    const kept = (each: string) => {
      words.push(`${each} ${String(words.length)}`);
      return words.at(-1) ?? '';
    };
    const html = rescueHtml(seeded(Object.values(everyBlock((each) => [text(kept(each))], kept))), referred);
    for (const each of words) expect(html).toContain(escapeHtml(each));
    for (const each of [
      mediaId,
      posterId,
      storyId,
      'https://media.example/a.mp4',
      'https://youtu.be/aqz-KE-bpKQ',
    ])
      expect(html).toContain(each);
  });

  it('has what the library says of a picture where its use says nothing', () => {
    const { picture } = everyBlock();
    const bare = { ...picture, attrs: { ...picture.attrs, alt: null, credit: null } };
    const html = rescueHtml(seeded([bare]), {
      ...referred,
      file: () => ({ address: 'https://desk.example/1', alt: 'A gate', caption: 'The gate', credit: 'Lala' }),
    });
    for (const each of ['alt="A gate"', '<p>The gate</p>', '<p>Lala</p>']) expect(html).toContain(each);
  });

  it('has what is only suggested, each marked for what it is', () => {
    const ydoc = paragraphs('The path is closed.', 'It opens in May.', 'Bring water.');
    const id = crypto.randomUUID();
    ydoc.getMap(suggestionRecords).set(id, {});
    line(ydoc, 0).insert(3, ' steep', { 'insertion--AAAAAAAA': { id } });
    line(ydoc, 1).format(12, 3, { 'deletion--BBBBBBBB': { id } });
    block(ydoc, 2).setAttribute('suggestion', { id, op: 'delete' } as unknown as string);
    const added = new Y.XmlElement<Record<string, string | object>>('heading');
    added.setAttribute('suggestion', { id, op: 'insert' });
    added.insert(0, [new Y.XmlText('On the way')]);
    ydoc.getXmlFragment('body').insert(3, [added as Y.XmlElement]);
    const html = rescueHtml(ydoc, referred);
    expect(html).toContain('The<ins> steep</ins> path is closed.');
    expect(html).toContain('It opens in <del>May</del>.');
    expect(html).toContain('<p><del>Bring water.</del></p>');
    expect(html).toContain('<h2><ins>On the way</ins></h2>');
    const { body } = importHtml(html);
    for (const each of ['The steep path is closed.', 'It opens in May.', 'Bring water.', 'On the way'])
      expect(renderText(body)).toContain(each);
  });

  it('has the words of a block that this version does not know', () => {
    const ydoc = paragraphs('Known.');
    const unknown = new Y.XmlElement('panorama');
    unknown.setAttribute('subtitle', 'Seen from the ridge');
    unknown.insert(0, [new Y.XmlText('Turn your phone.')]);
    ydoc.getXmlFragment('body').insert(1, [unknown]);
    const html = rescueHtml(ydoc, referred);
    expect(html).toContain('Seen from the ridge');
    expect(html).toContain('Turn your phone.');
  });
});
