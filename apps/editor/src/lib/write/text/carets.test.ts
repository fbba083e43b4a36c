import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { CaretNames } from './carets.ts';

const colleague = 99;

describe('the name on a caret', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is shown again when somebody who was gone comes back to where they were', () => {
    const websocketProvider = new HocuspocusProviderWebsocket({
      url: 'ws://127.0.0.1:9',
      autoConnect: false,
    });
    const provider = new HocuspocusProvider({ websocketProvider, name: 'article', document: new Y.Doc() });
    const { awareness } = provider;
    const names = new CaretNames(provider);
    const tell = (change: 'added' | 'removed') => {
      if (change === 'added') awareness?.states.set(colleague, { cursor: { head: 1 } });
      else awareness?.states.delete(colleague);
      awareness?.emit('change', [{ added: [], updated: [], removed: [], [change]: [colleague] }, 'remote']);
    };
    tell('added');
    expect(names.isMoving(colleague)).toBe(true);
    tell('removed');
    expect(names.isMoving(colleague)).toBe(false);
    tell('added');
    expect(names.isMoving(colleague)).toBe(true);
    names.destroy();
  });
});
