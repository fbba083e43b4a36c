import type { Body } from '@broadsheet/types';
import { TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey, yUndoPlugin } from '@tiptap/y-tiptap';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { Writer } from '../test/bound-writer.ts';
import { schemas } from './schemas.ts';
import { typedAddresses } from './typed-addresses.ts';
import { writeSeed } from './write-seed.ts';

const link = schemas.body.marks.link;
if (!link) throw new Error('The body knows no links.');

/** A writer whose caret stands at the sign `|`, and who types. */
function writing(words: string, type: 'paragraph' | 'codeBlock' = 'paragraph') {
  const [before = '', after = ''] = words.split('|');
  const seed = new Y.Doc();
  const content = [{ type, attrs: { id: 'words-1' }, content: [{ type: 'text', text: before + after }] }];
  writeSeed(seed, { headline: '', standfirst: [], body: { type: 'doc', content } as Body });
  const plugin = typedAddresses(link!);
  const writer = new Writer(Y.encodeStateAsUpdate(seed), [plugin]);
  const history = new Y.UndoManager(writer.ydoc.getXmlFragment('body'), {
    trackedOrigins: new Set([ySyncPluginKey]),
  });
  writer.state = writer.state.reconfigure({
    plugins: [...writer.state.plugins, yUndoPlugin({ undoManager: history }) as never],
  });
  const caret = before.length + 1;
  writer.dispatch(writer.state.tr.setSelection(TextSelection.create(writer.state.doc, caret)));
  const view = writer as unknown as EditorView;
  return {
    writer,
    history,
    space: async () => {
      const { handleTextInput } = plugin.props;
      handleTextInput?.call(plugin, view, caret, caret, ' ', () => writer.state.tr);
      writer.dispatch(writer.state.tr.insertText(' '));
      await Promise.resolve();
    },
    enter: async () => {
      plugin.props.handleKeyDown?.call(plugin, view, { key: 'Enter' } as KeyboardEvent);
      writer.splitAt(caret);
      await Promise.resolve();
    },
  };
}

/** The words that are linked, each with where it leads. */
function linked({ doc }: EditorState): string[] {
  const found: string[] = [];
  doc.descendants(({ text, marks }) => {
    const mark = marks.find(({ type }) => type === link);
    if (mark) found.push(`${text ?? ''} → ${String(mark.attrs.href)}`);
  });
  return found;
}

it.each([
  ['See https://example.org|', 'https://example.org → https://example.org'],
  ['(see http://example.org/a_(b)),|', 'http://example.org/a_(b) → http://example.org/a_(b)'],
  ['HTTPS://example.org/a?b=c#d.| More', 'HTTPS://example.org/a?b=c#d → HTTPS://example.org/a?b=c#d'],
])('an address that is typed is a link once a space follows it: %s', async (words, expected) => {
  const { writer, space } = writing(words);
  await space();
  expect(linked(writer.state)).toEqual([expected]);
});

it('an address at the end of a paragraph is a link once another paragraph follows', async () => {
  const { writer, enter } = writing('See https://example.org|');
  await enter();
  expect(writer.state.doc.childCount).toBe(2);
  expect(linked(writer.state)).toEqual(['https://example.org → https://example.org']);
});

it.each([
  'example.org|',
  'www.example.org|',
  'a@example.org|',
  'https://|',
  'javascript://example.org|',
  'https://exam|ple.org',
  'https://example.org and more|',
])('text stays text: %s', async (words) => {
  const { writer, space } = writing(words);
  await space();
  expect(linked(writer.state)).toEqual([]);
});

it('an address in code stays text', async () => {
  const { writer, space } = writing('https://example.org|', 'codeBlock');
  await space();
  expect(linked(writer.state)).toEqual([]);
});

it('undoing takes only the link away, and typing on does not bring it back', async () => {
  const { writer, history, space } = writing('See https://example.org|');
  await space();
  history.undo();
  expect(linked(writer.state)).toEqual([]);
  expect(writer.state.doc.textContent).toBe('See https://example.org ');
  writer.dispatch(writer.state.tr.insertText('now ', 25));
  expect(linked(writer.state)).toEqual([]);
  history.undo();
  history.undo();
  expect(writer.state.doc.textContent).toBe('See https://example.org');
});
