import mammoth from 'mammoth';
import { ArchiveError, readArchive } from '../archives/read-archive.ts';
import { writeArchive } from '../archives/write-archive.ts';
import type { ConvertedFile } from './converted-file.ts';
import { namesOfPictures } from './docx-picture-names.ts';
import { withNumbers, withStarts } from './docx-numbers.ts';

interface DocxHtml {
  html: string;
  /** By the address under which they stand in the HTML. */
  pictures: Map<string, { bytes: Buffer; filename?: string }>;
  lost: ConvertedFile['lost'];
}

const limits = { files: 3000, bytes: 160 * 1024 * 1024, fileBytes: 40 * 1024 * 1024 };
/** Of a part in XML: a document of 10,000 words has about 2 MB. */
const longestXml = 24 * 1024 * 1024;

/** What stands in a box of ours, lists in it too: the converter would take those for lists of the article. */
function boxStyles(style: string, box: string): string[] {
  const lists = [1, 2, 3, 4, 5].flatMap((level) =>
    ['ul', 'ol'].map((list) => {
      const kind = list === 'ul' ? 'unordered-list' : 'ordered-list';
      return `p[style-name='${style}']:${kind}(${String(level)}) => ${box} > ${'ul|ol > li > '.repeat(level - 1)}${list} > li:fresh`;
    }),
  );
  return [...lists, `p[style-name='${style}'] => ${box} > p:fresh`];
}

const [factBox, keyPoints] = ["aside[data-block='factBox']", "div[data-block='keyPoints']"];
const [interview, pullQuote] = ["div[data-block='qa']", "blockquote[data-block='pullQuote']"];

/** Those that our own documents have beside Word's. */
const ownStyles = [
  `p[style-name='Pull Quote'] => ${pullQuote} > p:fresh`,
  `p[style-name='Pull Quote Source'] => ${pullQuote} > footer:fresh`,
  `p[style-name='Fact Box Title'] => ${factBox}:fresh > h2:fresh`,
  `p[style-name='Fact Box Heading'] => ${factBox} > h3:fresh`,
  ...boxStyles('Fact Box', factBox),
  `p[style-name='Key Points Title'] => ${keyPoints}:fresh > p:fresh`,
  `p[style-name='Key Point'] => ${keyPoints} > p:fresh`,
  `p[style-name='Interview Question'] => ${interview} > dt:fresh`,
  ...boxStyles('Interview Answer', interview),
  "p[style-name='Table Title'] => p.table-title:fresh",
  "p[style-name='Divider'] => hr:fresh",
  "r[style-name='Credit'] => span.credit",
  "r[style-name='TK'] => span[data-tk='tk']",
];

/** Names of styles are Word's own, in whatever language its menus are. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.msosubtitle:fresh",
  "p[style-name='caption'] => p.msocaption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Quote Source'] => blockquote > footer:fresh",
  "p[style-name='Code'] => pre:separator('\\n')",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
  'u => u',
  'strike => s',
  'highlight => mark',
  ...ownStyles,
];

/** A Word document as HTML, with its changes accepted. Throws `ArchiveError` on what is none, or too much. */
export async function docxToHtml(bytes: Buffer): Promise<DocxHtml> {
  const parts = readArchive(bytes, limits);
  const document = parts.get(mainPartOf(parts));
  if (!document) throw new ArchiveError('No document in it');
  const safe = new Map(
    [...parts].map(([name, part]) => [name, /\.(?:xml|rels)$/i.test(name) ? plainXml(part) : part]),
  );
  const main = mainPartOf(parts);
  const numbers = withNumbers(text(safe.get(main)), text(safe.get('word/numbering.xml')));
  safe.set(main, Buffer.from(numbers, 'utf8'));
  const pictures: DocxHtml['pictures'] = new Map();
  const nameOf = namesOfPictures(parts, main);
  const { value: html } = await mammoth.convertToHtml(
    { buffer: writeArchive(safe) },
    {
      styleMap,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async (image) => {
        const src = `file:part-${String(pictures.size)}`;
        const bytes = Buffer.from(await image.readAsArrayBuffer());
        const filename = nameOf(bytes);
        pictures.set(src, { bytes, ...(filename && { filename }) });
        return { src };
      }),
    },
  );
  return { html: withStarts(html), pictures, lost: lostIn(document, parts.get('word/comments.xml')) };
}

const text = (part: Buffer | undefined): string => part?.toString('utf8') ?? '';

const mainPartOf = (parts: ReadonlyMap<string, Buffer>): string =>
  parts.has('word/document.xml')
    ? 'word/document.xml'
    : ([...parts.keys()].find((name) => /^word\/document\d*\.xml$/.test(name)) ?? '');

/** XML without entities of its own, with words that were moved counted as put in and taken out. */
function plainXml(part: Buffer): Buffer {
  if (part.length > longestXml) throw new ArchiveError('Too much XML', true);
  const text = part.toString('utf8');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new ArchiveError('It defines entities');
  return Buffer.from(
    text.replace(/<(\/?)w:moveTo(?=[\s>])/g, '<$1w:ins').replace(/<(\/?)w:moveFrom(?=[\s>])/g, '<$1w:del'),
    'utf8',
  );
}

function lostIn(document: Buffer, comments: Buffer | undefined): ConvertedFile['lost'] {
  const text = document.toString('utf8');
  const count = (pattern: RegExp, within = text) => within.match(pattern)?.length ?? 0;
  const lost = {
    formulas: count(/<m:oMath[\s>]/g),
    charts: count(/<(?:c:chart|wps:wsp|w:object|dgm:relIds)[\s>]/g),
    comments: count(/<w:comment\s/g, comments?.toString('utf8') ?? ''),
  };
  return Object.fromEntries(Object.entries(lost).filter(([, each]) => each > 0));
}
