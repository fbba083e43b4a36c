import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { DeviceStore } from './device-store.ts';
import { KeptDocument } from './kept-document.ts';

/** A device that keeps one article, and says what is asked of it. */
function device(read: () => Promise<{ updates: Uint8Array[]; unsaved: number[] }>) {
  const done: string[] = [];
  let isKept = false;
  const store = {
    read,
    append: vi.fn((_id: string, _language: string, updates: { bytes: Uint8Array; isUnsaved: boolean }[]) => {
      done.push('append');
      const wasKept = isKept;
      isKept = true;
      return Promise.resolve({
        unsaved: updates.flatMap(({ isUnsaved }, key) => (isUnsaved ? [key] : [])),
        wasKept,
      });
    }),
    markSaved: () => Promise.resolve(),
    trim: () => Promise.resolve(),
    forget: () => Promise.resolve(void done.push('forget')),
    close: () => void done.push('close'),
  };
  vi.spyOn(DeviceStore, 'open').mockResolvedValue(store as unknown as DeviceStore);
  const doc = new Y.Doc();
  const websocketProvider = new HocuspocusProviderWebsocket({ url: 'ws://127.0.0.1:9', autoConnect: false });
  const provider = new HocuspocusProvider({ websocketProvider, name: 'article', document: doc });
  const kept = new KeptDocument('article', 'en', doc, provider);
  const write = (origin?: unknown) => doc.transact(() => doc.getText('body').insert(0, 'a'), origin);
  return { done, doc, kept, provider, store, write, letGo: () => (isKept = false) };
}
const nothing = () => Promise.resolve({ updates: [], unsaved: [] });

describe('an article on this device', () => {
  const page = new EventTarget();
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('that may no longer be read is gone for good, whatever was still to be written down of it', async () => {
    const { done, kept, provider, write } = device(nothing);
    await kept.load('person');
    write(provider);
    kept.forget();
    await vi.advanceTimersByTimeAsync(1000);
    expect(done).not.toContain('append');
    expect(done).toContain('forget');
    expect(kept.works).toBe(false);
  });

  it('is let go of when its page goes while it is being read', async () => {
    let answer: (found: { updates: Uint8Array[]; unsaved: number[] }) => void = () => undefined;
    const { done, kept, write } = device(() => new Promise((resolve) => (answer = resolve)));
    const loading = kept.load('person');
    await vi.advanceTimersByTimeAsync(0);
    kept.destroy();
    await vi.advanceTimersByTimeAsync(0);
    answer({ updates: [], unsaved: [] });
    await loading;
    expect(done).toEqual(['close']);
    write();
    await vi.advanceTimersByTimeAsync(1000);
    expect(done).toEqual(['close']);
  });

  it('is there whole again after another tab let go of it', async () => {
    const { kept, store, write, letGo } = device(nothing);
    await kept.load('person');
    write();
    await vi.advanceTimersByTimeAsync(1000);
    letGo();
    const before = store.append.mock.calls.length;
    write();
    await vi.advanceTimersByTimeAsync(1000);
    const again = new Y.Doc();
    for (const [, , updates] of store.append.mock.calls.slice(before))
      for (const { bytes } of updates) Y.applyUpdate(again, bytes);
    expect(again.getText('body').toJSON()).toBe('aa');
  });

  it('is no longer gathered up once the device keeps nothing', async () => {
    const { doc, kept, store, write } = device(nothing);
    store.append.mockRejectedValue(new Error('The disk is full'));
    await kept.load('person');
    write();
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept.works).toBe(false);
    expect(doc._observers.get('update')?.size).toBe(1);
  });
});
