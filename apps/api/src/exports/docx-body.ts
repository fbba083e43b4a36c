import { dayInWords, renderWords } from '@broadsheet/document/render';
import {
  embedNames,
  parseEmbed,
  type Audio,
  type Block,
  type Blockquote,
  type Inline,
  type Picture,
  type PullQuote,
  type Video,
} from '@broadsheet/types';
import { inlineXml } from './docx-inline.ts';
import { tableXml } from './docx-table.ts';
import { paragraph, run, xml, type DocxParts } from './docx-xml.ts';
import type { ExportMatter, ExportPicture } from './export-matter.ts';

export interface DocxContext {
  parts: DocxParts;
  matter: ExportMatter;
  /** That of lines which have none of their own: of the box that they stand in. */
  style?: string;
}

type Renderers = {
  [K in Block['type']]: (block: Extract<Block, { type: K }>, context: DocxContext) => string;
};
type List = Extract<Block, { type: 'bulletList' | 'orderedList' | 'taskList' }>;

/** Every kind of block has its line here, so that a new one that is not exported does not compile. */
const renderers: Renderers = {
  paragraph: (block, context) => line(context.style ?? '', block.content, context),
  heading: (block, context) => line(`Heading${String(block.attrs.level)}`, block.content, context),
  bulletList: (block, context) => listXml(block, context, 0),
  orderedList: (block, context) => listXml(block, context, 0),
  taskList: (block, context) => listXml(block, context, 0),
  blockquote: (block, context) => quoteXml('Quote', block, context),
  pullQuote: (block, context) => quoteXml('PullQuote', block, context),
  codeBlock: (block) =>
    (block.content?.map(({ text }) => text).join('') ?? '')
      .split('\n')
      .map((each) => paragraph('Code', run(each)))
      .join(''),
  picture: pictureXml,
  gallery: (block, context) =>
    title(block.attrs.title) + block.content.map((each) => pictureXml(each, context)).join(''),
  video: recordingXml,
  audio: recordingXml,
  embed: (block, context) => {
    const parsed = parseEmbed(block.attrs.address);
    if (!parsed) return '';
    return addressXml(
      parsed.link,
      block.attrs.title ?? embedNames[parsed.provider],
      block.content[0]?.content,
      context,
    );
  },
  factBox: ({ attrs, content }, context) =>
    (attrs.title ? paragraph('FactBoxTitle', run(attrs.title)) : '') +
    content
      .map((each) =>
        each.type === 'heading'
          ? line('FactBoxHeading', each.content, context)
          : blocksXml([each], { ...context, style: 'FactBox' }),
      )
      .join(''),
  keyPoints: (block, context) =>
    paragraph('KeyPointsTitle', run(renderWords[context.matter.language].keyPoints)) +
    block.content
      .map((each) => paragraph('KeyPoint', inlineXml(each.content, context.parts), numbering(1, 0)))
      .join(''),
  qa: (block, context) =>
    block.content
      .map((each) =>
        each.type === 'question'
          ? line('InterviewQuestion', each.content, context)
          : blocksXml([each], { ...context, style: 'InterviewAnswer' }),
      )
      .join(''),
  table: (block, { parts }) => tableXml(block, parts),
  relatedStory: ({ attrs }, context) => {
    const { language, related } = context.matter;
    const story = related.get(attrs.storyId);
    const before = run(`${renderWords[language].relatedStory}: `, '<w:b/>');
    return story ? paragraph('', before + linkXml(story.address, story.headline, context)) : '';
  },
  correction: ({ attrs, content }, context) => {
    const { language } = context.matter;
    return (
      title(`${renderWords[language].correction}, ${dayInWords(attrs.date, language)}`) +
      content.map((each) => line('', each.content, context)).join('')
    );
  },
  horizontalRule: () => paragraph('Divider', ''),
};

/** The blocks of a body as WordprocessingML. */
export function blocksXml(blocks: readonly Block[], context: DocxContext): string {
  return blocks
    .map((block) => {
      // the map is typed by kind; the compiler can't follow that the kind picked here is the block's own
      const render = renderers[block.type] as (block: Block, context: DocxContext) => string;
      return render(block, context);
    })
    .join('');
}

