import type { Inline, Language } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { clipboard } from '../test/clipboard-html.ts';
import { importHtml } from './import-html.ts';

/** The words of a text that are marked as another language, each with that; read from the document itself. */
const marked = (html: string, language?: Language) => {
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return void value.forEach(look);
    if (typeof value !== 'object' || value === null) return;
    const node = value as Inline;
    const lang = node.type === 'text' && node.marks?.find(({ type }) => type === 'lang');
    if (lang && lang.type === 'lang') found.push(`${lang.attrs.lang}: ${node.text}`);
    Object.values(value).forEach(look);
  };
  look(importHtml(html, { ...(language && { language }) }).body);
  return found;
};

describe('words in another language', () => {
  it.each(['word', 'word-web', 'outlook', 'libreoffice', 'google-docs', 'excel'])(
    'are not what %s proofread in it',
    (program) => {
      expect(marked(clipboard(program))).toEqual([]);
    },
  );

  it.each([
    ['Word that a mail program quotes', '<p class="x_MsoNormal"><span lang="EN-US">The ferry</span></p>'],
    ['one run of Word in the browser', '<span class="TextRun SCXW9 BCX0" lang="RU-RU">The ferry</span>'],
    ['one of LibreOffice', '<p class="western"><span lang="de-DE">The ferry</span></p>'],
    ['one of PowerPoint', "<div><span lang=EN-US style='mso-ansi-language:EN-US'>The ferry</span></div>"],
    ['one of Google Docs', '<b id="docs-internal-guid-1"><span lang="ru">The ferry</span></b>'],
  ])('are not a run of %s', (_, html) => {
    expect(marked(html)).toEqual([]);
  });

  it('are what a web page marks as such', () => {
    expect(marked('<p lang="en">The <i lang="fr">bac</i> is <span lang="az-Latn">yeni</span>.</p>')).toEqual([
      'fr: bac',
      'az-Latn: yeni',
    ]);
  });

  it('are not in the language of those around them, however their page writes it', () => {
    const html =
      '<div lang="EN-gb"><p>The <span lang="en-US">ferry</span> is <span lang="EN">back</span></p></div>';
    expect(marked(html)).toEqual([]);
    expect(marked('<p><span lang="fr">un <b lang="fr-CA">bac</b></span></p>')).toEqual([
      'fr: un ',
      'fr: bac',
    ]);
  });

  it('are not in the language of the article that they come into', () => {
    const html = '<p lang="fr">Le <i lang="en-GB">ferry</i> et le <i lang="az">bərə</i></p>';
    expect(marked(html, 'en')).toEqual(['az: bərə']);
    expect(marked('<p><span lang="fr">un bac dit <i lang="en">ferry</i></span></p>', 'en')).toEqual([
      'fr: un bac dit ',
    ]);
  });

  it('are in a language', () => {
    for (const tag of ['zxx', 'x-none', 'und', 'mul', 'mis', '', 'no such tag'])
      expect(marked(`<p lang="en">The <span lang="${tag}">ferry</span></p>`)).toEqual([]);
  });
});
