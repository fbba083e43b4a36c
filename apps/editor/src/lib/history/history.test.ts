import type { Revision, RevisionSummary } from '@broadsheet/types';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { History } from './history.svelte.ts';

describe('two versions that are compared', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('are shown, whatever becomes of two that were chosen before them', async () => {
    let refuse: (error: Error) => void = () => undefined;
    vi.stubGlobal('fetch', async (address: string) =>
      address.endsWith('/lost')
        ? new Promise((_, reject) => (refuse = reject))
        : Promise.resolve(Response.json({ id: 'kept' } as Revision)),
    );
    const history = new History('story', 'en');
    history.versions = [
      { id: 'lost', number: 1 },
      { id: 'kept', number: 2 },
    ] as RevisionSummary[];
    const before = history.compare('lost', 'now');
    await history.compare('kept', 'now');
    refuse(new Error('no network'));
    await before;
    expect(history.from).toBe('kept');
    expect(history.fault).toBeNull();
  });
});

const versions = [
  { id: 'later', number: 2 },
  { id: 'first', number: 1 },
] as RevisionSummary[];

/** A newsroom with one article, whose text can change and which can be away. */
class Newsroom {
  isAway = false;
  words = 'The ferry waits.';
  /** The versions that were asked for, in their order. */
  readonly asked: string[] = [];

  constructor() {
    vi.stubGlobal('fetch', async (address: string) => {
      if (this.isAway) return Promise.reject(new TypeError('no network'));
      return Promise.resolve(Response.json(this.answer(address)));
    });
  }

  private answer(address: string): unknown {
    if (address.includes('/stories/'))
      return { id: 'story', articles: [{ id: 'article', language: 'en', headline: this.words }] };
    if (address.endsWith('/revisions')) return { items: versions };
    if (address.endsWith('/draft')) return { ...contentOf(this.words), writtenBy: [] };
    const [, revision] = /\/revisions\/(\w+)$/.exec(address) ?? [];
    if (revision === undefined) return { id: 'article' };
    this.asked.push(revision);
    return { id: revision, ...contentOf(revision) };
  }
}

const contentOf = (headline: string) => ({
  content: { headline, standfirst: [], body: { type: 'doc', content: [] } },
  metadata: {},
});

describe('the history of an article that is open', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('says that the article was changed since, and shows it as it is now when somebody asks for that', async () => {
    const newsroom = new Newsroom();
    const history = new History('story', 'en');
    await history.load(null, null);
    await history.look();
    expect(history.isBehind).toBe(false);
    newsroom.words = 'The ferry has left.';
    await history.look();
    expect(history.isBehind).toBe(true);
    expect(history.draft?.content.headline).toBe('The ferry waits.');
    await history.again();
    expect([history.draft?.content.headline, history.isBehind]).toEqual(['The ferry has left.', false]);
  });

  it('comes by itself once the newsroom answers again, with the two versions that were chosen last', async () => {
    const newsroom = new Newsroom();
    const history = new History('story', 'en');
    await history.load('later', 'now');
    newsroom.isAway = true;
    await history.compare('first', 'later');
    expect(history.fault).toMatchObject({ code: 'UNREACHABLE' });
    newsroom.isAway = false;
    newsroom.asked.length = 0;
    await history.look();
    expect(history.fault).toBeNull();
    expect(newsroom.asked).toContain('first');
    expect([history.from, history.to]).toEqual(['first', 'later']);
  });

  it('keeps the choice of its address until the newsroom answers', async () => {
    const newsroom = new Newsroom();
    newsroom.isAway = true;
    const history = new History('story', 'en');
    await history.load('first', 'later');
    expect(history.fault).toMatchObject({ code: 'UNREACHABLE' });
    newsroom.isAway = false;
    await history.look();
    expect([history.from, history.to]).toEqual(['first', 'later']);
  });
});
