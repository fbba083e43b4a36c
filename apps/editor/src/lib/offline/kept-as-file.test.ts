import { afterEach, describe, expect, it, vi } from 'vitest';
import { DeviceStore } from './device-store.ts';
import { keptAsFile } from './kept-as-file.ts';

// the names of fields are told by the page, which is not here
vi.mock('#lib/write/inspector/field-words.ts', () => ({
  fieldWords: (part: string, value: unknown) => (value === null ? '' : `${part}: ${String(value)}`),
}));

describe('what only this device has of an article, as a file', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('has what was put into the fields beside the text, and comments that wait, too', async () => {
    vi.stubGlobal('location', { origin: 'https://desk.example' });
    const store = {
      read: () => Promise.resolve({ updates: [], unsaved: [] }),
      articles: () => Promise.resolve([]),
      fieldsBeside: () =>
        Promise.resolve([
          { articleId: 'a', record: 'story:s', part: 'notes', value: 'Ring <Ana>.', seen: '' },
          { articleId: 'a', record: 'article:a', part: 'slug', value: null, seen: 'bridge' },
          {
            articleId: 'a',
            record: 'comments:a',
            part: '1',
            value: { text: 'Which?', people: [], goal: { threadId: 't', about: 'Nine boats' } },
            seen: null,
          },
        ]),
      close: () => undefined,
    };
    vi.spyOn(DeviceStore, 'open').mockResolvedValue(store as unknown as DeviceStore);
    const html = await (await keptAsFile('person', 'a'))?.text();
    expect(html).toContain('<p>notes: Ring &lt;Ana&gt;.</p>');
    expect(html).toMatch(/<p>.*Nine boats.*: Which\?<\/p>/);
    expect(html).not.toContain('slug');
  });
});
