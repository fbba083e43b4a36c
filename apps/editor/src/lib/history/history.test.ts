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
