import { afterAll, describe, expect, it, vi } from 'vitest';
import { connect, release } from './open-connections.ts';

let unsaved = 1;
let lose: () => void = () => undefined;

// isolated from the network: a connection whose words wait, until it is lost
vi.mock('./connection.svelte.ts', () => ({
  Connection: class {
    articleId: string;
    get unsaved() {
      return unsaved;
    }
    provider = { on: () => undefined, off: () => undefined, awareness: null };
    onchanged: () => void = () => undefined;
    constructor(articleId: string) {
      this.articleId = articleId;
    }
    allSaved = () => new Promise<void>((_, reject) => (lose = () => reject(new Error('lost'))));
  },
}));

describe('the connection of an article whose page was left with words on their way', () => {
  // closing the tab is no question of this file's
  afterAll(() => void (unsaved = 0));

  it('still tells the page of changes that was opened again before it was lost', async () => {
    const connection = connect('article', 'en');
    release(connection);
    const changed = vi.fn();
    connect('article', 'en').onchanged = changed;
    lose();
    await Promise.resolve();
    await Promise.resolve();
    connection.onchanged();
    expect(changed).toHaveBeenCalledOnce();
  });
});
