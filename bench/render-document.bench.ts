import { readDocument, writeSeed } from '../packages/document/src/index.ts';
import { renderHtml, type RenderContext } from '../packages/document/src/render-entry.ts';
import * as Y from 'yjs';
import { longArticle } from './lib/long-article.ts';
import { median } from './lib/measure-cpu.ts';
import { printFigure } from './lib/print-figure.ts';

/** An article of 1,000 words with four pictures: from the shared document, and from the content of a revision. */
const budget = 1;
const [rounds, times] = [21, 100];
const mediaId = '01890000-0000-7000-8000-000000000000';

const context: RenderContext = {
  language: 'en',
  picture: () => ({
    sources: { crop: 'full', key: mediaId, width: 1920, height: 1280, widths: [320, 640, 960, 1280, 1920] },
    alt: 'A bridge over a river',
    caption: 'The bridge at noon.',
    credit: 'N. Sabir',
    licence: '',
  }),
};

const content = longArticle({ words: 1000, pictures: 4 }, [mediaId]);
const ydoc = new Y.Doc();
writeSeed(ydoc, content);

/** Milliseconds of one, as the median of many rounds of many. */
function cost(work: () => unknown): number {
  const found = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    for (let time = 0; time < times; time++) work();
    return (performance.now() - begun) / times;
  });
  return median(found);
}

const html = renderHtml(content.body, context);
const rendering = cost(() => renderHtml(content.body, context));
const reading = cost(() => readDocument(ydoc));
printFigure({
  name: 'Rendering a document of 1,000 words to HTML',
  value: rendering + reading,
  unit: 'ms',
  against: budget,
  note: `reading it out of the shared document ${reading.toFixed(3)} ms, HTML ${rendering.toFixed(3)} ms, ${Math.round(html.length / 1000)} kB`,
});
