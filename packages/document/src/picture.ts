import { Node, mergeAttributes } from '@tiptap/core';
import { isId, pictureLayouts, type PictureLayout } from '@broadsheet/types';
import { newBlockId } from './block-id.ts';
import { pressEnterInCaption } from './caption-keys.ts';
import { dataAttribute, lineAttribute, type Attributed } from './data-attribute.ts';

/** What a use of a picture carries beside its caption; null means: as kept with the picture. */
export interface PictureAttributes {
  mediaId: string;
  alt?: string | null;
  credit?: string | null;
  layout?: PictureLayout | null;
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    picture: {
      /** Puts a picture from the media library at the selection, with an empty caption. */
      insertPicture: (attributes: PictureAttributes) => ReturnType;
    };
  }
}

const longestAlt = 1000;

/** The caption of a picture. It is text like any other, so that two people can write in it. */
export const Caption = Node.create({
  name: 'caption',
  content: 'inline*',
  defining: true,
  selectable: false,

  parseHTML() {
    // one alone would be given a picture that does not exist
    return [{ tag: 'figcaption', context: 'picture/|video/|audio/|embed/' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['figcaption', mergeAttributes(HTMLAttributes), 0];
  },
  addKeyboardShortcuts: () => ({ Enter: pressEnterInCaption }),
});

/** The picture that an element shows; null where it names none that could exist. */
export const mediaIdOf = (element: Attributed): string | null => {
  const id = element.getAttribute('data-media-id') ?? '';
  return isId(id) ? id : null;
};

/** A picture of the media library, used here. How it is drawn while writing is the editor's node view. */
export const Picture = Node.create({
  name: 'picture',
  group: 'block',
  content: 'caption',
  isolating: true,
  draggable: true,

  addAttributes() {
    return {
      mediaId: {
        default: null,
        parseHTML: (element) => mediaIdOf(element),
        renderHTML: (attributes) => ({ 'data-media-id': String(attributes.mediaId) }),
      },
      alt: dataAttribute('alt', 'alt', (alt) => alt.length <= longestAlt),
      credit: lineAttribute('credit'),
      layout: dataAttribute('layout', 'layout', (name) => pictureLayouts.some((each) => each === name)),
    };
  },
  parseHTML() {
    return [{ tag: 'figure[data-media-id]', getAttrs: (element) => mediaIdOf(element) !== null && null }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['figure', mergeAttributes(HTMLAttributes), 0];
  },
  addCommands() {
    return {
      insertPicture:
        (attributes) =>
        ({ commands }) =>
          commands.insertContent({
            type: this.name,
            attrs: { id: newBlockId(), ...attributes },
            content: [{ type: 'caption' }],
          }),
    };
  },
});
