import type { Thread } from '@broadsheet/types';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Threads } from './threads.svelte.ts';

const thread = (isBlocking: boolean, texts: string[]) =>
  ({
    id: 't',
    place: 'text',
    isBlocking,
    resolvedAt: null,
    comments: texts.map((text) => ({ text })),
  }) as Thread;

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

  it('are not said to be about words that are gone before these can have come', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const asked = [[], [thread(false, ['Whose?'])]].map((items) => Response.json({ items }));
    vi.stubGlobal('fetch', () => Promise.resolve(asked.shift()));
    const threads = new Threads('a', () => null);
    const isPlaced = () => threads.items.map((one) => threads.isPlaced(one));
    threads.refresh();
    await vi.waitFor(() => expect(threads.loaded).toBe(true));
    threads.refresh();
    await vi.waitFor(() => expect(isPlaced()).toEqual([true]));
    vi.advanceTimersByTime(2000);
    expect(isPlaced()).toEqual([false]);
    threads.words = new Map([['t', 1]]);
    expect(isPlaced()).toEqual([true]);
  });
});
