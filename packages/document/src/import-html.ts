import { type Block, type Body, type Mark } from '@broadsheet/types';
import { Parser } from 'htmlparser2';
import { newBlockId } from './block-id.ts';
import { DocumentError } from './document-error.ts';
import { bodyContainer, itemIn, listIn, quoteIn, type Container } from './import-containers.ts';
import { mediaBlock } from './import-media.ts';
import { isDropped, lineKindOf, marksWithin, standsAlone, type Attributes } from './import-elements.ts';
import { addBreak, addText, newLine, placeLine, type Line } from './import-line.ts';
import { tableIn } from './import-tables.ts';
import { emptyArticle } from './write-seed.ts';

/** A body made from HTML, and how often what could not be taken over stood in it, by element. */
export interface ImportedHtml {
  body: Body;
  lost: Record<string, number>;
}

interface OpenElement {
  name: string;
  container: Container;
  marks: readonly Mark[];
}

/** Longer or deeper pages are refused rather than read for minutes. */
const longestHtml = 4_000_000;
const deepestElement = 1000;

/**
 * HTML of another system, or of the clipboard, as a body: our blocks and marks, and nothing else. Frames of
 * sites that can be embedded become cards. Unknown elements are unwrapped to their text; scripts, styles, forms
 * and pictures are dropped and counted; links that may not be are dropped from their text. Needs no DOM. Throws `DocumentError` on a page out of bounds.
 */
export function importHtml(html: string): ImportedHtml {
  if (html.length > longestHtml) throw new DocumentError('The HTML is too long.');
  const reader = new HtmlReader();
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
  private readonly blocks: Block[] = [];
  private readonly lost = new Map<string, number>();
  private readonly elements: OpenElement[] = [];
  private readonly root: OpenElement = { name: '', container: bodyContainer(this.blocks), marks: [] };
  private line = newLine('paragraph');
  /** How many elements are open inside something dropped, itself included. */
  private inDropped = 0;

  open(name: string, attributes: Attributes): void {
    if (this.elements.length >= deepestElement) throw new DocumentError('The HTML is nested too deeply.');
    const { container, marks } = this.innermost();
    if (this.inDropped > 0 || isDropped(name)) {
      if (this.inDropped++ === 0 && !this.placeDropped(name, attributes, container)) this.lose(name);
      this.elements.push({ name, container, marks });
      return;
    }
    if (standsAlone(name)) this.endLine(lineKindOf(name));
    if (name === 'br' && !addBreak(this.line)) this.endLine(this.line.kind);
    if (name === 'hr' && container.kind === 'body') {
      container.add({ type: 'horizontalRule', attrs: { id: newBlockId() } });
    }
    if (name === 'table' && container.kind !== 'body') this.lose(name);
    const within = marksWithin(marks, name, attributes);
    if (name === 'a' && attributes.href !== undefined && within === marks) this.lose(name);
    this.elements.push({ name, container: containerFor(name, attributes, container), marks: within });
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
    if (this.inDropped > 0) return;
    const spaced = this.line.kind === 'code' ? text : text.replace(/[ \t\n\r\f]+/g, ' ');
    const plain = spaced.replace(this.line.kind === 'code' ? oddInCode : odd, '');
    addText(this.line, plain, this.innermost().marks);
  }

  finish(): ImportedHtml {
    this.endLine('paragraph');
    const body: Body = this.blocks.length > 0 ? { type: 'doc', content: this.blocks } : emptyArticle().body;
    return { body, lost: Object.fromEntries(this.lost) };
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
    placeLine(this.line, this.innermost().container);
    this.line = newLine(next);
  }

  private lose(name: string): void {
    this.lost.set(name, (this.lost.get(name) ?? 0) + 1);
  }

  private innermost(): OpenElement {
    return this.elements.at(-1) ?? this.root;
  }
}

function containerFor(name: string, attributes: Attributes, parent: Container): Container {
  switch (name) {
    case 'ul':
      return listIn(parent, null);
    case 'ol':
      return listIn(parent, startOf(attributes));
    case 'li':
      return itemIn(parent);
    case 'blockquote':
      return quoteIn(parent);
    case 'table':
      return tableIn(parent);
    case 'tr':
      parent.addRow?.();
      return parent;
    case 'td':
    case 'th':
      return (
        parent.addCell?.(name === 'th', spanOf(attributes.colspan), spanOf(attributes.rowspan)) ?? parent
      );
    default:
      return parent;
  }
}

const spanOf = (span: string | undefined): number => Number.parseInt(span ?? '1', 10);

function startOf(attributes: Attributes): number {
  const start = Number.parseInt(attributes.start ?? '1', 10);
  return start >= 0 && start <= 1_000_000 ? start : 1;
}
