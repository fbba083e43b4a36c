import type { CheckCode, CheckFinding, CheckPlace } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { tick } from 'svelte';
import { placeOf } from '../blocks/insert-blocks.ts';
import { fieldSaying, selectInField } from '../text/block-fields.ts';
import { goToField, whenThere } from '../inspector/go-to-field.ts';
import type { InspectorState, InspectorTab } from '../inspector.svelte.ts';
import type { Writing } from '../writing.svelte.ts';

const tabs: Partial<Record<CheckPlace, InspectorTab>> = {
  section: 'story',
  lead: 'story',
  authors: 'article',
  slug: 'article',
};
/** Where a place has several fields, the one in which a finding is mended. */
const fields: Partial<Record<CheckCode, string>> = {
  lead_undescribed: 'lead-alt',
  lead_uncredited: 'lead-credit',
};

/** Leads to where a finding is mended: the words in the text, the conversation, or the field of the inspector. */
export async function goToCheck(
  { code, place, blockId, quote, threadId }: CheckFinding,
  writing: Writing,
  inspector: InspectorState,
): Promise<void> {
  if (place === 'headline' || place === 'standfirst' || place === 'body') {
    inspector.closeDrawer();
    writing.revisions.close();
    await tick();
    const editor = writing.fields.editor(place);
    if (!editor) return;
    if (code === 'picture_undescribed' && blockId !== null) return describe(editor, blockId);
    select(editor, place === 'body' ? blockId : null, quote);
    return;
  }
  if (threadId) return writing.comments.reveal(threadId);
  const tab = tabs[place];
  if (!tab) return;
  await goToField(inspector, tab, fields[code] ?? place);
}

/** Leads to the alt text of a picture in the text. */
async function describe(editor: Editor, blockId: string): Promise<void> {
  const { view } = editor;
  const figure = () => {
    const at = placeOf(editor, blockId);
    const dom = at === null ? null : view.nodeDOM(at);
    return dom instanceof HTMLElement ? dom : null;
  };
  figure()?.scrollIntoView({ block: 'center' });
  const field = await whenThere(() => figure()?.querySelector<HTMLInputElement>('input[name="alt"]'));
  const at = placeOf(editor, blockId);
  if (field && at !== null) selectInField(view, at, field, { from: 0, to: field.value.length });
}

/** Selects the quoted words of a block, which may stand in one of its fields, or puts the caret at its start. */
function select(editor: Editor, blockId: string | null, quote: string): void {
  const { doc } = editor.state;
  const block = blockId === null ? null : placeOf(editor, blockId);
  const from = block ?? 0;
  const to = block === null ? doc.content.size : block + (doc.nodeAt(block)?.nodeSize ?? 0);
  const words = quote.replace(/…$/u, '');
  const found = placeOfWords(editor, from, to, words);
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

function placeOfWords(
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
