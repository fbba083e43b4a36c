import { Extension, Mark, type Attribute } from '@tiptap/core';
import type { BlockSuggestion } from '@broadsheet/types';
import type { Mark as AppliedMark, Node } from '@tiptap/pm/model';
import { identifiedBlocks } from './block-ids.ts';
import { readBlockSuggestion } from './read-block-suggestion.ts';

/** Stands in suggested text where a block is to be split; it becomes the split when the text is accepted. */
export const splitSign = '\u2029';

interface Options {
  /** Attributes that show whose a suggestion is; an app gives them. */
  attributesOf: (id: string) => Record<string, string>;
}

const idAttribute: Partial<Attribute> = {
  default: '',
  parseHTML: (element) => element.getAttribute('data-suggestion') ?? '',
  renderHTML: (attributes) => ({ 'data-suggestion': String(attributes.id) }),
};

/**
 * Marks of suggested text. They may overlap, so that what two people do to the same words are two suggestions, and
 * Yjs keeps both. What is typed beside or inside one does not belong to it.
 */
const suggestionMark = (name: 'insertion' | 'deletion', tag: 'ins' | 'del') =>
  Mark.create<Options>({
    name,
    inclusive: false,
    excludes: '',

    addOptions: () => ({ attributesOf: () => ({}) }),
    addAttributes: () => ({ id: idAttribute }),
    parseHTML: () => [{ tag: `${tag}[data-suggestion]`, priority: 70 }],
    renderHTML({ mark, HTMLAttributes }) {
      return [tag, { ...HTMLAttributes, ...this.options.attributesOf(String(mark.attrs.id)) }, 0];
    },
  });

export const Insertion = suggestionMark('insertion', 'ins');
export const Deletion = suggestionMark('deletion', 'del');

/** Gives blocks and line breaks the attribute by which they are suggested; no HTML from outside brings one. */
export const BlockSuggestions = Extension.create({
  name: 'blockSuggestions',

  addGlobalAttributes() {
    return [
      {
        types: [...identifiedBlocks, 'hardBreak'],
        attributes: {
          suggestion: {
            default: null,
            keepOnSplit: false,
            parseHTML: () => null,
            renderHTML: (attributes) => {
              const suggestion = readBlockSuggestion(attributes.suggestion);
              return suggestion ? { 'data-suggestion': suggestion.id, 'data-suggested': suggestion.op } : {};
            },
          },
        },
      },
    ];
  },
});

/** The suggestion that stands on a block or line break. */
export const suggestionOf = (node: Node): BlockSuggestion | null =>
  readBlockSuggestion(node.attrs.suggestion);

/** The id of a mark that stands for suggested text, null for any other. */
export function suggestionId(mark: AppliedMark): string | null {
  const { name } = mark.type;
  return name === 'insertion' || name === 'deletion' ? String(mark.attrs.id) : null;
}

export const isInserted = (node: Node): boolean => node.marks.some((mark) => mark.type.name === 'insertion');
