import { Node, mergeAttributes, wrappingInputRule, type Attributes, type Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { isLanguageTag } from '@broadsheet/types';
import { lineAttribute } from './data-attribute.ts';

/** Who said it, and the language of the words where it is not the article's. */
const quoteAttributes: Attributes = {
  attribution: lineAttribute('attribution'),
  lang: {
    default: null,
    parseHTML: (element) => {
      const tag = element.getAttribute('lang');
      return isLanguageTag(tag ?? '') ? tag : null;
    },
    renderHTML: (attributes) => (typeof attributes.lang === 'string' ? { lang: attributes.lang } : {}),
  },
};

/** Somebody's words in one or more paragraphs; the attribution names the speaker. */
export const ArticleQuote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'paragraph+',
  defining: true,

  addAttributes: () => quoteAttributes,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addKeyboardShortcuts: () => ({
    'Mod-Shift-b': ({ editor }) => editor.commands.toggleWrap('blockquote'),
    Backspace: ({ editor }) => leaveQuote(editor) || joinQuote(editor),
  }),
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })];
  },
});

/** The place of the caret, if it is at the start of a line that others stand before. */
function lineStart({ state: { selection } }: Editor) {
  const { $from, empty } = selection;
  const isStart = empty && $from.parent.isTextblock && $from.parentOffset === 0;
  return isStart && $from.index(-1) > 0 ? $from : null;
}

/** Backspace at the start of a later paragraph of a quote takes it out. */
function leaveQuote(editor: Editor): boolean {
  return lineStart(editor)?.node(-1).type.name === 'blockquote' && editor.commands.lift('blockquote');
}

/** And at the start of a line behind a quote it joins the line to the quote's last one. */
function joinQuote(editor: Editor): boolean {
  const $at = lineStart(editor);
  const before = $at?.node(-1).child($at.index(-1) - 1);
  if (!$at || before?.type.name !== 'blockquote' || !before.lastChild?.isTextblock) return false;
  return editor.commands.command(({ tr }) => {
    const end = $at.before() - 2;
    tr.delete($at.before(), $at.after()).insert(end, $at.parent.content);
    tr.setSelection(TextSelection.create(tr.doc, end + $at.parent.content.size)).scrollIntoView();
    return true;
  });
}

/** Words lifted out of the text and set large. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  // before a plain quote, whose rule its element would fit too
  priority: 110,

  addAttributes: () => quoteAttributes,
  parseHTML() {
    return [{ tag: 'blockquote[data-pull-quote]', priority: 60 }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['blockquote', mergeAttributes({ 'data-pull-quote': '' }, HTMLAttributes), 0];
  },
});
