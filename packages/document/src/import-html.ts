import type { Block, Body, Inline, Language, Mark, Picture, Standfirst, Table } from '@broadsheet/types';
import { Parser } from 'htmlparser2';
import { newBlockId } from './block-id.ts';
import { TooMuchToImport } from './document-error.ts';
import { bodyContainer, type Container } from './import-containers.ts';
import {
  isDropped,
  isUnseen,
  lineKindOf,
  marksWithin,
  standsAlone,
  type Attributes,
} from './import-elements.ts';
import { ArticleHead } from './import-head.ts';
import { Languages, type Spoken } from './import-languages.ts';
import { lostAddress } from './import-lost.ts';
import { addBreak, addText, newLine, placeLine, wordsOf, type Line } from './import-line.ts';
import { isDrawn, isNoteLink, isNoteText, meaningOf } from './import-meaning.ts';
import { mediaBlock } from './import-media.ts';
import {
  creditIn,
  emojiOf,
  isCredit,
  newPicture,
  pictureSource,
  type ImportedPicture,
} from './import-pictures.ts';
import { placeIn } from './import-places.ts';
import { ClassStyles } from './import-styles.ts';
import { withCaption } from './import-tables.ts';
import { isMarker, wordLevel, WordLists } from './import-word-lists.ts';

/** A body made from HTML, and how often what could not be taken over stood in it, by element. */
export interface ImportedHtml {
  /** Empty where the HTML has none, or was not asked for it. */
  headline: string;
  standfirst: Standfirst;
  body: Body;
  /** The pictures of the body that are not in the library yet. */
  pictures: ImportedPicture[];
  lost: Record<string, number>;
}

export interface ImportOptions {
  /** Whether pictures stand in the body under ids of their own; otherwise they are counted as lost. */
  pictures?: boolean;
  /** Whether the HTML is a whole article: its first heading is the headline, a subtitle the standfirst. */
  whole?: boolean;
  /** The language of the article that the words come into, where it is known. */
  language?: Language;
}

interface OpenElement extends Spoken {
  name: string;
  container: Container;
  /** Its text is a number that leads to a footnote, the bullet that Word drew, or the name of a photographer. */
  holds?: 'note' | 'marker' | 'credit';
}

/** Longer or deeper pages are refused rather than read for minutes; no article has so many words. */
const longestHtml = 12_000_000;
const deepestElement = 1000;
const longestText = 250_000;
const mostLines = 5000;

/**
 * HTML of another system, or of the clipboard, as a body: our blocks and marks, and nothing else. Frames of
 * sites that can be embedded become cards. Unknown elements are unwrapped to their text; scripts, styles and forms
 * are dropped and counted; comments and what was deleted while changes were tracked are dropped; links that may not
 * be are dropped from their text; footnotes become text. Needs no DOM. Throws `TooMuchToImport` on a page out of
 * bounds.
 */
export function importHtml(html: string, options: ImportOptions = {}): ImportedHtml {
  if (html.length > longestHtml) throw new TooMuchToImport('The HTML is too long.');
  const reader = new HtmlReader(options);
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    onclosetag: (name) => reader.close(name),
    ontext: (text) => reader.text(text),
  });
  parser.end(html);
  return reader.finish();
}

/** Controls and invisible letters; code keeps its tabs and line ends. */
const odd = /[\p{Cc}\u200B\uFEFF]/gu;
const oddInCode = /(?![\t\n])[\p{Cc}\u200B\uFEFF]/gu;

class HtmlReader {
  private readonly options: ImportOptions;
  private readonly blocks: Block[] = [];
  private readonly lost = new Map<string, number>();
  private readonly elements: OpenElement[] = [];
  private readonly wordLists = new WordLists();
  private readonly root: OpenElement = {
    name: '',
    container: bodyContainer((block) => {
      this.wordLists.end();
      this.blocks.push(block.type === 'table' ? this.titled(block) : block);
    }),
    marks: [],
    language: null,
  };
  private readonly languages: Languages;
  private readonly styles = new ClassStyles();
  private readonly pictures: ImportedPicture[] = [];
  /** Pictures seen in a line or a box; they stand behind it. */
  private waiting: Picture[] = [];
  private line = newLine('paragraph');
  /** A line that names the table behind it, if one follows. */
  private tableTitle: Block | undefined;
  /** How many elements are open inside something dropped, itself included. */
  private inDropped = 0;
  private readonly head = new ArticleHead();
  private notes = 0;
  private textLength = 0;
  private lines = 0;

