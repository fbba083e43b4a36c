import { isLanguageTag, type Language, type Mark } from '@broadsheet/types';
import { standsAlone, type Attributes } from './import-elements.ts';

/** The marks on the words inside an element, and the language that these are in, as far as their page says so. */
export interface Spoken {
  marks: readonly Mark[];
  language: string | null;
}

/** Codes for words of no language, of several, of one that nobody knows. */
const nameless = new Set(['zxx', 'und', 'mul', 'mis', 'x']);
/** Around the whole page, or beginning a line: it says what the words around are in. */
const isAround = (name: string): boolean => name === 'html' || name === 'body' || standsAlone(name);

/**
 * Which passages are in another language than the words around them. What a word processor writes of it is dropped: it
 * says of each run in which language it was proofread, and nobody has marked that.
 */
export class Languages {
  private readonly article: string | null;
  private isProofread = false;

  /** @param article the language of the text that the words come into, if that is known */
  constructor(article: Language | null) {
    this.article = article;
  }

  /** Is shown each element, those that are dropped too: the maker of a page is named in its head. */
  see(name: string, attributes: Attributes): void {
    this.isProofread ||= isOfWordProcessor(name, attributes);
  }

  within({ marks, language }: Spoken, name: string, attributes: Attributes): Spoken {
    const tag = attributes.lang ?? '';
    const own = this.isProofread ? null : baseOf(tag);
    if (own === null || own === language) return { marks, language };
    if (isAround(name)) return { marks, language: own };
    const others = marks.filter(({ type }) => type !== 'lang');
    const isOther = own !== this.article;
    return { marks: isOther ? [...others, { type: 'lang', attrs: { lang: tag } }] : others, language: own };
  }
}

/** The language of a tag without script and country; null where it names none. */
function baseOf(tag: string): string | null {
  const [base = ''] = tag.toLowerCase().split('-', 1);
  return base === '' || nameless.has(base) || !isLanguageTag(tag) ? null : base;
}

const signs: readonly [string, RegExp][] = [
  // Word, Outlook and their kind, also quoted by a mail program; Word in the browser; LibreOffice
  ['class', /(?:^|\s)(?:(?:x_)*Mso[A-Z]|TextRun(?:\s|$)|SCX[WO]\d|western(?:\s|$))/],
  ['style', /(?:^|[\s;])mso-/i],
  ['id', /^docs-internal-guid-/],
  ['xmlns:o', /schemas-microsoft-com:office/],
];
const makers = /^(?:Microsoft|LibreOffice|OpenOffice|StarOffice|(?:Word|Excel|PowerPoint|OneNote)\.)/i;

/** Whether an element is as only a word processor writes it, or names one as the maker of the page. */
const isOfWordProcessor = (name: string, attributes: Attributes): boolean =>
  signs.some(([attribute, sign]) => sign.test(attributes[attribute] ?? '')) ||
  (name === 'meta' &&
    /^(?:generator|progid)$/i.test(attributes.name ?? '') &&
    makers.test(attributes.content ?? ''));