const line = (style: string, content: Inline[] | undefined, { parts }: DocxContext): string =>
  paragraph(style, inlineXml(content, parts));
const title = (text: string | null): string => (text ? paragraph('', run(text, '<w:b/>')) : '');
const numbering = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(list)}"/></w:numPr>`;

function listXml(list: List, context: DocxContext, level: number): string {
  const number = list.type === 'orderedList' ? context.parts.orderedList(list.attrs.start) : 1;
  const items = list.content as readonly (typeof list.content)[number][];
  return items
    .map((item) => {
      const box = 'checked' in item.attrs ? boxXml(item.attrs.checked === true) : '';
      return item.content
        .map((each, index) => {
          if (each.type !== 'paragraph') return listXml(each, context, Math.min(level + 1, 8));
          const words = inlineXml(each.content, context.parts);
          return paragraph(
            context.style ?? '',
            (index === 0 ? box : '') + words,
            index === 0 ? numbering(number, level) : '<w:ind w:left="720"/>',
          );
        })
        .join('');
    })
    .join('');
}

/** A box that Word lets one tick. */
const boxXml = (isChecked: boolean): string =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${isChecked ? '1' : '0'}"/></w14:checkbox></w:sdtPr>` +
  `<w:sdtContent>${run(isChecked ? '☒' : '☐')}</w:sdtContent></w:sdt>${run(' ')}`;

const quoteXml = (style: string, { content, attrs }: Blockquote | PullQuote, context: DocxContext): string =>
  content.map((each) => line(style, each.content, context)).join('') +
  (attrs.attribution ? paragraph(`${style}Source`, run(attrs.attribution)) : '');

const linkXml = (address: string, label: string, { parts }: DocxContext): string =>
  `<w:hyperlink r:id="${parts.link(address)}">${run(label, '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`;

const addressXml = (
  address: string,
  label: string,
  words: Inline[] | undefined,
  context: DocxContext,
): string =>
  paragraph('', linkXml(address, label, context)) +
  (words ? paragraph('Caption', inlineXml(words, context.parts)) : '');

function recordingXml({ type, attrs, content }: Video | Audio, context: DocxContext): string {
  const { language, recordings, pictures, source } = context.matter;
  const address = attrs.mediaId ? recordings.get(attrs.mediaId) : attrs.src;
  const label = attrs.title ?? renderWords[language].kinds[type];
  const poster = 'posterId' in attrs && attrs.posterId ? pictures.get(attrs.posterId) : undefined;
  return (
    (poster ? drawingXml(poster, poster.alt, context) : '') +
    addressXml(address ?? source, label, content[0]?.content, context)
  );
}

function pictureXml(block: Picture, context: DocxContext): string {
  const picture = context.matter.pictures.get(block.attrs.mediaId);
  const words = inlineXml(block.content[0]?.content, context.parts) || run(picture?.caption ?? '');
  const credit = block.attrs.credit ?? picture?.credit;
  const caption = paragraph('Caption', words + creditXml(credit));
  return (picture ? drawingXml(picture, block.attrs.alt ?? picture.alt, context) : '') + caption;
}

/** Behind the words under a picture, in a style of its own: it is known again by that. */
export const creditXml = (credit: string | undefined): string =>
  credit ? run(' ') + run(credit, '<w:rStyle w:val="Credit"/>') : '';

/** English Metric Units in a pixel of 96 to the inch, and the width of the text on a page. */
const unit = 9525;
const widest = 600;

/** A picture in a paragraph of its own, as wide as the text at most; its description goes with it. */
export function drawingXml(picture: ExportPicture, alt: string, { parts }: DocxContext): string {
  if (!picture.bytes) return '';
  const width = Math.min(picture.width, widest);
  const height = Math.round((picture.height / picture.width) * width);
  const { id, number } = parts.picture(picture.bytes);
  const size = `cx="${String(width * unit)}" cy="${String(height * unit)}"`;
  const name = `id="${String(number)}" name="Picture ${String(number)}" descr="${xml(alt)}"`;
  return paragraph(
    '',
    `<w:r><w:drawing><wp:inline><wp:extent ${size}/><wp:docPr ${name}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
    '<w:keepNext/>',
  );
}
