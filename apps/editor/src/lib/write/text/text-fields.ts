import { bodyExtensions, headlineExtensions, standfirstExtensions } from '@broadsheet/document';
import { fragments, type Fragment, type Language, type Me } from '@broadsheet/types';
import { Editor, type AnyExtension, type Extensions, type NodeViewRenderer } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { UndoManager, type Transaction } from 'yjs';
import { m } from '#lib/paraglide/messages.js';
import type { Connection } from '../connection.svelte.ts';
import { OwnCopies } from '../paste/own-copies.ts';
import { SuggestMode, withSuggestionColours } from '../suggestions/suggest-mode.ts';
import type { Suggestions } from '../suggestions/suggestions.svelte.ts';
import { asHere, type Here } from '../people-here.svelte.ts';
import { BlockFieldKeys } from './block-field-keys.ts';
import { CaretAwareness, OwnCaret } from './caret-awareness.ts';
import { CaretNames, carets } from './carets.ts';
import { FieldMoves } from './field-moves.ts';
import { KeepCaret } from './keep-caret.ts';
import { LeaveByTab } from './leave-by-tab.ts';
import { NothingDone } from './nothing-done.ts';
import { RemoteEdits } from './remote-edits.ts';
import { SelectionAtOnce } from './selection-at-once.ts';
import { keepCaretsRelative, mayBeUndone, UndoSteps } from './undo-steps.ts';
import { withViews } from './with-views.ts';
import { Invisibles } from '../typography/invisibles.ts';
import { Spelling } from '../typography/spelling.ts';
import { Typography } from '../typography/typography.ts';
import { writingChoices } from '../typography/writing-choices.svelte.ts';
import { FoundMarks } from '../find/found-marks.ts';

interface Options {
  connection: Connection;
  me: Me;
  language: Language;
  suggestions: Suggestions;
  mayWrite: () => boolean;
  /** What each field has beside its schema and what all share. */
  parts: (field: Fragment) => Extensions;
  /** What only the body has: menus, pictures. */
  bodyParts: Extensions;
  /** How blocks of the body are drawn that need more than their schema says. */
  bodyViews: Readonly<Record<string, NodeViewRenderer>>;
  onready: (field: Fragment, editor: Editor) => void;
  /** What is looked for stands elsewhere now. */
  onfound: () => void;
}

const schemas: Record<Fragment, Extensions> = {
  headline: headlineExtensions,
  standfirst: standfirstExtensions,
  body: bodyExtensions,
};
const labels: Record<Fragment, () => string> = {
  headline: m.write_headline,
  standfirst: m.write_standfirst,
  body: m.write_body,
};
const hints: Record<Fragment, () => string> = {
  headline: m.write_headline,
  standfirst: m.write_standfirst,
  body: m.write_body_hint,
};

/** Headline, standfirst and body: three editors on one shared document, with one history. */
export class TextFields {
  readonly #options: Options;
  readonly #editors = new Map<Fragment, Editor>();
  readonly #names: CaretNames;
  #caret: OwnCaret | null = null;
  readonly #history: UndoManager;
  #last: Fragment = 'body';
  /** Told when one begins to write in a field. */
  onfocus: (field: Fragment, editor: Editor) => void = () => undefined;

  constructor(options: Options) {
    this.#options = options;
    const { doc, provider } = options.connection;
    this.#names = new CaretNames(provider);
    this.#history = new UndoManager(
      fragments.map((name) => doc.getXmlFragment(name)),
      {
        trackedOrigins: new Set([ySyncPluginKey]),
        deleteFilter: mayBeUndone,
        captureTransaction: (transaction: Transaction) => transaction.meta.get('addToHistory') !== false,
      },
    );
    keepCaretsRelative(this.#history);
  }

  editor(field: Fragment): Editor | undefined {
    return this.#editors.get(field);
  }

  undo(): void {
    this.#history.undo();
    // what had the focus may have gone with it
    if (document.activeElement === document.body) this.focusLast();
  }

  redo(): void {
    this.#history.redo();
  }

  /** What `run` changes, in whatever field, is one step of the history. */
  asOneStep(run: () => void): void {
    const { captureTimeout } = this.#history;
    this.#history.stopCapturing();
    this.#history.captureTimeout = Infinity;
    try {
      run();
    } finally {
      this.#history.captureTimeout = captureTimeout;
      this.#history.stopCapturing();
    }
  }

