import type { ImportReport } from '@broadsheet/types';
import { afterEach, expect, it, vi } from 'vitest';
import { api } from '#lib/api/client.ts';
import { toasts } from '#lib/components/toasts.svelte.ts';
import { importHere } from './import-here.ts';

afterEach(() => vi.restoreAllMocks());

it('what came of an import takes the place of the note that the file is being read', async () => {
  const shown = new Map<unknown, string>();
  vi.spyOn(toasts, 'tell').mockImplementation((show) =>
    show(((sentence: string, { id }: { id: unknown }) => shown.set(id, sentence)) as never),
  );
  const report = { lost: [] } as unknown as ImportReport;
  vi.spyOn(api, 'post').mockImplementation(() => {
    expect([...shown.values()]).toEqual(['Reading ferry.html…']);
    return Promise.resolve({ report });
  });
  await importHere([new File(['<p>A ferry</p>'], 'ferry.html')], 'article');
  expect([...shown.values()]).toEqual(['Everything was taken over.']);
});
