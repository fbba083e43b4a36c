import { languages, type Language } from '@broadsheet/types';
import { Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { UndoManager } from 'yjs';
import type * as Corrections from './corrections.ts';

interface Options {
  language: Language;
  isOn: () => boolean;
  history: UndoManager | null;
}

/** The last correction, as long as the caret stands behind it: what Backspace puts back. */
interface LastCorrection {
  from: number;
  to: number;
  typed: string;
}

const looksBack = 500;
const key = new PluginKey<LastCorrection | null>('typography');

/**
 * Quotation marks, dashes and kept spaces of the article's language, as one types. Each is a step of its own in the
 * history, so that Ctrl Z gives back what was typed; Backspace does too, where there is something to see.
 */
export const Typography = Extension.create<Options>({
  name: 'typography',
  // before Tiptap's own Backspace
  priority: 1100,

  addOptions: () => ({ language: 'en', isOn: () => true, history: null }),

  addKeyboardShortcuts() {
    return { Backspace: () => putBack(this.editor.view, this.options) };
  },

  addProseMirrorPlugins() {
    const { options } = this;
    /** The tables of four languages: they come while the text does, and the page does not wait for them. */
    let corrections: typeof Corrections | undefined;
    import('./corrections.ts').then(
      (loaded) => (corrections = loaded),
      () => undefined,
    );
    return [
      new Plugin<LastCorrection | null>({
        key,
        state: {
          init: () => null,
          apply: (transaction, last) => {
            const made = transaction.getMeta(key) as LastCorrection | undefined;
            if (made) return made;
            return transaction.docChanged || transaction.selectionSet ? null : last;
          },
        },
        props: {
          handleTextInput: (view, from, to, text) => {
            if (!corrections || !options.isOn() || view.composing || text.length !== 1) return false;
            return typeWith(view, from, to, text, { ...options, ...corrections });
          },
        },
        // the editor itself does not hear of what is typed in the fields of blocks; they have read it by then
        view: ({ dom }) => {
          let isBusy = false;
          const typed = (event: Event) => {
            if (!corrections || !options.isOn() || isBusy) return;
            isBusy = true;
            corrections.correctField(event, options.language);
            isBusy = false;
          };
          dom.addEventListener('input', typed);
          return { destroy: () => dom.removeEventListener('input', typed) };
        },
      }),
    ];
  },
});

function typeWith(
  view: EditorView,
  from: number,
  to: number,
  text: string,
  { language: article, history, correctionOf }: Options & typeof Corrections,
): boolean {
  const { state } = view;
  const $from = state.doc.resolve(from);
  const language = languageAt(state, $from, article);
  if (!language || $from.parent.type.spec.code) return false;
  const start = Math.max(0, $from.parentOffset - looksBack);
  const before = $from.parent.textBetween(start, $from.parentOffset, undefined, '\uFFFC') + text;
  const correction = correctionOf(language, before);
  if (!correction) return false;
  const offset = from - (before.length - 1);
  // what was typed first, then what it becomes: two steps of the history
  view.dispatch(state.tr.insertText(text, from, to).scrollIntoView());
  history?.stopCapturing();
  correct(view, correction, offset, before);
  history?.stopCapturing();
  return true;
}

function correct(view: EditorView, correction: Corrections.Correction, offset: number, before: string): void {
  const [from, to] = [offset + correction.from, offset + correction.to];
  const { tr } = view.state;
  tr.insertText(correction.text, from, to);
  if (!correction.unseen) {
    const typed = before.slice(correction.from, correction.to);
    tr.setMeta(key, { from, to: from + correction.text.length, typed } satisfies LastCorrection);
  }
  view.dispatch(tr);
}

function putBack(view: EditorView, { history }: Options): boolean {
  const last = key.getState(view.state);
  const { selection } = view.state;
  if (!last || !selection.empty || selection.head !== last.to) return false;
  history?.stopCapturing();
  view.dispatch(view.state.tr.insertText(last.typed, last.from, last.to));
  history?.stopCapturing();
  return true;
}

/** The language that is written at a place: that of a marked passage, where it is one we know. */
function languageAt(state: EditorState, place: ResolvedPos, article: Language): Language | null {
  const marks = state.storedMarks ?? place.marks();
  const tag: unknown = marks.find(({ type }) => type.name === 'lang')?.attrs['lang'];
  if (typeof tag !== 'string') return article;
  const [base = ''] = tag.toLowerCase().split('-');
  return languages.find((language) => language === base) ?? null;
}
