import { Node, textblockTypeInputRule, type Editor } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state';

/** Where the caret is, if it is in code and nothing is selected. */
function caretInCode({ state: { selection } }: Editor): ResolvedPos | null {
  const { $from, empty } = selection;
  return empty && $from.parent.type.name === 'codeBlock' ? $from : null;
}

const isAtEnd = ({ parent, parentOffset }: ResolvedPos) => parentOffset === parent.content.size;

/** Text whose spaces and line ends count. Which language it is in is nobody's concern. */
export const ArticleCodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  // turning a paragraph into code must lose neither what was suggested in it nor what was said about it
  marks: 'apart insertion deletion comment',
  code: true,
  defining: true,

  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, ['code', 0]],

  addKeyboardShortcuts() {
    return {
      'Mod-Alt-c': ({ editor }) => editor.commands.toggleNode('codeBlock', 'paragraph'),
      // empty, or where nothing is before it to join
      Backspace: ({ editor }) => {
        const $at = caretInCode(editor);
        return (
          $at !== null && ($at.pos === 1 || $at.parent.content.size === 0) && editor.commands.clearNodes()
        );
      },
      // a third line end leaves it
      Enter: ({ editor }) => {
        const $at = caretInCode(editor);
        if (!$at || !isAtEnd($at) || !$at.parent.textContent.endsWith('\n\n')) return false;
        return editor
          .chain()
          .command(({ tr }) => Boolean(tr.delete($at.pos - 2, $at.pos)))
          .exitCode()
          .run();
      },
      ArrowUp: ({ editor }) => {
        const $at = caretInCode(editor);
        return $at?.pos === 1 && editor.commands.insertDefaultBlock({ pos: 0 });
      },
      ArrowDown: ({ editor }) => {
        const $at = caretInCode(editor);
        if (!$at || !isAtEnd($at)) return false;
        const after = $at.after();
        if (!editor.state.doc.nodeAt(after)) return editor.commands.exitCode();
        return editor.commands.command(({ tr }) =>
          Boolean(tr.setSelection(Selection.near(tr.doc.resolve(after)))),
        );
      },
    };
  },

  addInputRules() {
    return [textblockTypeInputRule({ find: /^(?:```|~~~)[a-z]*\s$/, type: this.type })];
  },

  addProseMirrorPlugins() {
    const { type } = this;
    return [
      new Plugin({
        props: {
          // what is copied in Visual Studio Code stays code
          handlePaste: (view, { clipboardData }) => {
            const { tr, selection, schema } = view.state;
            const text = clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n');
            if (
              !text ||
              !clipboardData?.getData('vscode-editor-data') ||
              selection.$from.parent.type === type
            )
              return false;
            tr.replaceSelectionWith(type.create(null, schema.text(text)));
            if (tr.selection.$from.parent.type !== type)
              tr.setSelection(TextSelection.near(tr.doc.resolve(Math.max(0, tr.selection.from - 2))));
            view.dispatch(tr.setMeta('paste', true));
            return true;
          },
        },
      }),
    ];
  },
});
