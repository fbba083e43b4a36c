import { isSafeHref, type Language } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import type { Mark } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { createSubscriber } from 'svelte/reactivity';
import type { TextBlock } from './blocks.ts';
import { blockAt, turnSelection } from './turn-selection.ts';

export const textMarks = [
  'bold',
  'italic',
  'underline',
  'strike',
  'highlight',
  'subscript',
  'superscript',
  'tk',
] as const;
export type TextMark = (typeof textMarks)[number];
type MarkName = TextMark | 'link' | 'lang';

/** How words look, in short: the marks that are neither an address, a language nor something to be done. */
const isLook = (name: string): boolean => name !== 'tk' && (textMarks as readonly string[]).includes(name);

interface LinkWords {
  text: string;
  /** Where it is another than the article's. */
  language?: Language | undefined;
}

/** What the format bars know about the selection of an editor, and what they do to it. */
export class TextTools {
  readonly editor: Editor;
  /** The address of the link is being typed. */
  linking = $state(false);
  /** The language of a passage is being typed. */
  naming = $state(false);
  #pressed = false;
  readonly #subscribe: () => void;

  constructor(editor: Editor) {
    this.editor = editor;
    this.#subscribe = createSubscriber((update) => {
      const press = () => {
        this.#pressed = true;
        update();
      };
      const release = () => {
        this.#pressed = false;
        update();
      };
      editor.on('transaction', update).on('focus', update).on('blur', update);
      const { dom } = editor.view;
      dom.addEventListener('pointerdown', press);
      // a press that becomes a drag or a scroll has no other end
      for (const end of ['pointerup', 'pointercancel']) addEventListener(end, release);
      return () => {
        editor.off('transaction', update).off('focus', update).off('blur', update);
        dom.removeEventListener('pointerdown', press);
        for (const end of ['pointerup', 'pointercancel']) removeEventListener(end, release);
      };
    });
  }

  /** Some text is selected, and not while it is still being selected with the mouse. */
  get hasSelection(): boolean {
    this.#subscribe();
    const { selection } = this.editor.state;
    return selection instanceof TextSelection && !selection.empty && !this.#pressed && this.editor.isEditable;
  }

  get isFocused(): boolean {
    this.#subscribe();
    return this.editor.isFocused;
  }

  get block(): TextBlock {
    this.#subscribe();
    return blockAt(this.editor);
  }

  /** The address of the link at the selection. */
  get href(): string | null {
    this.#subscribe();
    const href: unknown = this.editor.getAttributes('link').href;
    return typeof href === 'string' ? href : null;
  }

  /** The caret stands in a link, with nothing selected. */
  get isAtLink(): boolean {
    this.#subscribe();
    const { selection } = this.editor.state;
    return selection instanceof TextSelection && selection.empty && !this.#pressed && this.href !== null;
  }

  /** Whether the field has such a mark at all: a standfirst has few. */
  knows(mark: MarkName): boolean {
    return mark in this.editor.schema.marks;
  }

  /** Whether the field is of blocks that can be turned into others. */
  get hasBlocks(): boolean {
    return 'heading' in this.editor.schema.nodes;
  }

  /** Whether words may have such a mark where the selection is: in code they have none. */
  allows(mark: MarkName): boolean {
    this.#subscribe();
    const { schema, selection } = this.editor.state;
    const { parent } = selection.$from;
    const type = schema.marks[mark];
    const isInLine = selection.empty || parent.inlineContent;
    return type !== undefined && (!isInLine || parent.type.allowsMarkType(type));
  }

  isOn(mark: TextMark): boolean {
    this.#subscribe();
    return this.editor.isActive(mark);
  }

  toggle(mark: TextMark): void {
    const { editor } = this;
    if (mark === 'tk' && editor.state.selection.empty && !this.isOn('tk')) return this.#writeTk();
    editor.chain().toggleMark(mark).run();
  }

  /** The tag of the language that the selection is marked as. */
  get language(): string | null {
    this.#subscribe();
    const tag: unknown = this.editor.getAttributes('lang').lang;
    return typeof tag === 'string' ? tag : null;
  }

  /** Marks the selection as another language; null takes the mark away. False if it is no tag of a language. */
  speak(tag: string | null): boolean {
    const chain = this.editor.chain();
    if (this.language !== null && this.editor.state.selection.empty) chain.extendMarkRange('lang');
    const done = (tag === null ? chain.unsetLang() : chain.setLang(tag)).run();
    if (!done) return false;
    this.naming = false;
    this.editor.view.focus();
    return true;
  }

  /** Takes every mark of the selection away but its links and languages, which are no looks. */
  clear(): void {
    const chain = this.editor.chain();
    for (const mark of textMarks) if (this.knows(mark)) chain.unsetMark(mark);
    chain.run();
  }

  /** With nothing selected, the letters stand for what is still to come. */
  #writeTk(): void {
    const { marks } = this.editor.schema;
    if (marks['tk']) this.#write('TK', [marks['tk'].create()], []);
  }

  /** Words of a link at the caret, that look like those before them; other languages than the article's are marked. */
  #writeLinked(href: string, { text, language }: LinkWords): void {
    const { storedMarks, selection, schema } = this.editor.state;
    const around = (storedMarks ?? selection.$from.marks()).filter(({ type }) => isLook(type.name));
    const { link, lang } = schema.marks;
    const own = [link?.create({ href }), language ? lang?.create({ lang: language }) : undefined];
    this.#write(text, [...around, ...own.filter((mark) => mark !== undefined)], around);
  }

  /** @param after the marks of what is typed next */
  #write(words: string, marks: readonly Mark[], after: readonly Mark[]): void {
    const { state, view } = this.editor;
    const { from } = state.selection;
    const tr = state.tr.replaceSelectionWith(state.schema.text(words, marks), false);
    view.dispatch(
      tr
        .setSelection(TextSelection.create(tr.doc, from + words.length))
        .setStoredMarks(after)
        .scrollIntoView(),
    );
  }

  turn(to: TextBlock): void {
    turnSelection(this.editor, to);
  }

  /**
   * False if the address leads nowhere that a reader may be sent.
   * @param words what is written where nothing is selected; as it was typed, if nothing else is known
   */
  link(typed: string, words: LinkWords = { text: typed.trim() }): boolean {
    const href = asHref(typed);
    if (href === null || !this.allows('link')) return false;
    const { editor } = this;
    // What is typed next goes on after the link, and does not replace it.
    const goBehind = ({ tr }: { tr: Transaction }) =>
      Boolean(tr.setSelection(TextSelection.near(tr.doc.resolve(tr.selection.to), -1)));
    if (editor.state.selection.empty && this.href === null) this.#writeLinked(href, words);
    else editor.chain().extendMarkRange('link').setLink({ href }).command(goBehind).run();
    // At once: Tiptap's own `focus` waits for a frame, and a fast key would be lost.
    editor.view.focus();
    this.linking = false;
    return true;
  }

  unlink(): void {
    this.editor.chain().extendMarkRange('link').unsetLink().focus().run();
    this.linking = false;
  }

  /** Where the selection stands on the screen. */
  place(): { top: number; bottom: number; left: number } {
    const { view, state } = this.editor;
    const start = view.coordsAtPos(state.selection.from);
    const end = view.coordsAtPos(state.selection.to, -1);
    return { top: start.top, bottom: end.bottom, left: Math.min(start.left, end.left) };
  }
}

const known = new WeakMap<Editor, TextTools>();

/** The tools of an editor, always the same ones: what is being asked for in them is not lost. */
export function toolsOf(editor: Editor): TextTools {
  const tools = known.get(editor) ?? new TextTools(editor);
  known.set(editor, tools);
  return tools;
}

const longestAddress = 2048;

/** What was typed as a safe address; a bare domain gets https. Null if it can't be one. */
export function asHref(typed: string): string | null {
  const text = typed.trim();
  // longer ones are no address, and would be looked through again and again
  if (text === '' || text.length > longestAddress) return null;
  if (isSafeHref(text)) return text;
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(text))
    return isSafeHref(`mailto:${text}`) ? `mailto:${text}` : null;
  const whole = `https://${text}`;
  return /^[^\s/:]+\.[^\s/:.]{2,}(?:[/?#:].*)?$/u.test(text) && isSafeHref(whole) ? whole : null;
}
