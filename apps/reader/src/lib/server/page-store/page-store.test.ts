import { describe, expect, it, vi } from 'vitest';
import { PageStore, StoreOverloaded, type PageStoreOptions, type Rendering } from './page-store.ts';
import { makeReady } from './ready-response.ts';

interface Desk {
  text: string;
  status?: number;
  hard?: string[];
  soft?: string[];
  isMakeshift?: boolean;
}

/** A store before a newsroom whose pages a test holds in its hand, with a clock that it sets. */
function setUp(options: Partial<PageStoreOptions> = {}) {
  const desk = new Map<string, Desk>();
  const made: string[] = [];
  const clock = { now: 0 };
  const gate: { held: Promise<void> | null } = { held: null };
  const render = async (address: string): Promise<Rendering> => {
    made.push(address);
    const page = desk.get(address);
    const taken = page && { ...page };
    if (gate.held) await gate.held;
    if (!taken) throw new Error('The newsroom is away.');
    const { text, status = 200, hard = [], soft = [], isMakeshift = false } = taken;
    const ready = await makeReady({ status, headers: [], body: Buffer.from(text), compress: false });
    const mayBeStored = status === 200 && !isMakeshift;
    return { ready, mayBeStored, isMakeshift, hard: new Set(hard), soft: new Set(soft) };
  };
  const store = new PageStore({ render, now: () => clock.now, grace: 20, ...options });
  const read = async (address: string) => (await store.get(address)).identity.body.toString();
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate.held = promise;
    return () => {
      gate.held = null;
      resolve();
    };
  };
  return { store, desk, made, clock, read, hold };
}

