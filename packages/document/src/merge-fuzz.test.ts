import type { Block } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { everyBlock, paragraph, text } from '../test/every-block.ts';
import { numbersFrom, type Numbers } from '../test/numbers-from.ts';
import { readDocument, readTexts } from './read-document.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { replaceContent } from './replace-content.ts';
import { writeSeed } from './write-seed.ts';

function linesIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? linesIn(child) : [];
  });
}

const words = ['snow', ' path', 'dağ ', 'гора', 'լեռ', ' <b>', '\u200B', '“'];

/** One thing that a writer does: types, deletes, formats, moves blocks about, adds one or takes one out. */
function edit(ydoc: Y.Doc, next: Numbers, round: number): void {
  const lines = linesIn(ydoc.getXmlFragment('body'));
  const line = lines[next(lines.length)];
  switch (next(6)) {
    case 0:
    case 1:
      return line?.insert(next(line.length + 1), words[next(words.length)] ?? '');
    case 2:
      return line && line.length > 2 ? line.delete(next(line.length - 1), 1) : undefined;
    case 3: {
      const inCode = line?.parent instanceof Y.XmlElement && line.parent.nodeName === 'codeBlock';
      return line && line.length > 1 && !inCode ? line.format(0, 1, { highlight: {} }) : undefined;
    }
    case 4:
      return rearrange(ydoc, (blocks) => blocks.filter((_, index) => index !== next(blocks.length)));
    default:
      return rearrange(ydoc, (blocks) => {
        const kinds = Object.values(everyBlock());
        const added = kinds[next(kinds.length)] ?? paragraph(`added${String(round)}`, text('New'));
        const place = next(blocks.length + 1);
        return [...blocks.slice(0, place), added, ...blocks.slice(place)];
      });
  }
}

function rearrange(ydoc: Y.Doc, change: (blocks: Block[]) => Block[]): void {
  const content = readDocument(ydoc);
  const blocks = change(content.body.content);
  if (blocks.length > 0) replaceContent(ydoc, { ...content, body: { type: 'doc', content: blocks } });
}

function exchange(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)));
}

const context = { language: 'en' as const, picture: () => null };

describe('two people who write in every kind of block at once', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'end with one text that can be published (%i)',
    (seed) => {
      const next = numbersFrom(seed);
      const leyla = new Y.Doc();
      writeSeed(leyla, {
        headline: 'Together',
        standfirst: [],
        body: { type: 'doc', content: Object.values(everyBlock()) },
      });
      const aram = new Y.Doc();
      exchange(leyla, aram);
      for (let round = 0; round < 8; round++) {
        for (const ydoc of [leyla, aram])
          for (let edits = next(4); edits >= 0; edits--) edit(ydoc, next, round);
        exchange(leyla, aram);
        const content = readDocument(leyla);
        expect(readTexts(aram)).toEqual(readTexts(leyla));
        expect(renderText(content.body)).toBe(renderText(readDocument(aram).body));
        expect(renderHtml(content.body, context)).not.toContain('<b>');

        const copy = new Y.Doc();
        writeSeed(copy, content);
        expect(readDocument(copy)).toEqual(content);
      }
    },
  );
});
