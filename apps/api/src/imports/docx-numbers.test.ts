import { expect, it } from 'vitest';
import { makeDocx } from '../../test/factories/make-docx.ts';
import { docxToHtml } from './docx-to-html.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const level = (at: number, start: number, kind: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${kind}"/></w:lvl>`;
const numbering =
  `<w:numbering ${word}><w:abstractNum w:abstractNumId="0">${level(0, 3, 'decimal')}${level(1, 1, 'decimal')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="7">${level(0, 5, 'bullet')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>';
const line = (words: string, list = '') =>
  `<w:p>${list && `<w:pPr>${list}</w:pPr>`}<w:r><w:t>${words}</w:t></w:r></w:p>`;
const item = (list: number, words: string, at = 0, more = '') =>
  line(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>${more}`);

const read = async (body: string) => {
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`;
  const parts = { 'word/numbering.xml': numbering, 'word/_rels/document.xml.rels': rels };
  return (await docxToHtml(makeDocx(body, parts))).html;
};

it('a numbered list from Word begins with its number, and goes on with it behind other lines', async () => {
  expect(await read(item(1, 'a') + item(1, 'b') + line('between') + item(1, 'c'))).toBe(
    '<ol start="3"><li>a</li><li>b</li></ol><p>between</p><ol start="5"><li>c</li></ol>',
  );
});

it('a list inside another and a list that begins anew have numbers of their own; points have none', async () => {
  const tracked = '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>';
  expect(
    await read(item(3, 'a') + item(1, 'b', 1, tracked) + item(1, 'c', 1) + line('between') + item(2, 'd')),
  ).toBe('<ol start="9"><li>a<ol><li>b</li><li>c</li></ol></li></ol><p>between</p><ul><li>d</li></ul>');
});

it('S21: numbers of a hostile document are read in time that grows with its length', async () => {
  const start = performance.now();
  for (const piece of ['<w:pPr>', '<w:pPrChange>', '<w:numPr>', '<w:pPr><w:numPr>'])
    await read(`<!-- ${piece.repeat(300_000)} -->`);
  expect(performance.now() - start).toBeLessThan(10_000);
});
