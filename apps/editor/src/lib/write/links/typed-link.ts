import { Extension, InputRule } from '@tiptap/core';
import { addressOf } from './paste-link.ts';

/** `[words](address)`, as Markdown has it, becomes a link when the last bracket is typed. */
export const TypedLink = Extension.create({
  name: 'typedLink',
  // before typography
  priority: 1200,
  addInputRules: () => [
    new InputRule({
      find: /(?<!!)\[([^[\]]+)\]\(([^\s()]+)\)$/,
      handler: ({ state, range, match: [, words = '', address = ''] }) => {
        const href = addressOf(address);
        const mark = href === null ? undefined : state.schema.marks.link?.create({ href });
        if (!mark) return null;
        const from = range.from + '['.length;
        const to = from + words.length;
        state.tr.delete(to, range.to).delete(range.from, from);
        state.tr.removeMark(range.from, range.from + words.length, mark.type);
        state.tr.addMark(range.from, range.from + words.length, mark).removeStoredMark(mark.type);
        return undefined;
      },
    }),
  ],
});
