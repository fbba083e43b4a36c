import type { Node } from '@tiptap/pm/model';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { identifiedBlocks, newBlockId, schemas } from '../../packages/document/src/index.ts';
import type { RecordedNode } from './recorded-steps.ts';

/** What stands instead of what the newsroom of the recording had. */
export interface Stock {
  mediaIds: readonly string[];
  storyIds: readonly string[];
  /** Other words of this length. */
  words: (length: number) => string;
  random: () => number;
}

/** A recorded block as the binding writes it, with other words and an id of its own for each block in it. */
export function makeBlock(node: RecordedNode, stock: Stock): Y.XmlElement {
  const block = schemas.body.nodeFromJSON(varied(node, stock));
  block.check();
  const made = written(schemas.body.topNodeType.create(null, [block])).get(0);
  if (!(made instanceof Y.XmlElement)) throw new Error(`A recorded ${node.type} is no block`);
  return made.clone() as Y.XmlElement;
}

/** The key of a mark in shared text: those that may overlap have a hash of theirs behind the name. */
export function markKey(type: string, attrs: object): string {
  const content = [{ type: 'text', text: 'x', marks: [{ type, attrs }] }];
  const line = written(schemas.body.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content }] }));
  const [text] = line.createTreeWalker((each) => each instanceof Y.XmlText);
  const [run] = (text as Y.XmlText).toDelta() as { attributes: object }[];
  return Object.keys(run?.attributes ?? {})[0] ?? type;
}

function written(page: Node): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('made');
  prosemirrorToYXmlFragment(page, fragment);
  return fragment;
}

function varied({ attrs = {}, content, text, ...node }: RecordedNode, stock: Stock): RecordedNode {
  return {
    ...node,
    attrs: {
      ...Object.fromEntries(Object.entries(attrs).map(([name, value]) => [name, here(name, value, stock)])),
      ...(identifiedBlocks.includes(node.type) && { id: newBlockId() }),
    },
    ...(text !== undefined && { text: stock.words(text.length) }),
    ...(content && { content: content.map((child) => varied(child, stock)) }),
  };
}

/** An attribute as it can be in this newsroom. */
export function here(name: string, value: unknown, { mediaIds, storyIds, random }: Stock): unknown {
  const anyOf = (ids: readonly string[]) => ids[Math.floor(random() * ids.length)] ?? null;
  if (value === null) return value;
  if (name === 'mediaId') return anyOf(mediaIds);
  return name === 'storyId' ? anyOf(storyIds) : value;
}