  /** Calls once the history has a step more, or one less. */
  onNextStep(call: () => void): void {
    const next = () => {
      this.#history.off('stack-item-added', next);
      this.#history.off('stack-item-popped', next);
      call();
    };
    this.#history.on('stack-item-added', next);
    this.#history.on('stack-item-popped', next);
  }

  /** The field that was written in last. */
  get last(): Fragment {
    return this.#last;
  }

  /** Goes back to where one wrote. */
  focusLast(): void {
    this.#editors.get(this.#last)?.view.focus();
  }

  /** Draws the fields anew, for what their state does not tell. */
  redraw(): void {
    for (const { view } of this.#editors.values()) view.dispatch(view.state.tr.setMeta('redraw', true));
  }

  get all(): Editor[] {
    return [...this.#editors.values()];
  }

  /** Draws a field into an element, as long as that is there. */
  attach(field: Fragment): Attachment<HTMLElement> {
    return (element) => {
      // An editor lives as long as its element, whatever state it read while it was made.
      const editor = untrack(() => this.#make(field, element));
      this.#editors.set(field, editor);
      untrack(() => this.#options.onready(field, editor));
      return () => {
        this.#editors.delete(field);
        editor.destroy();
      };
    };
  }

  setEditable(editable: boolean): void {
    for (const editor of this.#editors.values()) {
      if (editor.isEditable !== editable) editor.setEditable(editable, false);
    }
  }

  destroy(): void {
    this.#names.destroy();
    this.#history.destroy();
  }

  #make(field: Fragment, element: HTMLElement): Editor {
    const { language, mayWrite } = this.#options;
    const editor = new Editor({
      element,
      // What was typed before in another place is another step of the history.
      onFocus: ({ editor }) => {
        this.#history.stopCapturing();
        this.#last = field;
        this.onfocus(field, editor);
      },
      injectCSS: false,
      editable: mayWrite(),
      extensions: [
        ...this.#schema(field),
        ...this.#shared(field),
        ...this.#options.parts(field),
        ...this.#own(field),
      ],
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-label': labels[field](),
          'aria-multiline': String(field === 'body'),
          lang: language,
        },
      },
    });
    // Tiptap gathers them anew with each line that is split
    const { attributes } = editor.extensionManager;
    Object.defineProperty(editor.extensionManager, 'attributes', { value: attributes });
    return editor;
  }

  #schema(field: Fragment): Extensions {
    const { bodyViews, suggestions } = this.#options;
    const schema = field === 'body' ? withViews(schemas.body, bodyViews) : schemas[field];
    return withSuggestionColours(schema, suggestions);
  }

  #shared(field: Fragment): AnyExtension[] {
    const { connection, me } = this.#options;
    const at = fragments.indexOf(field);
    const near = (step: number) => () => this.#editors.get(fragments[at + step] ?? field);
    return [
      Collaboration.configure({
        document: connection.doc,
        field,
        provider: connection.provider,
        yUndoOptions: { undoManager: this.#history },
      }),
      ...this.#carets(field, asHere(me, connection.doc.clientID)),
      FieldMoves.configure({
        above: at > 0 ? near(-1) : () => undefined,
        below: at < fragments.length - 1 ? near(1) : () => undefined,
        single: field !== 'body',
      }),
      NothingDone,
      KeepCaret,
      SelectionAtOnce,
      RemoteEdits,
      SuggestMode.configure({ suggestions: this.#options.suggestions }),
      UndoSteps.configure({ history: this.#history }),
      LeaveByTab,
      OwnCopies,
      Typography.configure({
        language: this.#options.language,
        isOn: () => writingChoices.typography,
        history: this.#history,
      }),
      Spelling.configure({ isOn: () => writingChoices.spelling }),
      Invisibles,
      FoundMarks.configure({ onchange: this.#options.onfound }),
      Placeholder.configure({ placeholder: hints[field](), showOnlyCurrent: field === 'body' }),
    ];
  }

  #carets(field: Fragment, here: Here): AnyExtension[] {
    const { awareness } = this.#options.connection.provider;
    if (!awareness) return [];
    this.#caret ??= new OwnCaret(awareness);
    return [carets(new CaretAwareness(awareness, field, this.#caret), here, this.#names)];
  }

  #own(field: Fragment): Extensions {
    return field === 'body'
      ? [
          Gapcursor,
          BlockFieldKeys.configure({ above: () => this.#editors.get('standfirst') }),
          ...this.#options.bodyParts,
        ]
      : [];
  }
}
