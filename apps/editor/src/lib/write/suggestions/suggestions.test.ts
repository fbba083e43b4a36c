import type { Me } from '@broadsheet/types';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { Suggestions } from './suggestions.svelte.ts';

describe('the suggestions of an article', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('leave nothing behind in a document that outlives its page', () => {
    vi.stubGlobal('cancelAnimationFrame', () => undefined);
    const ydoc = new Y.Doc();
    const may = () => ({ write: true, suggest: true });
    for (let visit = 0; visit < 3; visit++)
      new Suggestions({ ydoc, me: {} as Me, may, asOneStep: (run) => run() }).destroy();
    expect(ydoc._observers.get('beforeObserverCalls')?.size ?? 0).toBe(0);
  });
});
