import type { Media } from '@broadsheet/types';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MediaShelf } from './media-shelf.svelte.ts';

const picture = (id: string, version = 1) => ({ id, version }) as Media;

/** A newsroom that answers at these addresses, and with 404 at others. */
function newsroom(answers: Readonly<Record<string, unknown>>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    const answer = answers[address];
    const gone = {
      type: 'about:blank',
      title: '',
      status: 404,
      code: 'NOT_FOUND',
      detail: 'It is not there.',
    };
    return new Response(JSON.stringify(answer ?? gone), { status: answer === undefined ? 404 : 200 });
  });
  return asked;
}

describe('the pictures of a text that opens', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('are asked for together, and none by itself that came so', async () => {
    const asked = newsroom({ '/api/articles/a/media': { items: [picture('1'), picture('2')] } });
    const shelf = new MediaShelf('a');
    expect([shelf.get('1'), shelf.get('2')]).toEqual([undefined, undefined]);
    await expect.poll(() => shelf.get('2')).toEqual(picture('2'));
    expect(asked).toEqual(['/api/articles/a/media']);
  });

  it('and one that is too new for that, or gone, by itself', async () => {
    const asked = newsroom({
      '/api/articles/a/media': { items: [picture('1')] },
      '/api/media/new': picture('new'),
    });
    const shelf = new MediaShelf('a');
    shelf.get('new');
    shelf.get('gone');
    await expect.poll(() => [shelf.get('new'), shelf.get('gone')]).toEqual([picture('new'), null]);
    expect(asked).toEqual(['/api/articles/a/media', '/api/media/new', '/api/media/gone']);
  });

  it('are had each by itself where the answer for all can’t be had', async () => {
    newsroom({ '/api/media/1': picture('1') });
    const shelf = new MediaShelf('a');
    shelf.get('1');
    await expect.poll(() => shelf.get('1')).toEqual(picture('1'));
  });

  it('stay as they were changed here meanwhile', async () => {
    newsroom({ '/api/articles/a/media': { items: [picture('1'), picture('2')] } });
    const shelf = new MediaShelf('a');
    shelf.put(picture('1', 2));
    shelf.get('2');
    await expect.poll(() => shelf.get('2')).toEqual(picture('2'));
    expect(shelf.get('1')).toEqual(picture('1', 2));
  });
});
