/** Letters that stand in no text, around the number of a paragraph on its way through the converter. */
const [begin, end] = ['\uE000', '\uE001'];

interface Level {
  start: number;
  isBullet: boolean;
}

interface List {
  id: string;
  /** Lists of one kind go on counting. */
  kind: string;
  levels: ReadonlyMap<number, Level>;
  /** Where it begins anew. */
  starts: ReadonlyMap<number, number>;
}

/**
 * The document with the number of each numbered paragraph before its words: Word counts lists on across other
 * paragraphs, and the converter forgets where they begin. Reads each letter once, whatever the XML holds.
 */
export function withNumbers(document: string, numbering: string): string {
  const lists = listsIn(numbering);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return withoutFormerFormats(document)
    .split('</w:pPr>')
    .map((part, index, all) => {
      if (index === all.length - 1) return part;
      const own = part.slice(Math.max(0, part.lastIndexOf('<w:pPr')));
      const at = own.indexOf('<w:numPr');
      const list = at < 0 ? undefined : lists.get(valueOf(own.slice(at), 'numId') ?? '');
      const level = at < 0 ? 0 : Number(valueOf(own.slice(at), 'ilvl') ?? 0);
      const known = list?.levels.get(level);
      if (!list || !known || known.isBullet) return `${part}</w:pPr>`;
      const count = counters.get(list.kind) ?? [];
      const use = `${list.id} ${String(level)}`;
      const anew = begun.has(use) ? undefined : list.starts.get(level);
      begun.add(use);
      const before = count[level];
      const number = anew ?? (before === undefined ? known.start : before + 1);
      counters.set(list.kind, [...count.slice(0, level), number]);
      return `${part}</w:pPr><w:r><w:t>${begin}${String(number)}${end}</w:t></w:r>`;
    })
    .join('');
}

/** The converter's HTML with those numbers at the beginning of each list, and nowhere else. */
export const withStarts = (html: string): string =>
  html
    .replace(/<ol><li>\uE000(\d{1,7})\uE001/g, (_, number: string) =>
      number === '1' ? '<ol><li>' : `<ol start="${number}"><li>`,
    )
    .replace(/\uE000\d{1,20}\uE001/g, '');

function listsIn(numbering: string): Map<string, List> {
  const kinds = new Map(
    elements(numbering, 'abstractNum').map((xml) => {
      const levels = elements(xml, 'lvl').map((level): [number, Level] => [
        Number(attributeOf(level, 'ilvl') ?? 0),
        { start: Number(valueOf(level, 'start') ?? 1), isBullet: valueOf(level, 'numFmt') === 'bullet' },
      ]);
      return [attributeOf(xml, 'abstractNumId') ?? '', new Map(levels)];
    }),
  );
  const lists = elements(numbering, 'num').map((xml): [string, List] => {
    const [id, kind] = [attributeOf(xml, 'numId') ?? '', valueOf(xml, 'abstractNumId') ?? ''];
    const starts = elements(xml, 'lvlOverride').flatMap((override): [number, number][] => {
      const start = valueOf(override, 'startOverride');
      return start === null ? [] : [[Number(attributeOf(override, 'ilvl') ?? 0), Number(start)]];
    });
    return [id, { id, kind, levels: kinds.get(kind) ?? new Map(), starts: new Map(starts) }];
  });
  return new Map(lists);
}

/** What a paragraph looked like before a change that was tracked is no list of today. */
function withoutFormerFormats(document: string): string {
  const [opening, closing] = ['<w:pPrChange', '</w:pPrChange>'];
  const [first = '', ...rest] = document.split(opening);
  const after = (part: string) => {
    const at = part.indexOf(closing);
    return at < 0 ? opening + part : part.slice(at + closing.length);
  };
  return first + rest.map(after).join('');
}

/** From the first attribute of each such element to its end. */
const elements = (xml: string, name: string): string[] =>
  xml
    .split(`<w:${name} `)
    .slice(1)
    .map((part) => part.split(`</w:${name}>`, 1)[0] ?? '');
/** Of the element that `elements` cut out. */
const attributeOf = (xml: string, name: string): string | null =>
  new RegExp(`^[^>]{0,500}?w:${name}="(\\d{1,7})"`).exec(` ${xml}`)?.[1] ?? null;
/** The value of the first such element inside. */
const valueOf = (xml: string, name: string): string | null =>
  new RegExp(`<w:${name} w:val="(\\w{1,20})"`).exec(xml)?.[1] ?? null;
