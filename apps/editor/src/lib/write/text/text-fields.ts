import { bodyExtensions, headlineExtensions, standfirstExtensions } from '@broadsheet/document';
import { fragments, type Fragment, type Language, type Me } from '@broadsheet/types';
import { Editor, type AnyExtension, type Extensions, type NodeViewRenderer } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Dropcursor, Gapcursor, Placeholder } from '@tiptap/extensions';
import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap';
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { UndoManager, type Item, type Transaction } from 'yjs';
import { m } from '#lib/paraglide/messages.js';
import type { Connection } from '../connection.svelte.ts';
import { asHere } from '../people-here.svelte.ts';
import { CaretNames, carets } from './carets.ts';
import { FieldMoves } from './field-moves.ts';
import { KeepCaret } from './keep-caret.ts';
import { LeaveByTab } from './leave-by-tab.ts';
import { RemoteEdits } from './remote-edits.ts';
import { UndoSteps } from './undo-steps.ts';
import { withViews } from './with-views.ts';

interface Options {
  connection: Connection;
  me: Me;
  language: Language;
  mayWrite: () => boolean;
  /** What only the body has: menus, pictures. */
  bodyParts: Extensions;
  /** How blocks of the body are drawn that need more than their schema says. */
  bodyViews: Readonly<Record<string, NodeViewRenderer>>;
  onready: (field: Fragment, editor: Editor) => void;
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
  readonly #history: UndoManager;

  constructor(options: Options) {
    this.#options = options;
    const { doc, provider } = options.connection;
    this.#names = new CaretNames(provider);
    this.#history = new UndoManager(
      fragments.map((name) => doc.getXmlFragment(name)),
      {
        trackedOrigins: new Set([ySyncPluginKey]),
        deleteFilter: (item: Item) => defaultDeleteFilter(item, defaultProtectedNodes),
        captureTransaction: (transaction: Transaction) => transaction.meta.get('addToHistory') !== false,
      },
    );
  }

  editor(field: Fragment): Editor | undefined {
    return this.#editors.get(field);
  }

  undo(): void {
    this.#history.undo();
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
    return new Editor({
      element,
      // What was typed before in another place is another step of the history.
      onFocus: () => this.#history.stopCapturing(),
      injectCSS: false,
      editable: mayWrite(),
      extensions: [...this.#schema(field), ...this.#shared(field), ...this.#own(field)],
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-label': labels[field](),
          'aria-multiline': String(field === 'body'),
          lang: language,
          spellcheck: 'true',
        },
      },
    });
  }

  #schema(field: Fragment): Extensions {
    return field === 'body' ? withViews(schemas.body, this.#options.bodyViews) : schemas[field];
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
      carets(connection.provider, asHere(me, connection.doc.clientID), this.#names),
      FieldMoves.configure({
        above: at > 0 ? near(-1) : () => undefined,
        below: at < fragments.length - 1 ? near(1) : () => undefined,
        single: field !== 'body',
      }),
      KeepCaret,
      RemoteEdits,
      UndoSteps.configure({ history: this.#history }),
      LeaveByTab,
      Placeholder.configure({ placeholder: hints[field](), showOnlyCurrent: field === 'body' }),
    ];
  }

  #own(field: Fragment): Extensions {
    return field === 'body'
      ? [
          Dropcursor.configure({ class: 'drop-here', color: false }),
          Gapcursor,
          ...this.#options.bodyParts,
        ]
      : [];
  }
}
