import { isSafeHref, type Inline, type Mark } from '@broadsheet/types';
import { run, xml, type DocxParts } from './docx-xml.ts';

/** What Word calls each mark; '' where it has none, or where the words are wrapped instead. */
const properties: { [K in Mark['type']]: (mark: Extract<Mark, { type: K }>) => string } = {
  bold: () => '<w:b/>',
  italic: () => '<w:i/>',
  strike: () => '<w:strike/>',
  underline: () => '<w:u w:val="single"/>',
  highlight: () => '<w:highlight w:val="yellow"/>',
  subscript: () => '<w:vertAlign w:val="subscript"/>',
  superscript: () => '<w:vertAlign w:val="superscript"/>',
  link: () => '<w:rStyle w:val="Hyperlink"/>',
  lang: (mark) => `<w:lang w:val="${xml(mark.attrs.lang)}"/>`,
  tk: () => '<w:rStyle w:val="TK"/>',
};
/** Word wants them in the order of its schema. */
const order: Mark['type'][] = [
  'tk',
  'link',
  'bold',
  'italic',
  'strike',
  'highlight',
  'underline',
  'subscript',
  'superscript',
  'lang',
];

/** A line's text as runs. */
export function inlineXml(content: readonly Inline[] | undefined, parts: DocxParts): string {
  return (content ?? [])
    .map((node) =>
      node.type === 'text' ? textXml(node.text, node.marks ?? [], parts) : '<w:r><w:br/></w:r>',
    )
    .join('');
}

function textXml(text: string, marks: readonly Mark[], parts: DocxParts): string {
  const sorted = [...marks].sort((one, other) => order.indexOf(one.type) - order.indexOf(other.type));
  const said = sorted.map((mark) => {
    // the map is typed by kind; the compiler can't follow that the kind picked here is the mark's own
    const of = properties[mark.type] as ((mark: Mark) => string) | undefined;
    return of?.(mark) ?? '';
  });
  const words = run(text, said.filter(isFirstOfKind).join(''));
  const link = marks.find((mark) => mark.type === 'link');
  if (!link || !isSafeHref(link.attrs.href)) return words;
  return `<w:hyperlink r:id="${parts.link(link.attrs.href)}">${words}</w:hyperlink>`;
}

/** Word takes each property once: two marks may ask for another style. */
function isFirstOfKind(property: string, at: number, all: readonly string[]): boolean {
  const [kind = ''] = property.split(' ');
  return all.findIndex((other) => other.split(' ')[0] === kind) === at;
}
