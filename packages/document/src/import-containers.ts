import type {
  Block,
  Blockquote,
  BulletList,
  Inline,
  ListItem,
  OrderedList,
  PullQuote,
  TaskList,
} from '@broadsheet/types';
import { newBlockId } from './block-id.ts';
import { withoutWhole } from './import-line.ts';
import { takeBox } from './import-tasks.ts';

/** An item of a list; `checked` of null: it has no box. */
interface ImportedItem {
  content: ListItem['content'];
  checked: boolean | null;
}

/** Where imported lines go. A container joins its parent with its first line, so none stays empty. */
export interface Container {
  kind: 'body' | 'list' | 'item' | 'quote' | 'table' | 'cell' | 'box';
  /** How many lists stand around it. */
  depth: number;
  add: (block: Block) => void;
  /** Only a list takes items, only a table rows and cells, only a quote or a table a line about itself. */
  addItem?: (item: ImportedItem) => void;
  /** The item that a list within this list belongs to. */
  lastItem?: Container;
  addRow?: () => void;
  addCell?: (isHeader: boolean, colspan: number, rowspan: number) => Container;
  attribute?: (text: string) => boolean;
  /** Only an interview takes a question; true if it did. */
  ask?: (content: Inline[]) => boolean;
  /** Only a box of facts takes a list of terms and facts, only that list a pair of them. */
  facts?: () => Container;
  addFact?: () => Container;
  /** Only an item takes a box; true if it did. */
  check?: (isChecked: boolean) => boolean;
  /** Called when its element ends. */
  close?: () => void;
}

/** Deeper lists are unwrapped: nobody means them, and depth is how a hostile page would exhaust us. */
const deepestList = 8;
const longestAttribution = 300;

export const bodyContainer = (add: Container['add']): Container => ({ kind: 'body', depth: 0, add });

const holdsLists = new Set<Container['kind']>(['body', 'box', 'item']);

/** A list in a body, a box, an item or another list's last item; elsewhere its lines go to where it stands. `start` of null: bullets. */
export function listIn(around: Container, start: number | null): Container {
  const parent = around.kind === 'list' ? (around.lastItem ?? itemIn(around)) : around;
  if (!holdsLists.has(parent.kind) || parent.depth >= deepestList) return parent;
  const items: ImportedItem[] = [];
  const container: Container = {
    kind: 'list',
    depth: parent.depth + 1,
    add: (block) => itemIn(container).add(block),
    addItem: (item) => items.push(item),
    close: () => {
      if (items.length > 0) parent.add(listOf(items, start));
    },
  };
  return container;
}

/** One box makes a list of tasks, as others write it: theirs know no mixed lists. */
function listOf(items: ImportedItem[], start: number | null): BulletList | OrderedList | TaskList {
  const attrs = { id: newBlockId() };
  if (items.some(({ checked }) => checked !== null)) {
    const content = items.map((item) => ({
      type: 'taskItem' as const,
      attrs: { id: newBlockId(), checked: item.checked ?? false },
      content: item.content,
    }));
    return { type: 'taskList', attrs, content };
  }
  const content = items.map((item) => ({
    type: 'listItem' as const,
    attrs: { id: newBlockId() },
    content: item.content,
  }));
  return start === null
    ? { type: 'bulletList', attrs, content }
    : { type: 'orderedList', attrs: { ...attrs, start }, content };
}

/** An item of a list; outside one its lines go to where it stands. */
export function itemIn(list: Container): Container {
  const { addItem } = list;
  if (!addItem) return list;
  const item: ImportedItem = { content: [], checked: null };
  const check = (isChecked: boolean) => {
    item.checked ??= isChecked;
    return true;
  };
  const add = (block: Block) => {
    const box = item.content.length === 0 ? takeBox(block) : null;
    if (box) check(box.isChecked);
    const line = box?.line ?? block;
    // programs draw a line through what is done
    const meant = item.checked ? withoutWhole(line, 'strike') : line;
    if (!isInItem(meant)) return;
    if (item.content.length === 0) addItem(item);
    item.content.push(meant);
  };
  const container: Container = { kind: 'item', depth: list.depth, add, check };
  list.lastItem = container;
  return container;
}

const inItem = new Set<Block['type']>(['paragraph', 'bulletList', 'orderedList', 'taskList']);
const isInItem = (block: Block): block is ListItem['content'][number] => inItem.has(block.type);

/** A quote in a body, or one set large; elsewhere its lines go to where it stands. */
export function quoteIn(parent: Container, type: 'blockquote' | 'pullQuote' = 'blockquote'): Container {
  if (parent.kind !== 'body') return parent;
  const quote: Blockquote | PullQuote = {
    type,
    attrs: { id: newBlockId(), attribution: null },
    content: [],
  };
  return {
    kind: 'quote',
    depth: 0,
    add: (block) => {
      if (block.type !== 'paragraph') return;
      if (quote.content.length === 0) parent.add(quote);
      quote.content.push(block);
    },
    attribute: (text) => {
      const isFree = quote.content.length > 0 && quote.attrs.attribution === null;
      if (isFree) quote.attrs.attribution = text.slice(0, longestAttribution);
      return isFree;
    },
  };
}