  constructor(options: ImportOptions) {
    this.options = options;
    this.languages = new Languages(options.language ?? null);
  }

  open(written: string, attributes: Attributes): void {
    if (this.elements.length >= deepestElement) throw new TooMuchToImport('The HTML is nested too deeply.');
    const { container, holds, ...around } = this.innermost();
    const meaning = meaningOf(written, attributes);
    const { name } = meaning;
    const isUnwanted = meaning.isUnwanted || isDrawn(attributes, container.kind, this.line.kind);
    this.languages.see(name, attributes);
    if (this.inDropped > 0 || isUnwanted || isDropped(name)) {
      const isFirst = this.inDropped++ === 0 && !isUnwanted;
      if (isFirst && !this.placeDropped(name, attributes, container)) this.lose(name);
      this.elements.push({ ...around, name: written, container });
      return;
    }
    if (standsAlone(name)) this.endLine(lineKindOf(name));
    if (name === 'br' && !addBreak(this.line)) this.endLine(this.line.kind);
    if (name === 'img') this.seePicture(attributes);
    if (name === 'hr' && container.kind === 'body') {
      container.add({ type: 'horizontalRule', attrs: { id: newBlockId() } });
    }
    if (name === 'table' && container.kind !== 'body') this.lose(name);
    const marks = marksWithin(around.marks, name, this.styles.on(name, attributes));
    const isNote = isNoteLink(name, attributes);
    if (name === 'a' && attributes.href !== undefined && marks === around.marks && !isNote)
      this.lose(ledSomewhere(attributes.href) ? lostAddress : name);
    this.elements.push({
      ...this.languages.within({ ...around, marks }, name, attributes),
      name: written,
      container: this.containerOf(name, attributes, container),
      ...(isNote ? { holds: 'note' } : this.holding(attributes, holds)),
    });
  }

  private holding(attributes: Attributes, outer: OpenElement['holds']): Pick<OpenElement, 'holds'> {
    if (isMarker(attributes.style ?? '')) return { holds: 'marker' };
    if (this.options.whole && this.line.kind === 'caption' && isCredit(attributes))
      return { holds: 'credit' };
    return outer ? { holds: outer } : {};
  }

  close(name: string): void {
    if (this.elements.at(-1)?.name !== name) return;
    if (this.inDropped > 0) this.inDropped--;
    // the line belongs to the container that is still open here
    else if (standsAlone(name)) this.endLine('paragraph');
    const closed = this.elements.pop();
    if (closed && closed.container !== this.innermost().container) closed.container.close?.();
  }

  text(text: string): void {
    if (this.innermost().name === 'style') this.styles.read(text);
    if (this.inDropped > 0) return;
    this.textLength += text.length;
    if (this.textLength > longestText) throw new TooMuchToImport('The HTML has too many words.');
    const { marks, holds } = this.innermost();
    if (holds === 'marker' && this.line.item) {
      this.line.item.marker += text.slice(0, 20);
      return;
    }
    if (holds === 'note') return this.addNote(text, marks);
    if (holds === 'credit' && this.line.kind === 'caption') {
      this.line.credit = (this.line.credit ?? '') + text;
      return;
    }
    const spaced = this.line.kind === 'code' ? text : text.replace(/[ \t\n\r\f]+/g, ' ');
    const words = spaced.replace(this.line.kind === 'code' ? oddInCode : odd, '');
    addText(this.line, words, marks);
  }

  finish(): ImportedHtml {
    this.endLine('paragraph');
    this.wordLists.end();
    const { blocks, pictures } = this;
    const { headline, standfirst } = this.head;
    const body: Body = { type: 'doc', content: blocks.length > 0 ? blocks : [emptyLine()] };
    return { headline, standfirst, body, pictures, lost: Object.fromEntries(this.lost) };
  }

