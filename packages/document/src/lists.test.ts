import { Editor, InputRule } from '@tiptap/core';
import { expect, it } from 'vitest';
import { bodyExtensions } from './extensions.ts';
import { outsideLists } from './lists.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const content = {
  type: 'doc',
  content: [
    paragraph('- one'),
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph('- two'), paragraph('- three')] }],
    },
  ],
};

it('takes a hyphen at the start of a list item as text, and elsewhere as the start of a list', () => {
  const editor = new Editor({ element: null, extensions: bodyExtensions, content });
  const applied: string[] = [];
  const rule = outsideLists(
    new InputRule({
      find: /^- $/,
      handler: ({ state, range }) => {
        applied.push(state.doc.resolve(range.from).parent.textContent);
      },
    }),
  );
  editor.state.doc.descendants((node, position) => {
    if (!node.isTextblock) return;
    rule.handler({
      state: editor.state,
      range: { from: position + 1, to: position + 3 },
      match: Object.assign(/^- /.exec('- ') ?? [], { data: {} }) as never,
      commands: editor.commands,
      chain: () => editor.chain(),
      can: () => editor.can(),
    });
  });
  expect(applied).toEqual(['- one', '- three']);
});
