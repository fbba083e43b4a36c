import type { LinkTarget } from '@broadsheet/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LinkSearch } from './link-search.svelte.ts';

const bridge = { headline: 'The bridge' } as LinkTarget;

describe('stories that are looked for while an address is typed', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('stay in sight when more is typed before the newsroom has answered', async () => {
    let asked = 0;
    vi.stubGlobal('fetch', (_address: string, { signal }: RequestInit) => {
      asked += 1;
      if (asked === 1) return Promise.resolve(Response.json({ items: [bridge] }));
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    });
    const search = new LinkSearch('en');
    search.look('brid');
    await vi.advanceTimersByTimeAsync(200);
    search.look('bridg');
    await vi.advanceTimersByTimeAsync(200);
    search.look('bridge');
    await vi.advanceTimersByTimeAsync(10);
    expect([asked, search.items]).toEqual([2, [bridge]]);
    search.destroy();
  });
});
