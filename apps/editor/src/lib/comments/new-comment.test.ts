import type { NewThreadPlace, StartThreadInput } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NotSaved } from '#lib/write/not-saved.ts';
import { Draft, draftOf } from './drafts.svelte.ts';
import { NewComment } from './new-comment.svelte.ts';
import type { Threads } from './threads.svelte.ts';
import type { UnsentComment } from './unsent-comments.svelte.ts';

const headline = {
  state: { doc: { textContent: 'The bridge' }, selection: {} },
  isDestroyed: true,
} as Editor;

/** A box about the lead picture, on a page whose edits are stored when told so. */
function box(articleId: string, device = true) {
  const sent: NewThreadPlace[] = [];
  let stored: () => void = () => undefined;
  const start = ({ place }: StartThreadInput) => Promise.resolve({ id: `thread ${sent.push(place)}` });
  const threads = { start, show: () => undefined } as unknown as Threads;
  let fail: (error: Error) => void = () => undefined;
  const allSaved = () => new Promise<void>((resolve, reject) => ([stored, fail] = [resolve, reject]));
  const kept: UnsentComment[] = [];
  const keep = (one: UnsentComment) => Promise.resolve(device && kept.push(one) > 0);
  const comment = new NewComment(draftOf('sona', `new ${articleId}`), threads, { allSaved }, keep);
  comment.beginAtLead();
  comment.draft.words = 'Is this ours?';
  return { comment, sent, kept, stored: () => stored(), goOffline: () => fail(new NotSaved(null)) };
}

describe('a comment that waits for the text to be stored', () => {
  // a draft outlives its page
  afterEach(() => {
    for (const id of ['left', 'elsewhere', 'late', 'offline', 'full']) draftOf('sona', `new ${id}`).clear();
  });

  it('is not sent once somebody has left it, and its words stay', async () => {
    const { comment, sent, stored } = box('left');
    const sending = comment.send('Is this ours?');
    comment.cancel();
    stored();
    await sending;
    expect(sent).toEqual([]);
    expect(comment.fault).toBe('');
    expect(comment.draft.words).toBe('Is this ours?');
  });

  it('is not sent about another place that was chosen meanwhile', async () => {
    const { comment, sent, stored } = box('elsewhere');
    const sending = comment.send('Is this ours?');
    comment.begin('headline', headline);
    stored();
    await sending;
    expect(sent).toEqual([]);
    expect(comment.chosen?.place.kind).toBe('headline');
    expect(comment.isSending).toBe(false);
  });

  it('leaves the place that was chosen while it was being sent', async () => {
    const { comment, sent, stored } = box('late');
    const sending = comment.send('Is this ours?');
    stored();
    await Promise.resolve();
    comment.begin('headline', headline);
    await sending;
    expect(sent).toEqual([{ kind: 'lead' }]);
    expect(comment.draft.words).toBe('');
    expect(comment.chosen?.place.kind).toBe('headline');
  });

  it('is kept on the device without a connection, and the box is empty for the next', async () => {
    const { comment, kept, goOffline } = box('offline');
    const sending = comment.send('Is this ours?');
    goOffline();
    await sending;
    expect(kept).toMatchObject([
      { text: 'Is this ours?', goal: { place: { kind: 'lead' }, isBlocking: false } },
    ]);
    expect([comment.chosen, comment.draft.words, comment.fault]).toEqual([null, '', '']);
  });

  it('stays in the box where the device keeps nothing, and is the same comment when it is tried again', async () => {
    const { comment, goOffline } = box('full', false);
    const sending = comment.send('Is this ours?');
    goOffline();
    await sending;
    expect(comment.draft.words).toBe('Is this ours?');
    expect(comment.fault).not.toBe('');
    const id = comment.draft.idOf('Is this ours?');
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(comment.draft.idOf('Is this ours?')).toBe(id);
    expect(comment.draft.idOf('Is it ours?')).not.toBe(id);
  });
});

describe('a comment that is half written', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is still there when the page is loaded anew, with whom it calls and what it is about, until it is sent', () => {
    const tab = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => tab.get(key) ?? null,
      setItem: (key: string, value: string) => tab.set(key, value),
      removeItem: (key: string) => tab.delete(key),
    });
    const before = new Draft('draft');
    before.about = { place: { kind: 'lead' }, quote: '' };
    before.people = [{ id: 'ilya', name: 'Ilya Gromov', colour: 1 }];
    before.words = '@Ilya Gromov, is this';
    const after = new Draft('draft');
    const connection = { allSaved: () => Promise.resolve() };
    const { chosen } = new NewComment(after, {} as Threads, connection, () => Promise.resolve(false));
    expect([after.text, chosen]).toEqual(['@{ilya}, is this', before.about]);
    expect(new Draft('another').words).toBe('');
    after.clear();
    expect(tab.size).toBe(0);
  });
});
