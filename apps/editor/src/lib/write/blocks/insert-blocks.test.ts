import { bodyExtensions } from '@broadsheet/document';
import { Editor, type JSONContent } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { captioned, insertBehind, newGallery } from './insert-blocks.ts';

const picture = (mediaId: string) => captioned('picture', { mediaId });
const line = (id: string, text = ''): JSONContent => ({
  type: 'paragraph',
  attrs: { id },
  content: text === '' ? [] : [{ type: 'text', text }],
});

function writing(content: JSONContent[], caret: number): Editor {
  const editor = new Editor({ element: null, extensions: bodyExtensions, content: { type: 'doc', content } });
  editor.commands.setTextSelection(caret);
  return editor;
}

/** The picture whose caption has the caret. */
const pictureOfCaret = ({ state: { selection } }: Editor): unknown =>
  selection.$from.parent.type.name === 'caption' && selection.$from.node(-1).attrs.mediaId;

describe('a picture in the place of an empty line', () => {
  it.each([
    ['a picture', picture('below')],
    ['a gallery', newGallery(picture('below'))],
    ['other words', line('below0', 'Words')],
  ])('takes the caret of that line into its own caption, above %s', (_, below) => {
    const editor = writing([line('here00'), below], 1);
    insertBehind(editor, 'here00', picture('new'));
    expect(editor.state.doc.firstChild?.attrs.mediaId).toBe('new');
    expect(pictureOfCaret(editor)).toBe('new');
  });

  it('lets one write on below it at the end of a text', () => {
    const editor = writing([line('here00')], 1);
    insertBehind(editor, 'here00', picture('new'));
    expect(editor.state.selection.$from.index(0)).toBe(1);
    expect(editor.state.doc.lastChild?.type.name).toBe('paragraph');
  });

  it('leaves alone a caret that is elsewhere by the time it arrives', () => {
    const editor = writing([line('here00'), line('words0', 'Words')], 5);
    insertBehind(editor, 'here00', picture('new'));
    expect(editor.state.selection.$from.parent.attrs.id).toBe('words0');
  });
});
