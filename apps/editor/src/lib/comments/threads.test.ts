import type { Thread } from '@broadsheet/types';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Threads } from './threads.svelte.ts';

const thread = (isBlocking: boolean, texts: string[]) =>
  ({ id: 't', isBlocking, resolvedAt: null, comments: texts.map((text) => ({ text })) }) as Thread;

describe('the threads of an article', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('keep the answer of somebody else where a change of one’s own could not be saved meanwhile', async () => {
    let refuse: (error: Error) => void = () => undefined;
    vi.stubGlobal('fetch', async (_address: string, { method }: RequestInit = {}) =>
      method === 'PATCH'
        ? new Promise((_, reject) => (refuse = reject))
        : Promise.resolve(Response.json({ items: [thread(false, ['Whose?', 'Ours.'])] })),
    );
    const threads = new Threads('a', () => null);
    threads.items = [thread(false, ['Whose?'])];
    const [first] = threads.items as [Thread];
    const saving = threads.setBlocking(first, true);
    expect(threads.items[0]?.isBlocking).toBe(true);
    threads.refresh();
    await expect.poll(() => threads.items[0]?.comments.length).toBe(2);
    refuse(new Error('no network'));
    await expect(saving).rejects.toThrow();
    expect(threads.items[0]?.comments).toHaveLength(2);
    expect(threads.items[0]?.isBlocking).toBe(false);
  });
});