describe('the page store', () => {
  it('makes a page once and serves it from then on', async () => {
    const { desk, made, read, store } = setUp();
    desk.set('/a', { text: 'first' });
    expect(await read('/a')).toBe('first');
    expect(await read('/a')).toBe('first');
    expect(store.find('/a')?.identity.body.toString()).toBe('first');
    expect(made).toEqual(['/a']);
  });

  it('F22 cache-stampede: a thousand readers of a missing page cause one rendering', async () => {
    const { desk, made, read, hold } = setUp();
    desk.set('/a', { text: 'once' });
    const release = hold();
    const readers = Array.from({ length: 1000 }, () => read('/a'));
    release();
    expect(new Set(await Promise.all(readers))).toEqual(new Set(['once']));
    expect(made).toHaveLength(1);
  });

  it('drops a page at once when what it is about changes, and only that page', async () => {
    const { desk, made, read, store } = setUp();
    desk.set('/a', { text: 'old', hard: ['article:1'] });
    desk.set('/b', { text: 'other', hard: ['article:2'] });
    await read('/a');
    await read('/b');
    desk.set('/a', { text: 'new', hard: ['article:1'] });
    store.change(['article:1']);
    expect(store.find('/a')).toBeUndefined();
    expect(await read('/a')).toBe('new');
    expect(await read('/b')).toBe('other');
    expect(made).toEqual(['/a', '/b', '/a']);
  });

  it('keeps the archive when a story that stands beside every page gets another headline, and drops it for one taken down', async () => {
    const { desk, read, store } = setUp();
    for (const address of ['/a', '/b']) {
      desk.set(address, { text: 'old headline', hard: ['card:1'] });
      await read(address);
    }
    desk.set('/a', { text: 'new headline', hard: ['card:1'] });
    store.change(['card:1']);
    expect(await read('/a')).toBe('new headline');
    expect(store.size).toBe(2);
    desk.clear();
    expect(await read('/b')).toBe('old headline');
    store.change(['card:1', 'gone:1']);
    expect(store.size).toBe(0);
  });

  it('does not keep a rendering that began before its story changed', async () => {
    const { desk, made, read, store, hold } = setUp();
    desk.set('/a', { text: 'old', hard: ['article:1'] });
    const release = hold();
    const early = read('/a');
    desk.set('/a', { text: 'new', hard: ['article:1'] });
    store.change(['article:1']);
    release();
    expect(await early).toBe('new');
    expect(store.find('/a')?.identity.body.toString()).toBe('new');
    expect(made).toHaveLength(2);
  });

  it('renews soft parts behind the readers, at most once a minute', async () => {
    const { desk, made, read, store, clock } = setUp();
    desk.set('/a', { text: 'old rail', soft: ['list:en:home'] });
    await read('/a');
    desk.set('/a', { text: 'new rail', soft: ['list:en:home'] });
    store.change(['list:en:home']);
    clock.now = 59_000;
    expect(await read('/a')).toBe('old rail');
    expect(made).toHaveLength(1);
    clock.now = 60_000;
    expect(await read('/a')).toBe('old rail');
    await vi.waitFor(async () => {
      expect(await read('/a')).toBe('new rail');
    });
    expect(made).toHaveLength(2);
  });

  it('marks everything stale after a gap without throwing anything away', async () => {
    const { desk, read, store } = setUp();
    desk.set('/a', { text: 'old' });
    await read('/a');
    desk.set('/a', { text: 'new' });
    store.markAllStale();
    expect(store.size).toBe(1);
    expect(await read('/a')).toBe('new');
  });

  it('gives the old page to a reader when the new one takes too long', async () => {
    const { desk, read, store, hold } = setUp();
    desk.set('/a', { text: 'old' });
    await read('/a');
    desk.set('/a', { text: 'new' });
    store.markAllStale();
    const release = hold();
    expect(await read('/a')).toBe('old');
    release();
    await vi.waitFor(() => {
      expect(store.find('/a')?.identity.body.toString()).toBe('new');
    });
  });

  it('F23 origin-dead-serve-stale: goes on serving what it has, and asks again only after a pause', async () => {
    const { desk, made, read, store, clock } = setUp();
    desk.set('/a', { text: 'kept' });
    await read('/a');
    desk.delete('/a');
    store.markAllStale();
    for (let i = 0; i < 10; i++) expect(await read('/a')).toBe('kept');
    expect(made).toHaveLength(2);
    clock.now = 2000;
    desk.set('/a', { text: 'back' });
    expect(await read('/a')).toBe('back');
  });

  it('keeps an old page when the new one comes out as a fault', async () => {
    const { desk, read, store } = setUp();
    desk.set('/a', { text: 'kept' });
    await read('/a');
    desk.set('/a', { text: 'fault', status: 503 });
    store.markAllStale();
    expect(await read('/a')).toBe('kept');
  });

  it('serves a withdrawn story to nobody, also when all is stale', async () => {
    const { desk, read, store } = setUp();
    desk.set('/a', { text: 'story', hard: ['article:1'] });
    await read('/a');
    desk.set('/a', { text: 'gone', status: 410, hard: [] });
    store.markAllStale();
    expect(await read('/a')).toBe('gone');
    expect(store.size).toBe(0);
  });

  it('stores no errors and no redirects', async () => {
    const { desk, made, read } = setUp();
    desk.set('/a', { text: 'missing', status: 404 });
    await read('/a');
    await read('/a');
    expect(made).toHaveLength(2);
  });

  it('stays within its memory, and a walk over many addresses does not displace what is read', async () => {
    const { desk, read, store } = setUp({ maxBytes: 20_000 });
    desk.set('/front', { text: 'x'.repeat(500) });
    await read('/front');
    for (let i = 0; i < 100; i++) {
      desk.set(`/${String(i)}`, { text: 'x'.repeat(500) });
      await read(`/${String(i)}`);
      store.find('/front');
    }
    expect(store.bytes).toBeLessThanOrEqual(20_000);
    expect(store.find('/front')).toBeDefined();
  });

  it('refuses more pages in the making than it can bear', async () => {
    const { desk, read, hold } = setUp({ maxPending: 1 });
    desk.set('/a', { text: 'a' });
    desk.set('/b', { text: 'b' });
    const release = hold();
    const first = read('/a');
    await expect(read('/b')).rejects.toThrow(StoreOverloaded);
    release();
    expect(await first).toBe('a');
  });

  it('F23 serves what it has while too many others are in the making, and makes it new when there is room', async () => {
    const { desk, made, read, store, hold } = setUp({ maxPending: 1, softInterval: 0 });
    desk.set('/a', { text: 'old', soft: ['rail'] });
    await read('/a');
    desk.set('/a', { text: 'new', soft: ['rail'] });
    desk.set('/b', { text: 'b' });
    const release = hold();
    const other = read('/b');
    store.change(['rail']);
    expect(await read('/a')).toBe('old');
    store.markAllStale();
    expect(await read('/a')).toBe('old');
    expect(made).toEqual(['/a', '/b']);
    release();
    await other;
    expect(await read('/a')).toBe('new');
  });

  it('F23 keeps a page rather than one with settings that were last known, and gives that where it has none', async () => {
    const { desk, read, store } = setUp();
    desk.set('/a', { text: 'kept' });
    await read('/a');
    store.markAllStale();
    for (const address of ['/a', '/b']) desk.set(address, { text: 'makeshift', isMakeshift: true });
    expect([await read('/a'), await read('/b')]).toEqual(['kept', 'makeshift']);
    expect(store.size).toBe(1);
  });
});