  private containerOf(name: string, attributes: Attributes, parent: Container): Container {
    const level = wordLevel(name, attributes.style ?? '', attributes['data-aria-level']);
    if (level !== null && name === 'li') {
      const marker = this.elements.at(-1)?.name === 'ol' ? `${attributes['data-aria-posinset'] ?? '1'}.` : '';
      return this.wordLists.place({ level, marker }, this.root.container);
    }
    if (level !== null && parent.kind === 'body') this.line.item = { level, marker: '' };
    if (isNoteText(name, attributes)) {
      this.notes += 1;
      this.line.prefix = `[${String(this.notes)}] `;
      return this.root.container;
    }
    const isInHead = name === 'td' && this.elements.at(-2)?.name === 'thead';
    return placeIn(parent, isInHead ? 'th' : name, attributes);
  }

  /** The number of a footnote, in brackets; arrows that lead back from one are not for readers. */
  private addNote(text: string, marks: readonly Mark[]): void {
    const number = text.replace(/[[\]\s↑^]|↩\uFE0E?/g, '').slice(0, 8);
    if (number === '') return;
    const plainMarks = marks.filter(({ type }) => type !== 'superscript' && type !== 'link');
    // before the words of a note it stands apart from them, behind those of the text it does not
    const after = this.line.content.length === 0 ? ' ' : '';
    addText(this.line, `[${number}]${after}`, plainMarks);
  }

  private seePicture(attributes: Attributes): void {
    const emoji = emojiOf(attributes);
    if (emoji !== null) return addText(this.line, emoji, []);
    const source = this.options.pictures ? pictureSource(attributes) : null;
    if (source === null) return this.options.pictures ? undefined : this.lose('img');
    const picture = newPicture(attributes);
    this.pictures.push({ mediaId: picture.attrs.mediaId, source });
    this.waiting.push(picture);
  }

  /** Whether something of an element whose text is not for readers is kept: a player, the box of a task. */
  private placeDropped(name: string, attributes: Attributes, container: Container): boolean {
    if (name === 'input' && attributes.type?.toLowerCase() === 'checkbox')
      return container.check?.('checked' in attributes) ?? false;
    const block = container.kind === 'body' ? mediaBlock(name, attributes) : null;
    if (!block) return false;
    this.endLine('paragraph');
    container.add(block);
    return true;
  }

  private endLine(next: Line['kind']): void {
    const { line } = this;
    const { container } = this.innermost();
    const content = wordsOf(line);
    this.line = newLine(next);
    if (content.length > 0 || line.credit) this.place(line, content, container);
    else if (line.prefix !== undefined) this.line.prefix = line.prefix;
    if (container.kind !== 'body') return;
    for (const picture of this.waiting) container.add(picture);
    this.waiting = [];
  }

  private place(line: Line, content: Inline[], container: Container): void {
    this.lines += 1;
    if (this.lines > mostLines) throw new TooMuchToImport('The HTML has too many lines.');
    if (line.item) return placeLine(line, content, this.wordLists.place(line.item, this.root.container));
    if (this.options.whole && this.blocks.length === 0 && this.head.takes(line, content)) return;
    const picture = line.kind === 'caption' ? this.captionless() : undefined;
    if (picture && content.length > 0) picture.content = [{ type: 'caption', content }];
    if (picture && line.credit) picture.attrs.credit = creditIn(line.credit);
    if (picture) return;
    if (line.credit) content.push({ type: 'text', text: ` ${line.credit.trim()}` });
    placeLine(line, content, container);
    if (line.kind === 'tableTitle' || line.kind === 'caption') this.tableTitle = this.blocks.at(-1);
  }

  private titled(table: Table): Table {
    const last = this.blocks.at(-1);
    if (last?.type !== 'paragraph' || last !== this.tableTitle || table.attrs.caption !== null) return table;
    this.blocks.pop();
    return withCaption(table, last);
  }

  /** The picture that a caption belongs to, if it is the last thing before it. */
  private captionless(): Picture | undefined {
    const last = this.waiting.at(-1) ?? this.blocks.at(-1);
    return last?.type === 'picture' && !last.content[0]?.content ? last : undefined;
  }

  private lose(name: string): void {
    if (isUnseen(name)) return;
    this.lost.set(name, (this.lost.get(name) ?? 0) + 1);
  }

  private innermost(): OpenElement {
    return this.elements.at(-1) ?? this.root;
  }
}

const ledSomewhere = (href: string): boolean => /^\s*(?:https?|ftps?|mailto|tel|file):/i.test(href);
const emptyLine = (): Block => ({ type: 'paragraph', attrs: { id: newBlockId() } });
