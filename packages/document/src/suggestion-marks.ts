import { Extension, Mark, type Attribute, type Extensions } from '@tiptap/core';
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

const apartAttribute: Partial<Attribute> = {
  default: '',
  parseHTML: (element) => element.getAttribute('data-apart') ?? '',
  renderHTML: (attributes) => ({ 'data-apart': String(attributes.id) }),
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

/**
 * Words that somebody wrote directly inside the suggestion of another: they are no part of it, though its mark runs on
 * through them. To end that mark before them and begin it anew behind them would let it run on without an end, over
 * words that nobody suggested, when its author takes it back meanwhile.
 */
const Apart = Mark.create({
  name: 'apart',
  inclusive: false,
  excludes: '',

  addAttributes: () => ({ id: apartAttribute }),
  parseHTML: () => [{ tag: 'span[data-apart]', priority: 70 }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

/** The marks by which text may be suggested. */
export const textSuggestionMarks: Extensions = [Apart, Insertion, Deletion];

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

/** The marks that make a text a suggestion, without those of suggestions that it is apart from. */
export function suggestionMarks({ marks }: Node): readonly AppliedMark[] {
  const made = marks.filter(isSuggestionMark);
  if (made.length === 0) return made;
  const apart = apartFrom(marks);
  return made.filter((mark) => !apart.includes(suggestionId(mark)));
}

/** The ids of the suggestions that a text stands in without being part of them. */
export const apartFrom = (marks: readonly AppliedMark[]): string[] => marks.filter(isApart).map(suggestionId);

/** What names a suggestion on both sides of a place, and so runs on through it. */
export const suggestionMarksThrough = (before: Node | null, after: Node | null): AppliedMark[] =>
  marksOfSuggestions(before?.marks ?? []).filter((mark) => mark.isInSet(after?.marks ?? []));

/** The text's marks that have nothing to do with suggestions. */
export const plainMarks = (marks: readonly AppliedMark[]): AppliedMark[] =>
  marks.filter((mark) => !isSuggestionMark(mark) && !isApart(mark));

/** Everything on a text that names a suggestion, whether the text is part of it or apart from it. */
export const marksOfSuggestions = (marks: readonly AppliedMark[]): AppliedMark[] =>
  marks.filter((mark) => isSuggestionMark(mark) || isApart(mark));

export const suggestionId = (mark: AppliedMark): string => String(mark.attrs.id);

const isSuggestionMark = ({ type: { name } }: AppliedMark): boolean =>
  name === 'insertion' || name === 'deletion';
const isApart = (mark: AppliedMark): boolean => mark.type.name === 'apart';
