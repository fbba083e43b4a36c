import { bodyExtensions } from '@broadsheet/document';
import type { Media } from '@broadsheet/types';
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '#lib/components/toasts.svelte.ts';
import { leaving } from '#lib/desk/leaving.ts';
import { MediaShelf } from '../pictures/media-shelf.svelte.ts';
import { PastedPictures } from './pasted-pictures.svelte.ts';

const ferry = {
  source: 'https://paper.example/ferry.jpg',
  file: null,
  alt: 'The ferry',
  caption: [],
  after: null,
};
const taken = { id: 'a', filename: 'ferry.jpg', alt: {}, caption: {} } as unknown as Media;

/** An article of one line, whose editor needs no screen. */
function article(): Editor {
  const line = { type: 'paragraph', attrs: { id: 'line01' }, content: [{ type: 'text', text: 'Before' }] };
  const content = { type: 'doc', content: [line] };
  const editor = new Editor({ element: null, extensions: bodyExtensions, content });
  vi.spyOn(editor, 'view', 'get').mockReturnValue({ ...editor.view, dom: { lang: 'en' } } as never);
  return editor;
}

const lines = (editor: Editor) =>
  editor.state.doc.children.map(({ type, textContent }) => `${type.name}: ${textContent}`);

/** A library that answers when it is told to, and a page that was left while the pictures were on their way. */
function leftPage(editor: Editor | null = null) {
  const answers: ((answer: Response) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => answers.push(resolve)));
  const told: string[] = [];
  const toast = Object.assign((sentence: string) => told.push(sentence), {
    error: (sentence: string) => told.push(sentence),
  });
  vi.spyOn(toasts, 'tell').mockImplementation((show) => show(toast as never));
  const pasted = new PastedPictures('article', new MediaShelf(), () => editor);
  const answer = async (body: unknown, status = 200) => {
    await expect.poll(() => answers.length).toBeGreaterThan(0);
    answers.shift()?.(new Response(JSON.stringify(body), { status }));
  };
  return { pasted, told, answer };
}

const isAsked = () => {
  const preventDefault = vi.fn();
  leaving({ preventDefault } as unknown as BeforeUnloadEvent);
  return preventDefault.mock.calls.length > 0;
};

describe('pictures of a paste, while they are on their way', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('are named once they are in the library, should the article have been left', async () => {
    const { pasted, told, answer } = leftPage();
    pasted.bring([ferry]);
    await answer(taken);
    await expect.poll(() => told.join()).toContain('ferry.jpg');
  });

  it('are told of when they can’t be had, also on another page', async () => {
    const { pasted, told, answer } = leftPage();
    pasted.bring([ferry]);
    await answer({ code: 'ADDRESS_SILENT', detail: 'No answer.' }, 502);
    await expect.poll(() => told).toHaveLength(1);
    expect(pasted.failed).toBe(1);
  });

  it('let nobody close the tab unasked, until they have come or were stopped', async () => {
    const { pasted, answer } = leftPage();
    expect(isAsked()).toBe(false);
    pasted.bring([ferry, ferry, ferry]);
    expect(isAsked()).toBe(true);
    await answer(taken);
    await expect.poll(() => pasted.done).toBe(1);
    expect(isAsked()).toBe(true);
    pasted.stop();
    await answer(taken);
    await answer(taken);
    await expect.poll(isAsked).toBe(false);
  });

  it('leave the words of their captions in their places when they can’t be had, and take them along when they can', async () => {
    const editor = article();
    const { pasted, answer } = leftPage(editor);
    const captioned = (text: string) => ({ ...ferry, caption: [{ type: 'text' as const, text }] });
    const onDisk = { ...captioned('The crew'), source: 'file:///C:/clip_image001.jpg' };
    pasted.bring([captioned('At the pier. Photo: Ledger'), onDisk, ferry]);
    await answer({ code: 'ADDRESS_SILENT', detail: 'No answer.' }, 502);
    await answer({ code: 'ADDRESS_SILENT', detail: 'No answer.' }, 502);
    await expect.poll(() => pasted.failed).toBe(2);
    expect(lines(editor)).toEqual([
      'paragraph: Before',
      'paragraph: At the pier. Photo: Ledger',
      'paragraph: The crew',
    ]);

    const { tr, doc } = editor.state;
    editor.view.dispatch(tr.insertText('Now: ', doc.child(0).nodeSize + 1));
    pasted.retry();
    await answer(taken);
    await expect.poll(() => pasted.done).toBe(1);
    expect(lines(editor)).toEqual([
      'paragraph: Before',
      'picture: Now: At the pier. Photo: Ledger',
      'paragraph: The crew',
    ]);
    await answer({ code: 'ADDRESS_SILENT' }, 502);
    await expect.poll(isAsked).toBe(false);
  });

  it('leave the words of their captions when they are stopped', async () => {
    const editor = article();
    const { pasted, answer } = leftPage(editor);
    const captioned = (text: string) => ({ ...ferry, caption: [{ type: 'text' as const, text }] });
    pasted.bring(['One', 'Two', 'Three'].map(captioned));
    pasted.stop();
    expect(lines(editor)).toEqual(['paragraph: Before', 'paragraph: Three']);
    await answer({ code: 'ADDRESS_SILENT' }, 502);
    await answer({ code: 'ADDRESS_SILENT' }, 502);
    await expect
      .poll(() => lines(editor))
      .toEqual(['paragraph: Before', 'paragraph: One', 'paragraph: Two', 'paragraph: Three']);
    expect(pasted.failed).toBe(0);
    await expect.poll(isAsked).toBe(false);
  });
});
