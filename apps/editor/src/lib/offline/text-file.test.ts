import { suggestionRecords, type Media } from '@broadsheet/types';
import { writeSeed } from '@broadsheet/document';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { textFile } from './text-file.ts';

const mediaId = '01890000-0000-7000-8000-000000000000';
const filmId = '01890000-0000-7000-8000-000000000001';
const library: Record<string, Partial<Media>> = {
  [mediaId]: { filename: 'meadow.jpg', alt: { en: 'A meadow' }, caption: {}, credit: 'Lala Emin' },
};

describe('the text as a file, when nobody takes it any more', () => {
  it('has what a person who may only suggest has written, pictures with their words, and recordings', async () => {
    const doc = new Y.Doc();
    writeSeed(doc, {
      headline: 'The path',
      standfirst: [],
      body: {
        type: 'doc',
        content: [
          { type: 'paragraph', attrs: { id: 'para-1' }, content: [{ type: 'text', text: 'It is closed.' }] },
          {
            type: 'picture',
            attrs: { id: 'pic-01', mediaId, alt: null, credit: null },
            content: [{ type: 'caption', content: [{ type: 'text', text: 'Before the rain' }] }],
          },
          {
            type: 'video',
            attrs: { id: 'film-1', mediaId: filmId, src: '', title: null, duration: null, posterId: null },
            content: [{ type: 'caption', content: [{ type: 'text', text: 'The descent' }] }],
          },
        ],
      },
    });
    const line = (doc.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const id = crypto.randomUUID();
    doc.getMap(suggestionRecords).set(id, {});
    line.insert(line.length, ' Until May.', { 'insertion--AAAAAAAA': { id } });

    const file = textFile(doc, 'en', (of) => library[of] as Media | undefined, 'https://desk.example');
    const html = await file.text();
    expect(file.name).toBe('The-path.html');
    for (const words of [
      'It is closed.',
      '<ins> Until May.</ins>',
      'A meadow',
      'Before the rain',
      'Lala Emin',
    ])
      expect(html).toContain(words);
    for (const words of ['meadow.jpg', 'The descent', `https://desk.example/api/media/${filmId}/original`])
      expect(html).toContain(words);
  });
});
