import type { NewThreadPlace } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Connection } from '#lib/write/connection.svelte.ts';
import { draftOf } from './drafts.svelte.ts';
import { NewComment } from './new-comment.svelte.ts';
import type { Threads } from './threads.svelte.ts';

const headline = {
  state: { doc: { textContent: 'The bridge' }, selection: {} },
  isDestroyed: true,
} as Editor;

/** A box about the lead picture, on a page whose edits are stored when told so. */
function box(articleId: string) {
  const sent: NewThreadPlace[] = [];
  let stored: () => void = () => undefined;
  const threads = { articleId, start: (place: NewThreadPlace) => Promise.resolve(sent.push(place)) };
  const connection = { allSaved: () => new Promise<void>((resolve) => (stored = resolve)) };
  const comment = new NewComment(threads as unknown as Threads, connection as Connection);
  comment.beginAtLead();
  comment.draft.words = 'Is this ours?';
  return { comment, sent, stored: () => stored() };
}

describe('a comment that waits for the text to be stored', () => {
  // a draft outlives its page
  afterEach(() => {
    for (const id of ['left', 'elsewhere', 'late']) draftOf(`new ${id}`).clear();
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
});
