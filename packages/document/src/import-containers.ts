import type { Block, Blockquote, BulletList, ListItem, OrderedList } from '@broadsheet/types';
import { newBlockId } from './block-id.ts';

/** Where imported lines go. A container joins its parent with its first line, so none stays empty. */
export interface Container {
  kind: 'body' | 'list' | 'item' | 'quote' | 'table' | 'cell';
  /** How many lists stand around it. */
  depth: number;
  add: (block: Block) => void;
  /** Only a list takes items, only a table rows and cells, only a quote or a table a line about itself. */
  addItem?: (item: ListItem) => void;
  addRow?: () => void;
  addCell?: (isHeader: boolean, colspan: number, rowspan: number) => Container;
  attribute?: (text: string) => boolean;
  /** Called when its element ends. */
  close?: () => void;
}

/** Deeper lists are unwrapped: nobody means them, and depth is how a hostile page would exhaust us. */
const deepestList = 8;
const longestAttribution = 300;

export function bodyContainer(blocks: Block[]): Container {
  return { kind: 'body', depth: 0, add: (block) => blocks.push(block) };
}

/** A list in a body or an item; elsewhere its lines go to where it stands. `start` of null: bullets. */
export function listIn(parent: Container, start: number | null): Container {
  if ((parent.kind !== 'body' && parent.kind !== 'item') || parent.depth >= deepestList) return parent;
  const content: ListItem[] = [];
  const id = newBlockId();
  const list: BulletList | OrderedList =
    start === null
      ? { type: 'bulletList', attrs: { id }, content }
      : { type: 'orderedList', attrs: { id, start }, content };
  const addItem = (item: ListItem) => {
    if (content.length === 0) parent.add(list);
    content.push(item);
  };
  const container: Container = {
    kind: 'list',
    depth: parent.depth + 1,
    add: (block) => itemIn(container).add(block),
    addItem,
  };
  return container;
}

/** An item of a list; outside one its lines go to where it stands. */
export function itemIn(list: Container): Container {
  const { addItem } = list;
  if (!addItem) return list;
  const content: ListItem['content'] = [];
  const add = (block: Block) => {
    if (block.type !== 'paragraph' && block.type !== 'bulletList' && block.type !== 'orderedList') return;
    if (content.length === 0) addItem({ type: 'listItem', attrs: { id: newBlockId() }, content });
    content.push(block);
  };
  return { kind: 'item', depth: list.depth, add };
}

/** A quote in a body; elsewhere its lines go to where it stands. */
export function quoteIn(parent: Container): Container {
  if (parent.kind !== 'body') return parent;
  const quote: Blockquote = {
    type: 'blockquote',
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
