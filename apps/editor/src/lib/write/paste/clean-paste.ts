import { Extension, type Editor } from '@tiptap/core';
import { DOMSerializer } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { blockIdAt, isPicture } from '../pictures/picture-drop.ts';
import { ownCopy } from './own-copies.ts';
import type * as PasteReader from './read-paste.ts';
import type { FoundPicture, ReadPaste } from './read-paste.ts';
import { rtfPictures } from './rtf-pictures.ts';

/** A picture on its way from the clipboard into the text. */
export interface PastedPicture extends FoundPicture {
  /** The bytes, where the clipboard holds them. */
  file: File | null;
}

interface Options {
  /** Told of each paste, before anything of it is in the text. */
  onpaste: () => void;
  /** Pictures of what was pasted; the words are in the text already. */
  onpictures: (pictures: PastedPicture[]) => void;
  ontoomuch: () => void;
  /** What reads it could not be loaded. */
  onunread: () => void;
}

/** Text of other programs and of web pages comes in as our blocks and marks; what is copied here stays as it is. */
export const CleanPaste = Extension.create<Options>({
  name: 'cleanPaste',

  addOptions() {
    return {
      onpaste: () => undefined,
      onpictures: () => undefined,
      ontoomuch: () => undefined,
      onunread: () => undefined,
    };
  },

  addProseMirrorPlugins() {
    const { editor, options } = this;
    /** What the clipboard of this moment holds, from reading it until it is in the text. */
    let read: ReadPaste | null | undefined;
    /** Reading HTML takes a parser that a page without it opens sooner; it is there before anybody has copied a thing. */
    let reader: typeof PasteReader | undefined;
    const load = async () => (reader ??= await import('./read-paste.ts'));
    const ahead = setTimeout(() => void load().catch(() => undefined), 1000);
    const clean = (html: string): string => {
      read = reader?.readPaste(html, editor.view.dom.lang);
      return read ? toHtml(editor, read) : '';
    };
    /** What came before the parser comes again once it is there. */
    const putOff = (
      event: Event,
      data: DataTransfer | null,
      again: (data: DataTransfer) => Event,
    ): boolean => {
      const html = data?.getData('text/html') ?? '';
      if (reader || !data || html === '' || ownCopy(html) !== null) return false;
      event.preventDefault();
      const late = again(copyOf(data));
      load().then(() => !editor.isDestroyed && editor.view.dom.dispatchEvent(late), options.onunread);
      return true;
    };
    const asItCame = { bubbles: true, cancelable: true };
    const take = (data: DataTransfer | null): boolean => {
      const paste = read;
      read = undefined;
      if (paste === undefined) return false;
      if (paste === null) {
        options.ontoomuch();
        return true;
      }
      // rare, and words of its own: they come when there is something to say
      if (paste.lost.length > 0) void import('./tell-lost.ts').then(({ tellLost }) => tellLost(paste.lost));
      if (paste.pictures.length === 0) return false;
      const pictures = withFiles(paste.pictures, data);
      const place = blockIdAt(editor, editor.state.selection.from);
      // once the words are in; before that nobody knows which of their blocks stay apart
      queueMicrotask(() => options.onpictures(placed(editor, pictures, place)));
      return paste.content.length === 0;
    };
    return [
      new Plugin({
        key: new PluginKey('cleanPaste'),
        view: () => ({ destroy: () => clearTimeout(ahead) }),
        props: {
          transformPastedHTML: (html) => ownCopy(html) ?? clean(html),
          handleDOMEvents: {
            paste: (_view, event) =>
              putOff(event, event.clipboardData, (clipboardData) => {
                return new ClipboardEvent('paste', { ...asItCame, clipboardData });
              }),
            drop: (_view, event) =>
              putOff(event, event.dataTransfer, (dataTransfer) => {
                const { clientX, clientY } = event;
                return new DragEvent('drop', { ...asItCame, dataTransfer, clientX, clientY });
              }),
          },
          handlePaste: (_view, event) => {
            options.onpaste();
            return take(event.clipboardData);
          },
          handleDrop: (_view, event, _slice, moved) => !moved && take(event.dataTransfer),
        },
      }),
    ];
  },
});

/** The same where it can be read after the event, too. */
function copyOf(data: DataTransfer): DataTransfer {
  const copy = new DataTransfer();
  for (const type of data.types) if (type !== 'Files') copy.setData(type, data.getData(type));
  for (const file of data.files) copy.items.add(file);
  return copy;
}

function toHtml({ schema }: Editor, { content }: ReadPaste): string {
  if (content.length === 0) return '';
  const body = schema.nodeFromJSON({ type: 'doc', content });
  const holder = document.createElement('div');
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(body.content));
  return holder.innerHTML;
}

/** Word processors name files of their own and put the bytes elsewhere; a browser adds the one picture it copied. */
function withFiles(pictures: FoundPicture[], data: DataTransfer | null): PastedPicture[] {
  const local = pictures.filter(({ source }) => source.startsWith('file:'));
  const inText = local.length > 0 ? rtfPictures(data?.getData('text/rtf') ?? '') : [];
  const copied = [...(data?.files ?? [])].filter(isPicture);
  return pictures.map((picture) => {
    const at = local.indexOf(picture);
    const own = inText.length === local.length ? inText[at] : undefined;
    const only = pictures.length === 1 && copied.length === 1 ? copied[0] : undefined;
    return { ...picture, file: own ?? only ?? null };
  });
}

/** Each with the block that it stands behind now: the first words pasted may have joined the paragraph of the caret. */
function placed(editor: Editor, pictures: PastedPicture[], place: string | null): PastedPicture[] {
  const present = new Set<unknown>();
  editor.state.doc.forEach(({ attrs }) => present.add(attrs.id));
  return pictures.map((picture) => ({
    ...picture,
    after: picture.after !== null && present.has(picture.after) ? picture.after : place,
  }));
}
