import type { CheckFinding, CheckPlace } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { tick } from 'svelte';
import type { Commenting } from '#lib/comments/commenting.svelte.ts';
import { fieldSaying, selectInField } from '../text/block-fields.ts';
import type { InspectorState, InspectorTab } from '../inspector.svelte.ts';
import type { Writing } from '../writing.svelte.ts';

const tabs: Partial<Record<CheckPlace, InspectorTab>> = { section: 'story', lead: 'story', slug: 'article' };

/** Leads to where a finding is mended: the words in the text, the conversation, or the field of the inspector. */
export async function goToCheck(
  { place, blockId, quote }: CheckFinding,
  writing: Writing,
  inspector: InspectorState,
): Promise<void> {
  if (place === 'headline' || place === 'standfirst' || place === 'body') {
    inspector.closeDrawer();
    writing.revisions.close();
    await tick();
    const editor = writing.fields.editor(place);
    if (editor) select(editor, place === 'body' ? blockId : null, quote);
    return;
  }
  if (place === 'comments') return showBlocking(quote, writing.comments);
  const tab = tabs[place];
  if (!tab) return;
  inspector.tab = tab;
  await tick();
  const field = document.querySelector(`#inspector [data-place='${place}']`);
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector<HTMLElement>('select, input, textarea, button')?.focus();
}

/** The thread that stops publishing, by what it is about. */
function showBlocking(quote: string, comments: Commenting): void {
  const thread = comments.threads.open.find((one) => one.isBlocking && one.quote === quote);
  if (thread) comments.reveal(thread.id);
}

/** Selects the quoted words of a block, which may stand in one of its fields, or puts the caret at its start. */
function select(editor: Editor, blockId: string | null, quote: string): void {
  const { doc } = editor.state;
  let from = 0;
  let to = doc.content.size;
  if (blockId !== null)
    doc.descendants((node, position) => {
      if (node.attrs.id !== blockId) return true;
      from = position;
      to = position + node.nodeSize;
      return false;
    });
  const words = quote.replace(/…$/u, '');
  const found = placeOf(editor, from, to, words);
  const field = found || blockId === null ? null : fieldSaying(editor.view, from, words);
  if (field) {
    const at = field.value.indexOf(words);
    return selectInField(editor.view, from, field, { from: at, to: at + words.length });
  }
  const selection = found
    ? TextSelection.create(doc, found.from, found.to)
    : TextSelection.near(doc.resolve(Math.min(from + 1, doc.content.size)));
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
  editor.view.focus();
}

function placeOf(
  editor: Editor,
  from: number,
  to: number,
  words: string,
): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null;
  if (words === '') return null;
  editor.state.doc.nodesBetween(from, to, (node, position) => {
    if (found || !node.isTextblock) return !found;
    // one letter for whatever is no text, so that places in the line stay places in the document
    const at = node.textBetween(0, node.content.size, undefined, ' ').indexOf(words);
    if (at !== -1) found = { from: position + 1 + at, to: position + 1 + at + words.length };
    return false;
  });
  return found;
}
