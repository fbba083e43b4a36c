import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { isBlockId } from './block-id.ts';
import { changedRanges } from './changed-ranges.ts';
import { repairedIds } from './repaired-ids.ts';
import { suggestedMeta } from './suggestion-meta.ts';

/** The blocks that carry an id: everything in a body but a caption, which belongs to its picture or recording. */
export const identifiedBlocks = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'taskItem',
  'blockquote',
  'pullQuote',
  'codeBlock',
  'picture',
  'gallery',
  'video',
  'audio',
  'embed',
  'factBox',
  'keyPoints',
  'qa',
  'question',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'relatedStory',
  'correction',
  'horizontalRule',
];

/**
 * Gives every block an id that survives editing. A split gives the new half a new id, copies get new ids,
 * a join keeps the first. Only what this person does is repaired: what arrives over Yjs is left to whoever
 * typed it, so that two clients never answer each other. A suggestion gives ids to what it adds alone.
 */
export const BlockIds = Extension.create({
  name: 'blockIds',

  addGlobalAttributes() {
    return [
      {
        types: identifiedBlocks,
        attributes: {
          id: {
            default: null,
            parseHTML: (element) => {
              const id = element.getAttribute('data-id') ?? '';
              return isBlockId(id) ? id : null;
            },
            renderHTML: (attributes) => (attributes.id ? { 'data-id': String(attributes.id) } : {}),
          },
        },
      },
    ];
  },

  addProseMirrorPlugins() {
    return [blockIdsPlugin()];
  },
});

/** The plugin behind `BlockIds`, for states that are not made by Tiptap. */
export function blockIdsPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('blockIds'),
    appendTransaction(transactions, oldState, newState) {
      if (!transactions.some((transaction) => transaction.docChanged && !isRemote(transaction))) return null;
      const repairs = repairedIds(transactions, oldState.doc, newState.doc);
      if (repairs.size === 0) return null;
      const transaction = newState.tr;
      const isMeant = repairable(transactions);
      for (const [position, id] of repairs)
        if (isMeant(position)) transaction.setNodeAttribute(position, 'id', id);
      if (!transaction.docChanged) return null;
      // the sync plugin takes the last word on history, so an edit outside history must stay so
      if (transactions.some((each) => each.getMeta('addToHistory') === false)) {
        transaction.setMeta('addToHistory', false);
      }
      return transaction;
    },
  });
}

/** Everywhere, or what a suggestion has added: whoever may only suggest changes nothing else. */
function repairable(transactions: readonly Transaction[]): (position: number) => boolean {
  if (!transactions.some((transaction) => transaction.getMeta(suggestedMeta) === true)) return () => true;
  const ranges = changedRanges(transactions.flatMap((transaction) => transaction.steps));
  return (position) => ranges.some(({ newFrom, newTo }) => position >= newFrom && position < newTo);
}

function isRemote(transaction: Transaction): boolean {
  const meta: unknown = transaction.getMeta(ySyncPluginKey);
  return (
    typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true
  );
}
