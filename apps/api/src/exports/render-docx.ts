import { readingOrder } from '@broadsheet/document/render';
import { writeArchive } from '../archives/write-archive.ts';
import { blocksXml, creditXml, drawingXml } from './docx-body.ts';
import { inlineXml } from './docx-inline.ts';
import { DocxParts, paragraph, run, xml } from './docx-xml.ts';
import type { ExportMatter } from './export-matter.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const spaces =
  `${word} xmlns:r="${office}/relationships" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ` +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  // boxes to be ticked are younger than the standard: who does not know them reads the sign instead
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"';
const packageTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** An article as a Word document (ECMA-376): styles by Word's own names, so that it comes in again as it went out. */
export function renderDocx(matter: ExportMatter): Buffer {
  const parts = new DocxParts();
  const context = { parts, matter };
  const { content, language, headline, authors, leadMediaId, pictures, source } = matter;
  const lead = leadMediaId === null ? undefined : pictures.get(leadMediaId);
  const footer = parts.relate('footer', 'footer1.xml');
  parts.relate('styles', 'styles.xml');
  parts.relate('numbering', 'numbering.xml');
  const body =
    paragraph('Title', run(headline)) +
    (content.standfirst.length > 0 ? paragraph('Subtitle', inlineXml(content.standfirst, parts)) : '') +
    (authors.length > 0 ? paragraph('Byline', run(authors.join(', '))) : '') +
    (lead
      ? drawingXml(lead, lead.alt, context) + paragraph('Caption', run(lead.caption) + creditXml(lead.credit))
      : '') +
    blocksXml(readingOrder(content.body), context);
  const page = `<w:sectPr><w:footerReference w:type="default" r:id="${footer}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`;
  const text = (content: string) => Buffer.from(head + content, 'utf8');
  const link = `<w:hyperlink r:id="rId1">${run(source, '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`;
  return writeArchive(
    new Map([
      ['[Content_Types].xml', text(contentTypes)],
      [
        '_rels/.rels',
        text(
          relations(
            `<Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/>`,
          ),
        ),
      ],
      ['word/document.xml', text(`<w:document ${spaces}><w:body>${body}${page}</w:body></w:document>`)],
      ['word/_rels/document.xml.rels', text(relations(parts.relations.join('')))],
      ['word/footer1.xml', text(`<w:ftr ${spaces}>${paragraph('', link)}</w:ftr>`)],
      [
        'word/_rels/footer1.xml.rels',
        text(
          relations(
            `<Relationship Id="rId1" Type="${office}/relationships/hyperlink" Target="${xml(source)}" TargetMode="External"/>`,
          ),
        ),
      ],
      ['word/styles.xml', text(stylesXml(language))],
      ['word/numbering.xml', text(numberingXml(parts.starts))],
      ...parts.files,
    ]),
  );
}

const relations = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/>' +
  ['document.main', 'styles', 'numbering', 'footer']
    .map((kind) => {
      const name = kind === 'document.main' ? 'document' : kind === 'footer' ? 'footer1' : kind;
      return `<Override PartName="/word/${name}.xml" ContentType="${packageTypes}.${kind}+xml"/>`;
    })
    .join('') +
  '</Types>';

const style = (id: string, name: string, paragraphs: string, runs: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${paragraphs}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;
const letters = (name: string, runs: string): string =>
  `<w:style w:type="character" w:styleId="${name}"><w:name w:val="${name}"/><w:rPr>${runs}</w:rPr></w:style>`;
const shade = '<w:shd w:val="clear" w:color="auto" w:fill="F4F1EA"/>';
const size = (points: number): string => `<w:sz w:val="${String(points * 2)}"/>`;

const stylesXml = (language: string): string =>
  `<w:styles ${word}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia"/>${size(11)}<w:lang w:val="${language}"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  style('Title', 'Title', '', `<w:b/>${size(24)}`) +
  style('Subtitle', 'Subtitle', '', size(14)) +
  style('Byline', 'Byline', '', size(10)) +
  style('Heading2', 'heading 2', '<w:keepNext/><w:outlineLvl w:val="1"/>', `<w:b/>${size(16)}`) +
  style('Heading3', 'heading 3', '<w:keepNext/><w:outlineLvl w:val="2"/>', `<w:b/>${size(13)}`) +
  style('Heading4', 'heading 4', '<w:keepNext/><w:outlineLvl w:val="3"/>', '<w:b/>') +
  style('Caption', 'caption', '', size(9)) +
  style('Quote', 'Quote', '<w:ind w:left="720"/>', '<w:i/>') +
  style('QuoteSource', 'Quote Source', '<w:ind w:left="720"/>', size(10)) +
  style('PullQuote', 'Pull Quote', '<w:keepNext/><w:ind w:left="720" w:right="720"/>', size(16)) +
  style('PullQuoteSource', 'Pull Quote Source', '<w:ind w:left="720" w:right="720"/>', size(10)) +
  style('FactBoxTitle', 'Fact Box Title', `<w:keepNext/>${shade}`, `<w:b/>${size(13)}`) +
  style('FactBoxHeading', 'Fact Box Heading', `<w:keepNext/>${shade}`, '<w:b/>') +
  style('FactBox', 'Fact Box', shade, size(10)) +
  style('KeyPointsTitle', 'Key Points Title', '<w:keepNext/>', `<w:b/>${size(13)}`) +
  style('KeyPoint', 'Key Point', '', '') +
  style('InterviewQuestion', 'Interview Question', '<w:keepNext/>', '<w:b/>') +
  style('InterviewAnswer', 'Interview Answer', '', '') +
  style('TableTitle', 'Table Title', '<w:keepNext/>', '<w:b/>') +
  style(
    'Divider',
    'Divider',
    '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="808080"/></w:pBdr>',
    '',
  ) +
  style(
    'Code',
    'Code',
    '<w:spacing w:after="0"/>',
    '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>',
  ) +
  letters('Hyperlink', '<w:color w:val="0563C1"/><w:u w:val="single"/>') +
  letters('Credit', '<w:i/>') +
  letters('TK', '<w:shd w:val="clear" w:color="auto" w:fill="CFE8F7"/>') +
  '</w:styles>';

const levels = (level: (depth: number) => string): string =>
  Array.from(
    { length: 9 },
    (_, depth) =>
      `<w:lvl w:ilvl="${String(depth)}"><w:start w:val="1"/>${level(depth)}<w:pPr><w:ind w:left="${String(720 * (depth + 1))}" w:hanging="360"/></w:pPr></w:lvl>`,
  ).join('');

const numberingXml = (starts: readonly number[]): string =>
  `<w:numbering ${word}><w:abstractNum w:abstractNumId="0">${levels(() => '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1">${levels((depth) => `<w:numFmt w:val="decimal"/><w:lvlText w:val="%${String(depth + 1)}."/>`)}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
  starts
    .map((start, index) => {
      const override = Array.from(
        { length: 9 },
        (_, depth) =>
          `<w:lvlOverride w:ilvl="${String(depth)}"><w:startOverride w:val="${String(start)}"/></w:lvlOverride>`,
      ).join('');
      return `<w:num w:numId="${String(index + 2)}"><w:abstractNumId w:val="1"/>${override}</w:num>`;
    })
    .join('') +
  '</w:numbering>';
